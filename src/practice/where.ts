import type { Asked } from './asked.ts';
import type { Memory } from './memory.ts';

/** The address asked for, as one text. */
export function addressOf(asked: Asked): string {
  return `${asked.origin}${asked.path}${asked.query === '' ? '' : `?${asked.query}`}`;
}

const otherScheme = (address: string): string =>
  address.startsWith('https:') ? address.replace('https:', 'http:') : address.replace('http:', 'https:');

/** An address of a scenario with %signOnPage%, %evil%, %signOn%, %court%, %port%, %here% and %here-other-scheme% put in. */
export function expand(memory: Memory, asked: Asked, text: string): string {
  const here = addressOf(asked);
  const page = `${memory.origins.signOn}/csologin/login.jsf?pscCourtId=MIWBK&appurl=`;
  return text
    .replaceAll('%signOnPage%-evil', `${page}${memory.origins.evil}/cgi-bin/login.pl`)
    .replaceAll('%signOnPage%', `${page}${memory.origins.court}/cgi-bin/login.pl`)
    .replaceAll('%evil%', memory.origins.evil)
    .replaceAll('%signOn%', memory.origins.signOn)
    .replaceAll('%court%', memory.origins.court)
    .replaceAll('%port%', new URL(memory.origins.court).port)
    .replaceAll('%here-other-scheme%', otherScheme(here))
    .replaceAll('%here%', here);
}
