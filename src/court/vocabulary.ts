import type { Vocabulary } from '../html/skeleton-words.ts';
import { isGivenName } from './names-given.ts';

/** Words that courts and PACER use and that are nobody's name: what a skeleton of a page keeps as it stands. */
const plain = `
a about above accept accepted access accessible account accounts accurate acknowledge acknowledged acknowledgement
acknowledging action active activated add added addition additional address addresses administration administrative
administrator adversary after again against agree agreed agreement all allow allowed already also although always an and
another answer any anyone anything app appeal appeals appear appears appellate application apply appropriate are area as
ask asked associate associated at attachment attachments attempt attempts attention attorney attorneys authenticate
authenticated authentication authenticator authorization authorize authorized automatically available back backup
balance bankruptcies bankruptcy be because become been before began begin belong belongs below between billing billing birth
blank both browser but button by
calendar can can't cancel canceled cancelled cannot caption central change changed changes changing chapter character
characters charge charges check checkbox checked checking choose chosen circuit civil claim claims clear clerk's click
clicking client close closed closing cm cmecf code codes combination come comes comment comments common compare complete completed
completing completion computer confirm confirmation confirmed confirming contact contacting contain contains content
continue continued convert converted conversion cookie cookies copy correct corrected correctly could couldn't country
county courthouse courts create created credential credentials creditor creditors criminal cso csologin current currently
customer cybersecurity
daily data database date dates deactivated debtor debtors declare declined default defined delete deleted denied
department description detail details device did didn't different digit digits directory disable disabled disclaimer
disconnected display displayed district docket documents document do does doesn't done don't down download due during
each earlier ecf edit efile efiler efiling either electronic electronically eligible else email emailed emergency
enable enabled encountered end ended enrolled enroll enrolling enrollment enter entered entering entries entry error
errors establish etc event events every exact exactly except exempt existing exit expire expired expires
expiration explanation external
failed failure faculty fax federal fee fees field filed filer filers files file filing filings final financial find
finish finished first firm follow following for forged forgery forgot forgotten form format former forms found from full
function further future general generate generated generation get given go goes going granted group groups guide guidelines
had has have having header help here hidden history hold holder home host hour hours how however html http https
icon id identification identifier identity if illegal image immediately important in inactive inactivity incident
include included includes including incorrect index indicate indicated indicates individual individuals info inform
information informational initial initials input inquiry instead instruction instructions internal internet interrupted
into invalid is isn't issue issued issues it item items its itself javascript join joined joins joint judicial judiciary just keep
label language large last later least left legacy legal less let letter letters level license like limit limited line
linkage linked linking links list listed lists load loaded loading locate location locator locked lockout log logged
logging login logins logo logoff logon logout longer look lookup lost
made mail mailing mailings maintain maintained maintenance make manage management manager mandatory manual many
match matched matches matching maximum me means meet menu menus merged message messages meta method mfa michigan middle
mill minimum minor minors minute minutes miscellaneous missing mistake mode modified modify module moment month monthly
more most motion motions move moved multi multifactor multiple must my name named names national navigate navigation need
needed needs never new next nextgen ng no non none normal not note notes nothing notice notices notification
notifications notify now number numbers occurred occurs of off offered office official offline ok okay old on once one
online only onto open opened option optional options or order orders organization original other others otherwise our
out outdated outside over overdue own owner
pacer pages paper part participant participants parties party passcode passcodes password passwords past pay payment
payments pdf pending per perform performed period permanent permanently permission permissions permitted person personal
personally phone pin place please popup portal position possible post preferences prefix present press pressed
pressing previous previously primary print prior privacy private privilege privileges problem problems proceed proceeding
proceedings process processed processing product profile program prohibited prompt prompted protected protection provide
provided provides providing psc public purpose purposes
qa quarterly query question questions quit reached read reading real reason reasons receive received recently
recognize recognized record records recover redact redacted redacting redaction redirect redirected redirecting
reenter refer reference refresh refused regarding register registered registration reject rejected related release
remember remove removed renew repeat replace report reports request requested requests require required requirement
requirements requires reserved reset resolve resource resources response responsibilities responsibility restore restored
restrict restricted result results retry return returned returning review reviewed right rights role rule rules
same save saved schedule scheduled screen script search second secondary seconds secure secured security see select
selected selecting selection send sent separate server service services session sessions set setting settings several
shall share shared should show shown shows sign signed signing signon signout similar simple since single site sites skipped so
social software some someone something soon sorry special specific specified ssn standard standing start started state
statement states status step steps sub submission submissions submit submitted submitting subscriber success successful
successfully such suffix summary support supported sure surname suspended system systems
table take taken taxpayer technical telephone temporarily temporary term terminate terminated terms test text than that
the their them then there these they this those three through time timed timeout times title to today together token
too tool top total training transaction transcript transfer trial tried tries trustee trustees try trying twice two type
types typed
unable unauthorized unavailable under undergoing understand undertake unexpected unique united unknown unlink unlinked
unlock unsuccessful unsupported until unused up update updated updates upgrade upgraded upload upon url us usa use used
user userid username usernames users uses using usual utilities utility valid validate validated validation value
verification verified verify version view viewed viewing violation
wait waiting want warn warning warnings was we web webpage website week weekly welcome were western what when where
whether which who whole whose why with within without word words work working works would wrong yes yet you your
yours yourself zip
eastern northern southern
`;

/** Words that are names too, once they stand with a capital: kept in small letters only. */
const small = `
art back bar best bill bond call case cases cash chance clerk cook day days deal early even field forward good
grant great guess hand high hill house key know law lane line little long low main major mark may might mind much
office page past point power price reader ready rich rose row rush say self short small still stop street strong tell
thank thanks think unit way well white will wish young read post person home host rule rules share place paper past minor
minors means ends self may
`;

/** Words that are names too, but that pages cannot be told by without: kept unless they stand in a name. */
const careful = `court cross link lock skip case page key main law bar clerk`;

/** Pieces of the names that forms and fields bear on these sites. */
const technical = `
ack app appurl ajax args body bookmark box bpm btn cgi chk cmecfMainContent col cont content css csrf ctl dd desc dialog div
dlg dlgs dropdown el enc esc event evt ext faces fbtn fbtnlogin fld fieldset footer frm frmuserupdate grid growl hash hdn
head hid holder idt img inp inner inputfield inputtext jakarta javax jdt jid js jsf jsp lbl li lnk loginform logintext
mainmenu mask mfaform mfainput modal msg msgs nav num ol outputlabel overlay panel param params password pg pl popupmsgid
pri pscloginpanel psccourtid pw pwd radio rdo reg regmsg regmsgpopup req res ret row rows sel shadow span src state
stylesheet submit tab tabs tbl td textarea th titlebar topmenu tr txt ui ul usr util val viewstate widget wrapper xhtml
yui yuimenubar yuimenubaritem yuimenubaritemlabel bd hd ft
`;

const listed = (words: string): ReadonlySet<string> => new Set(words.toLowerCase().trim().split(/\s+/));
const carefully = listed(careful);
const inSmall = listed(small);
const kept = [...listed(plain)].filter((word) => !inSmall.has(word) && !carefully.has(word));

/** The words that may come back from a real court in a trace. */
export const courtVocabulary: Vocabulary = {
  plain: new Set(kept),
  small: inSmall,
  careful: carefully,
  technical: listed(technical),
  isName: isGivenName,
};
