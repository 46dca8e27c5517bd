import type { Form } from '../../html/forms.ts';
import type { Arrival, Page } from '../page.ts';
import { formsInReach, isButton, theButton } from '../reach.ts';
import { readReview } from '../review.ts';
import { said } from '../words.ts';

const ofCourt = /cm ?\/ ?ecf|\be-?fil(er|ing) account/;

/**
 * The review page: the answer to our link form, with exactly one form that holds only hidden fields and buttons,
 * and text that names both the CM/ECF (or e-filer) account and PACER. Nobody outside the court has its HTML (fixtures/NOTES.md).
 */
export function linkReview({ parts, role, after }: Arrival): Page | null {
  if (role !== 'court' || after !== 'link-form') return null;
  const says = said(parts);
  if (!ofCourt.test(says) || !/\bpacer\b/.test(says)) return null;
  const silent = formsInReach(parts).filter(holdsOnlyHidden);
  const [form] = silent;
  if (form === undefined || silent.length > 1 || form.method !== 'post') return null;
  if (form.controls.every(isButton) && parts.forms.some(holdsValues)) return null;
  const button = theButton(form, /^(submit|link( (the|my|these))?( accounts?)?|confirm)$/);
  // A browser sends nothing for a plain button by itself: its script, which is not run, decides what is sent.
  if (button === null || form.controls[button]?.type === 'button') return null;
  return { kind: 'link-review', target: { form, button }, review: readReview(parts), text: parts.text };
}

function holdsOnlyHidden(form: Form): boolean {
  return form.controls.length > 0 && form.controls.every((c) => isButton(c) || c.hidden);
}

/** A form with values that a button of another form would leave behind: what shows is not what would be sent. */
function holdsValues(form: Form): boolean {
  return form.controls.some((c) => c.type === 'hidden' && c.name !== '');
}
