import type { Asked } from './asked.ts';
import type { Memory } from './memory.ts';

/** The address asked for, as one text. */
export function addressOf(asked: Asked): string {
  return `${asked.origin}${asked.path}${asked.query === '' ? '' : `?${asked.query}`}`;
}

const otherScheme = (address: string): string =>
  address.startsWith('https:') ? address.replace('https:', 'http:') : address.replace('http:', 'https:');

/** An address of a scenario with %signOnPage%, %evil%, %signOn%, %court%, %here% and %here-other-scheme% put in. */
export function expand(memory: Memory, asked: Asked, text: string): string {
  const here = addressOf(asked);
  const page = `${memory.origins.signOn}/csologin/login.jsf?pscCourtId=MIWBK&appurl=`;
  return text
    .replace('%signOnPage%-evil', `${page}${memory.origins.evil}/cgi-bin/login.pl`)
    .replace('%signOnPage%', `${page}${memory.origins.court}/cgi-bin/login.pl`)
    .replace('%evil%', memory.origins.evil)
    .replace('%signOn%', memory.origins.signOn)
    .replace('%court%', memory.origins.court)
    .replace('%here-other-scheme%', otherScheme(here))
    .replace('%here%', here);
}
