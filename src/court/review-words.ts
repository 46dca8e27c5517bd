import { fold } from './words.ts';

export type Side = 'cmecf' | 'pacer';

/** What a label announces. `self` is the account as such ("CM/ECF account: Jane Doe"), `user` a name or a login. */
export type Field =
  'name' | 'first' | 'middle' | 'last' | 'suffix' | 'login' | 'type' | 'user' | 'self' | 'other';
export type Label = { field: Field; side: Side | null; text: string };

const cmecfWords = /\bcm ?\/ ?ecf\b|\bcmecf\b|\becf\b|\be-?fil(?:er|ing)\b/u;
const filerAccount = /\bfil(?:er|ing)(?:'s)? account\b/u;
const pacerWords = /\bpacer\b/u;
const sideWords = /\bcm ?\/ ?ecf\b|\bcmecf\b|\becf\b|\be-?fil(?:er|ing)\b|\bpacer\b/gu;

/** Folds a label or heading: lower case, no remark in parentheses, no closing colon or dash, straight apostrophes. */
const foldLabel = (text: string): string =>
  fold(
    fold(text.slice(0, 200))
      .replaceAll('’', "'")
      .replace(/\([^()]*\)/gu, ' ')
      .replace(/[-–—=.\s:]+$/u, ''),
  ).replace(/^\d+[.)] ?/u, '');

function sideOf(folded: string): Side | 'both' | null {
  const cmecf = cmecfWords.test(folded) || filerAccount.test(folded);
  const pacer = pacerWords.test(folded);
  if (cmecf && pacer) return 'both';
  return cmecf ? 'cmecf' : pacer ? 'pacer' : null;
}

/** Which account a sentence speaks of ("Your PACER account is…"), if it is one and only one. */
export function accountSpokenOf(sentence: string): Side | null {
  const folded = fold(sentence.slice(0, 1000));
  const side = sideOf(folded);
  return side !== 'both' && /\b(?:this|your|the) (?:\S+ ){0,3}account\b/u.test(folded) ? side : null;
}

const headingWords = new Set(
  (
    'account accounts information info details data record profile summary section system your you my the this old ' +
    'existing current upgraded individual new former previous prior legacy user filer filing for in at of on from to be linked ' +
    'court bankruptcy nextgen ng ' +
    'administrative admin shared firm group office billing selected following registered ' +
    'district western eastern northern southern middle central michigan miwb'
  ).split(' '),
);
const concluding = /\b(?:accounts?|information|info|details|data|record|profile|summary|section)$/u;
const informing = /\b(?:information|info|details|data)\b/u;

/** Whose section a text heads, if it is a heading of one account and nothing else; a text that names both heads none. */
export function headingSide(text: string): Side | null {
  const folded = foldLabel(text);
  const side = sideOf(folded);
  if (side === null || side === 'both' || folded.length > 80) return null;
  const rest = folded.replace(sideWords, ' ').split(/[^a-z0-9']+/u);
  const known = (word: string): boolean =>
    word === '' ||
    headingWords.has(word) ||
    /^\d{1,2}$/u.test(word) ||
    (word === 'login' && informing.test(folded));
  // "CM/ECF filer" announces a name, "CM/ECF filer account" a section.
  return rest.every(known) && (concluding.test(folded) || fieldOf(folded) === undefined) ? side : null;
}

const dictionary: Record<Exclude<Field, 'self'>, string> = {
  name: "name|full name|names|holder|account holder|holder name|registered name|registered to|belongs to|held by|owner|owner name|attorney|attorney name|attorney's name|filer|filer name|filer's name|person|person name|display name|name on file|last, first|name of user|name of filer|name of holder|user's name|holder's name|individual name|user full name|name attorney|name holder|name filer|name user|registrant|registrant name|customer name|subscriber|subscriber name|attorney/filer name|filer/attorney name|attorney or filer name|name as registered|registered user|legal name|person's name",
  first: 'first name|first|given name|forename|first name of user',
  middle: 'middle name|middle|middle initial|mi|middle name/initial|middle name or initial|initial',
  last: 'last name|last|surname|family name',
  suffix: 'suffix|generation|name suffix|generational suffix|jr/sr',
  login:
    'login|log in|log-in|login name|login id|logon|logon id|user id|userid|id|user login|sign-in name|sign-on name|login/username|username/login|login or username|user id/login|login/user id',
  type: 'type|user type|kind|category|type of user|role',
  user: 'user|username|user name',
  other:
    'address|addresses|mailing address|street|street address|address 1|address 2|address 3|address line 1|address line 2|city|state|zip|zip code|city, state, zip|city/state/zip|city, state zip|country|county|phone|telephone|phone number|telephone number|fax|fax number|e-mail|email|e-mail address|email address|primary e-mail|primary email|firm|firm name|law firm|office|company|company name|organization|organisation|unit|bar id|bar number|bar no|status|created|registered|date|date created|date registered|last login|expires|expiration|court|court name|client code|number|account no|balance|notes|note|remarks|title|prefix|phone/fax|location|contact|contact name|department|division|courthouse|trustee type|party type|pin|billing|billing name',
};
const fields = new Map<string, Exclude<Field, 'self'>>(
  Object.entries(dictionary).flatMap(([field, words]) =>
    words.split('|').map((word) => [word, field as Exclude<Field, 'self'>] as const),
  ),
);
const fillers =
  /\b(?:accounts?|your|my|the|this|old|existing|current|upgraded|individual|on|of|in|for|at|under|is|information)\b/gu;

const tidy = (words: string): string => words.replace(/\s+/gu, ' ').trim();

function fieldOf(folded: string): Exclude<Field, 'self'> | undefined {
  const bare = tidy(folded.replace(sideWords, ' '));
  return fields.get(bare) ?? fields.get(tidy(bare.replace(fillers, ' ')));
}

/** What a text announces, if it is a known label and nothing else ("PACER username:", "Name on CM/ECF account"). */
export function labelOf(text: string): Label | null {
  const folded = foldLabel(text);
  const side = sideOf(folded);
  if (folded === '' || folded.length > 80 || side === 'both') return null;
  const headed = headingSide(text);
  if (headed !== null) return { field: 'self', side: headed, text: text.trim() };
  const field = fieldOf(folded);
  return field === undefined ? null : { field, side, text: text.trim() };
}

/** Whether a text fills the corner of a table without saying anything of either account. */
export function isNeutral(text: string): boolean {
  return /^(?:|field|item|account|accounts|information|system|source|#|no|[^\p{L}\p{N}]+|description|detail|details|data|both)$/u.test(
    foldLabel(text),
  );
}
