// Full given name: its short forms and abbreviations. Spelling variants are separate full names on purpose:
// Catherine is not Katherine, though both may be Kate.
const table = `
aaron: ron ronnie
abigail: abby gail
abraham: abe bram
adelaide: addie heidi
agnes: aggie
alan: al
albert: al bert bertie
alberto: beto
alejandra: alex
alejandro: alex
alexander: alex al alec lex sandy xander sasha
alexandra: alex sandra sandy lexi sasha
alfred: al alf fred freddie
allison: allie ally
alvin: al
amanda: mandy
amelia: amy millie
andrew: andy drew
angela: angie
annabelle: anna belle
anthony: tony ant
antonio: tony
arthur: art artie
augustus: gus
barbara: barb babs barbie bobbie
bartholomew: bart
beatrice: bea trixie
belinda: bel
benjamin: ben benny benj
bernard: bernie
bethany: beth
bradley: brad
calvin: cal
cameron: cam
caroline: carrie carol
carolyn: carrie carol
cassandra: cassie sandra
catherine: cathy kate katie kit kitty cate
charles: charlie chuck chas chip chaz
charlotte: charlie lottie
chester: chet
christian: chris
christina: chris tina chrissy christy
christine: chris tina chrissy christy
christopher: chris kit topher christ
clifford: cliff
clinton: clint
constance: connie
cornelius: neil
curtis: curt
cynthia: cindy
daniel: dan danny danl
danielle: dani
david: dave davey
deborah: deb debbie debby
dennis: denny
desmond: des
diana: di
dolores: lola
dominic: dom nick
donald: don donny donnie
dorothy: dot dottie dolly
douglas: doug
edith: edie
edmund: ed eddie ned ted
eduardo: lalo eddie
edward: ed eddie ned ted teddy edw
edwin: ed eddie
eleanor: ellie nell nora
elizabeth: liz beth betty eliza lizzie betsy bess libby lisa eliz bette liza
emily: em
emmanuel: manny
ernest: ernie
estelle: stella
esther: essie
eugene: gene
evelyn: evie
ezekiel: zeke
fernando: nando
florence: flo
frances: fran francie frankie
francis: frank fran frankie
francisco: paco pancho cisco
franklin: frank
frederick: fred freddie freddy fredk rick
gabriel: gabe
gabrielle: gabby
geoffrey: geoff
george: geo georgie
georgia: georgie
georgina: georgie gina
gerald: gerry jerry
gerard: gerry jerry
gilbert: gil bert
gordon: gordy
gregory: greg
guadalupe: lupe
guillermo: memo
gwendolyn: gwen
harold: hal harry
harriet: hattie
helena: lena
henry: hank harry hal
herbert: herb bert
howard: howie
hubert: bert
ignacio: nacho
imogen: immy
irving: irv
isaac: ike
isabel: isa
isabella: bella izzy
isidore: izzy
jackson: jack
jacob: jake
jacqueline: jackie
jacquelyn: jackie
james: jim jimmy jamie jas jem
jane: janie
janet: jan
jeanette: jean
jeffrey: jeff
jennifer: jen jenny jenn
jeremiah: jerry
jeremy: jerry
jerome: jerry
jessica: jess jessie
jesus: chuy
joan: joanie
joanna: jo
joanne: jo
john: jack johnny jno
jonathan: jon jonny
jose: pepe
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
kristen: kris
kristin: kris
kristina: kris tina
kristine: kris tina
laura: laurie
lauren: laurie
laurence: larry laurie
lawrence: larry laurie lawrie
leonard: len lenny leo
leonardo: leo
leroy: roy
leslie: les
lester: les
lewis: lew
lillian: lily lil
loretta: lori
lorraine: lori
louis: lou louie
louise: lou
lucille: lucy
lucinda: lucy cindy
madeline: maddie
madison: maddie
malcolm: mal
manuel: manny
marcus: marc
margaret: maggie meg peggy peg marge margie greta rita madge daisy
marjorie: marge margie
martha: marty mattie
martin: marty
marvin: marv
mary: molly polly mamie
matthew: matt
maurice: morrie
maximilian: max
maxwell: max
melissa: missy mel lissa
melvin: mel
michael: mike mick mickey micky mikey
michelle: shelly
mildred: millie
milton: milt
mitchell: mitch
mohamed: mo
mohammad: mo
mohammed: mo
montgomery: monty
morris: morrie
mortimer: mort
muhammad: mo
nancy: nan
natalie: nat
natasha: tasha
nathalie: nat
nathan: nate nat
nathaniel: nate nat
nicholas: nick nicky nico
nicole: nikki nicky
norman: norm
oliver: ollie
olivia: liv
oscar: ozzie
pamela: pam
patricia: pat patty tricia trish patti patsy
patrick: pat paddy
penelope: penny
percival: percy
peter: pete
philip: phil
philippa: pippa
phillip: phil
phyllis: phyl
priscilla: cilla
prudence: pru
rachel: rae
rafael: rafa
randall: randy
randolph: randy
raymond: ray
rebecca: becky becca
reginald: reggie reg
reuben: ben rube
ricardo: rick ricky
richard: rick dick rich ricky richie richd
robert: bob rob bobby robbie bert robt
roberta: bobbie robbie
roberto: beto
roderick: rod rick
rodney: rod
roger: rog
roland: rollie
ronald: ron ronnie
rosalie: rose rosie
rosalind: roz
rosemary: rose rosie
roxanne: roxy
rudolph: rudy
russell: russ
salvatore: sal
samantha: sam
samuel: sam sammy saml
sandra: sandy
sarah: sally sadie
sebastian: seb bas
seymour: sy
sheldon: shelly
sidney: sid
silvester: sly
solomon: sol
sophia: sophie
stanley: stan
stephanie: steph
stephen: steve steph
steven: steve
stewart: stew
stuart: stu
susan: sue susie suzy
susanna: sue susie
susannah: sue susie
suzanne: sue suzy
sylvester: sly
tabitha: tabby
tamara: tammy
terence: terry
teresa: terry tess
terrence: terry
thaddeus: thad ted
theodore: ted teddy theo
theresa: terry tess
thomas: tom tommy thos
thomasina: tommie
timothy: tim timmy
tobias: toby
valerie: val
vanessa: nessa
vernon: vern
veronica: ronnie
victor: vic
victoria: vicky vicki tori
vincent: vince vinny
viola: vi
violet: vi
virginia: ginny ginger
vivian: viv
wallace: wally
walter: walt wally
wendell: wendy
wesley: wes
wilfred: will fred
wilhelmina: minnie willa
willard: will bill
william: bill will billy willie wm liam willy
winifred: winnie
winston: winnie
woodrow: woody
yolanda: yoli
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
