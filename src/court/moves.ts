import { readAjaxCall } from '../html/faces-call.ts';
import type { EndingId } from '../outcome.ts';
import type { Target } from './page.ts';
import type { Filling, Need, Note, Sending, Step, Via } from './step.ts';
import type { Trail } from './trail.ts';

/** The sending of a form once it is filled in; `fresh` is what was refused as it was, in the words of `says`. */
export function filled(
  as: Sending['as'],
  target: Target,
  fillings: Filling[],
  orElse: EndingId,
  fresh: Need[] = [],
  says: string | null = null,
): Sending {
  return { as, target, via: viaOf(target), fillings, fresh, says, orElse };
}

/** The sending of a form in which only its button is pressed. */
export function press(as: Sending['as'], target: Target): Sending {
  return { as, target, via: viaOf(target), fillings: [], fresh: [], says: null, orElse: 'unrecognised-page' };
}

/** A visit that may help, once a run; null if it was tried. */
export function cure(note: Note, url: string, trail: Trail): Step | null {
  return trail.cures.includes(note) ? null : { do: 'visit', url, note };
}

/** Ends with the site's own words, if it had any. */
export function finish(id: EndingId, text: string | null = null): Step {
  return { do: 'finish', id, text, why: null };
}

/** Ends with a reason in words of ours. */
export function finishBecause(id: EndingId, why: string): Step {
  return { do: 'finish', id, text: null, why };
}

/** A button whose onclick is a literal PrimeFaces call sends a partial request; any other, a plain form. */
function viaOf({ form, button }: Target): Via {
  const onclick = button === null ? '' : (form.controls[button]?.onclick ?? '');
  return readAjaxCall(onclick) ?? 'plain';
}
