import { addresses } from './addresses.ts';
import type { Attack } from './attack.ts';
import { cookies } from './cookies.ts';
import { echoes } from './echoes.ts';
import { forms } from './forms.ts';
import { names } from './names.ts';
import { reviews } from './reviews.ts';
import { scripts } from './scripts.ts';
import { sizes } from './sizes.ts';
import { texts } from './texts.ts';

/** Every attack by a page, by what it goes for. Those by the machine are in machine.ts. */
export const attacks: Readonly<Record<string, readonly Attack[]>> = {
  'Addresses that lead elsewhere': addresses,
  'Forms that would carry a secret away': forms,
  'Decoys before and after the Submit': reviews,
  'Texts that attack the terminal or the eye': texts,
  'Names like another': names,
  'Scripts made to be misread': scripts,
  'Answers beyond reason': sizes,
  Cookies: cookies,
  'What a site repeats': echoes,
};
