/**
 * Folds text so that case and the composition of accents no longer matter (NFC, lower case; ß as ss, final sigma
 * as sigma, the full case folding of Unicode for the letters of names).
 */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().normalize('NFC').replaceAll('ß', 'ss').replaceAll('ς', 'σ');
}

const undecomposed: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
};
const spelledOut: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

const replaceLetters = (text: string, letters: Record<string, string>): string =>
  text.replace(/[^\x20-\x7e]/gu, (letter) =>
    Object.hasOwn(letters, letter) ? (letters[letter] ?? letter) : letter,
  );

/** A folded word without its accents: José as jose, Łukasz as lukasz. */
export function withoutAccents(folded: string): string {
  return replaceLetters(folded.normalize('NFD').replace(/\p{M}+/gu, ''), undecomposed);
}

/** Whether two folded words differ in accents alone: dropped (José, Jose) or spelled out (Müller, Mueller). */
export function sameButAccents(a: string, b: string): boolean {
  const [plainA, plainB] = [withoutAccents(a), withoutAccents(b)];
  if (plainA === plainB) return true;
  const [longA, longB] = [
    withoutAccents(replaceLetters(a, spelledOut)),
    withoutAccents(replaceLetters(b, spelledOut)),
  ];
  return longA === plainB || plainA === longB || longA === longB;
}

const lookAlikes: Record<string, string> = Object.fromEntries(
  (
    'а=a в=b г=r е=e ё=e һ=h н=h к=k м=m о=o п=n р=p с=c т=t у=y х=x і=i ї=i ј=j ѕ=s ԁ=d ԛ=q ԝ=w ь=b ' +
    'α=a β=b γ=y ε=e η=n ι=i κ=k μ=m ν=v ο=o ρ=p τ=t υ=u χ=x ω=w ζ=z օ=o ո=n ս=u ɑ=a ɡ=g'
  )
    .split(' ')
    .map((pair) => pair.split('=')),
);

/** A folded text as the eye takes it: letters of other scripts, full-width forms and digits as what they resemble. */
export function asSeen(folded: string): string {
  const seen = fold(folded.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, ''));
  return withoutAccents(replaceLetters(seen, lookAlikes))
    .replaceAll('0', 'o')
    .replaceAll('1', 'l')
    .replaceAll('rn', 'm');
}

/** Whether one letter put in, left out, changed or swapped with its neighbour turns one text into the other. */
export function oneLetterApart(a: string, b: string): boolean {
  const [short, long] =
    a.length <= b.length ? [Array.from(a), Array.from(b)] : [Array.from(b), Array.from(a)];
  if (a === b || long.length - short.length > 1) return false;
  let head = 0;
  while (head < short.length && short[head] === long[head]) head++;
  let tail = 0;
  while (tail < short.length - head && short.at(-1 - tail) === long.at(-1 - tail)) tail++;
  const [leftShort, leftLong] = [short.length - head - tail, long.length - head - tail];
  if (leftLong === 1) return true;
  return (
    leftShort === 2 && leftLong === 2 && short[head] === long[head + 1] && short[head + 1] === long[head]
  );
}
