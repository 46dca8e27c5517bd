import { printableLines } from '../court/printable.ts';

const states =
  'A[KLRZ]|C[AOT]|D[CE]|FL|G[AU]|HI|I[ADLN]|K[SY]|LA|M[ADEINOPST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY]';
const ways =
  'street|st|avenue|ave|av|road|rd|drive|dr|lane|ln|boulevard|blvd|way|court|ct|place|pl|square|sq|highway|hwy|parkway|pkwy|circle|cir|terrace|ter|trail|trl|plaza|route|rte|pike|loop|row|alley|broadway';

/** What is left out, by its look. Every repetition is bounded, so that a long line costs no more than its length. */
const patterns: readonly (readonly [kind: string, look: RegExp])[] = [
  ['e-mail address', /[^\s@<>()[\]"',;:]{1,64}@[^\s@<>()[\]"',;:]{1,255}(?<!\.)/gu],
  [
    'telephone number',
    /(?<![\w-])(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s./-])\d{3}[\s.-]\d{4}(?!\d)(?:,?\s?(?:x|ext\.?|extension|option)\s?\d{1,6})?/giu,
  ],
  ['telephone number', /(?<!\w)(?:\+\d[\d\s().-]{6,18}\d|\d{10})(?!\w)/gu],
  [
    'address',
    new RegExp(
      String.raw`(?<![\w-])\d{1,6}[A-Za-z]?(?:-\d{1,4})?(?:\s+[\p{L}\d.'’#-]{1,30}){0,5}\s+(?:${ways})\b\.?(?:,?\s+(?:n|s|e|w|ne|nw|se|sw)\b\.?)?`,
      'giu',
    ),
  ],
  ['address', /\bp\.?\s?o\.?\s?(?:box|drawer)\s+[\w-]{1,12}/giu],
  ['address', /\b(?:suite|ste|apartment|apt|floor|fl|room|rm|unit)\b\.?\s?#?\s?[\w-]{0,6}\d[\w-]{0,6}/giu],
  [
    'address',
    new RegExp(
      String.raw`(?:\p{Lu}[\p{L}.'’-]{1,30}\s+){0,3}\p{Lu}[\p{L}.'’-]{1,30},?\s+(?:${states}|\p{Lu}\p{Ll}{3,12})\.?,?\s+\d{5}(?:-\d{4})?(?!\d)`,
      'gu',
    ),
  ],
];

const label =
  /^(\s*(?:(?:mailing|street|home|office|business|billing|primary|secondary|e-?mail|notice)\s+)?(?:e-?mails?|addresse?s?|phone|telephone|tel|fax|mobile|cell|street|city(?:,?\s*state)?|state|zip(?:\s*code)?)(?:\s+(?:address|number|no\.?|code|line))?(?:\s*\d)?\s*:)(.*)$/iu;
const anyLabel = /^\s*[^\s:][^:]{0,40}:(?!\/\/)/u;
const linesOfAnAddress = 4;

/**
 * A site's text as printable lines, without postal addresses, e-mail addresses and telephone numbers: by what their
 * label says, and by their look. Empty lines are dropped.
 */
export function withoutContacts(text: string): string[] {
  let belowLabel = 0;
  const told: string[] = [];
  for (const line of printableLines(text).map((one) => one.trim())) {
    if (line === '') continue;
    const labelled = label.exec(line);
    if (labelled !== null) {
      const [, name = '', value = ''] = labelled;
      belowLabel = value.trim() === '' || /address/iu.test(name) ? linesOfAnAddress : 0;
      told.push(`${name} [left out]`);
    } else if (belowLabel > 0 && !anyLabel.test(line) && !endsAddress(line)) belowLabel -= 1;
    else {
      belowLabel = 0;
      told.push(withoutLooks(line));
    }
  }
  return told;
}

// A sentence is no line of an address, whatever it stands below.
function endsAddress(line: string): boolean {
  return line.length > 60 || /[a-z]{2}\.$/u.test(line);
}

function withoutLooks(line: string): string {
  return patterns.reduce(
    (rest, [kind, look]) =>
      rest.replace(look, (found: string) => (isSentence(kind, found) ? found : `[${kind} left out]`)),
    line,
  );
}

// "in 2020 the bankruptcy court" is no street: its names would be written large.
function isSentence(kind: string, found: string): boolean {
  return kind === 'address' && /^\d+ /u.test(found) && /\s\p{Ll}[\p{L}-]*\s/u.test(found);
}
