// Full given name: its short forms and abbreviations. Spelling variants are separate full names on purpose:
// Catherine is not Katherine, though both may be Kate.
const table = `
aaron: ron ronnie
abigail: abby gail
abraham: abe bram
adelaide: addie heidi
albert: al bert bertie
alexander: alex al alec lex sandy xander sasha
alexandra: alex sandra sandy lexi sasha
alfred: al alf fred freddie
allison: allie ally
amanda: mandy
andrew: andy drew
angela: angie
anthony: tony ant
antonio: tony
arthur: art artie
augustus: gus
barbara: barb babs barbie bobbie
bartholomew: bart
beatrice: bea trixie
benjamin: ben benny benj
bernard: bernie
bradley: brad
calvin: cal
cameron: cam
caroline: carrie carol
carolyn: carrie carol
catherine: cathy kate katie kit kitty cate
charles: charlie chuck chas chip chaz
charlotte: charlie lottie
christian: chris
christina: chris tina chrissy christy
christine: chris tina chrissy christy
christopher: chris kit topher christ
clifford: cliff
clinton: clint
cynthia: cindy
daniel: dan danny danl
danielle: dani
david: dave davey
deborah: deb debbie debby
dennis: denny
dolores: lola
dominic: dom nick
donald: don donny donnie
dorothy: dot dottie dolly
douglas: doug
edmund: ed eddie ned ted
edward: ed eddie ned ted teddy edw
eleanor: ellie nell nora
elizabeth: liz beth betty eliza lizzie betsy bess libby lisa eliz bette liza
emily: em
eugene: gene
evelyn: evie
ezekiel: zeke
florence: flo
frances: fran francie frankie
francis: frank fran frankie
frederick: fred freddie freddy fredk rick
gabriel: gabe
gabrielle: gabby
geoffrey: geoff
george: geo georgie
gerald: gerry jerry
gerard: gerry jerry
gilbert: gil bert
gregory: greg
gwendolyn: gwen
harold: hal harry
harriet: hattie
henry: hank harry hal
herbert: herb bert
howard: howie
hubert: bert
isaac: ike
isabella: bella izzy
isidore: izzy
jacob: jake
jacqueline: jackie
james: jim jimmy jamie jas jem
janet: jan
jeffrey: jeff
jennifer: jen jenny jenn
jeremiah: jerry
jeremy: jerry
jerome: jerry
jessica: jess jessie
joan: joanie
john: jack johnny jno
jonathan: jon jonny
joseph: joe joey jos
josephine: jo josie
joshua: josh
judith: judy
julia: julie
katherine: kathy kate katie kit kitty kay
kathleen: kathy kate katie kay
kathryn: kathy kate katie kay
kenneth: ken kenny
kimberly: kim
lauren: laurie
laurence: larry laurie
lawrence: larry laurie lawrie
leonard: len lenny leo
leonardo: leo
leroy: roy
lewis: lew
lillian: lily lil
louis: lou louie
louise: lou
lucille: lucy
madeline: maddie
manuel: manny
marcus: marc
margaret: maggie meg peggy peg marge margie greta rita madge daisy
maria: mary
marjorie: marge margie
martha: marty mattie
martin: marty
mary: molly polly mamie
matthew: matt
maxwell: max
maximilian: max
melissa: missy mel lissa
melvin: mel
michael: mike mick mickey micky mikey
michelle: shelly
mildred: millie
mitchell: mitch
mohammed: mo
montgomery: monty
morris: morrie
nancy: nan
natalie: nat
nathan: nate nat
nathaniel: nate nat
nicholas: nick nicky nico
nicole: nikki nicky
norman: norm
oliver: ollie
oscar: ozzie
pamela: pam
patricia: pat patty tricia trish patti patsy
patrick: pat paddy rick
penelope: penny
percival: percy
peter: pete
philip: phil
phillip: phil
phyllis: phyl
rachel: rae
randall: randy
randolph: randy
raymond: ray
rebecca: becky becca
reginald: reggie reg
richard: rick dick rich ricky richie richd
robert: bob rob bobby robbie bert robt
roberta: bobbie robbie
roderick: rod rick
rodney: rod
roger: rog
roland: rollie
ronald: ron ronnie
rosemary: rose rosie
rudolph: rudy
russell: russ
samantha: sam
samuel: sam sammy saml
sandra: sandy
sarah: sally sadie
sebastian: seb bas
sidney: sid
silvester: sly
solomon: sol
stanley: stan
stephanie: steph
stephen: steve steph
steven: steve
stewart: stew
stuart: stu
susan: sue susie suzy
susannah: sue susie
suzanne: sue suzy
sylvester: sly
terence: terry
terrence: terry
teresa: terry tess
theresa: terry tess
thaddeus: thad ted
theodore: ted teddy theo
thomas: tom tommy thos
timothy: tim timmy
tobias: toby
valerie: val
veronica: ronnie
victor: vic
victoria: vicky vicki tori
vincent: vince vinny
virginia: ginny ginger
vivian: viv
wallace: wally
walter: walt wally
wendell: wendy
wilfred: will fred
willard: will bill
william: bill will billy willie wm liam willy
winifred: winnie
winston: winnie
woodrow: woody
zachary: zach zack
`;

const shortForms = new Map<string, ReadonlySet<string>>();
const fullNames = new Map<string, ReadonlySet<string>>();
for (const line of table.trim().split('\n')) {
  const [full = '', forms = ''] = line.split(': ');
  shortForms.set(full, new Set(forms.split(' ')));
  for (const form of forms.split(' ')) fullNames.set(form, new Set([...(fullNames.get(form) ?? []), full]));
}

/** Every given name of the table, full and short, in lower case. */
export const tabledNames: ReadonlySet<string> = new Set([...shortForms.keys(), ...fullNames.keys()]);

/** How two given names (lower case, no accents) belong together: one short for the other, or both for a third. */
export function nickname(a: string, b: string): 'short' | 'both-short' | null {
  if (a === b) return null;
  if (shortForms.get(a)?.has(b) === true || shortForms.get(b)?.has(a) === true) return 'short';
  const fullOfB = fullNames.get(b);
  for (const full of fullNames.get(a) ?? []) if (fullOfB?.has(full) === true) return 'both-short';
  return null;
}
