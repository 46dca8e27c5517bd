import type { Parts } from '../../html/parts.ts';
import type { Arrival, Page } from '../page.ts';
import { asksForPassword } from '../reach.ts';
import { said } from '../words.ts';

const announced =
  /\b(successfully|now|permanently) linked\b|\b(has|have) been (successfully |permanently |now )?linked\b|\blinked successfully\b|\b(is|are) now (permanently )?linked\b|\blink(ing)? (was|is|has been) (successful|completed?)\b|\bsuccessfully (completed )?link(ing|ed)?\b/;
const denied =
  /\b(not|cannot|can not|can't|couldn't|never|unable to|failed to|failure|error|no accounts? (was|were)|were not|was not)\b[^.]{0,60}\blink|\blink(ing|ed)?\b[^.]{0,40}\b(failed|not (be )?(complet|allow|possible|made|success)|refused|denied|rejected|cancell?ed)/;
const before =
  /\balready (been )?(linked|associated|in use)\b|\b(is|are|was|were) (already )?linked to (another|a different)\b|\bpreviously (been )?linked\b|\balready has a linked\b/;

/** The court's success page: the words of a link made, and none of one refused. */
export function linked({ parts, role, after }: Arrival): Page | null {
  if (role !== 'court' || (after !== 'link-form' && after !== 'final-submit')) return null;
  return saysLinked(parts) ? { kind: 'linked', text: parts.text } : null;
}

/** The court's word that there is a link already: this pair's, or one to another account. */
export function alreadyLinked({ parts, role }: Arrival): Page | null {
  if (role !== 'court' || !speaksOfLinkBefore(parts) || saysLinked(parts)) return null;
  const elsewhere = /\b(another|a different|other|some ?one else)\b/.test(said(parts));
  return { kind: 'already-linked', text: parts.text, elsewhere };
}

/** The court's refusal of the final Submit, in words. */
export function submitRefused({ parts, role, after }: Arrival): Page | null {
  if (role !== 'court' || after !== 'final-submit' || speaksOfLinkBefore(parts)) return null;
  return denied.test(said(parts)) ? { kind: 'submit-refused', text: parts.text } : null;
}

/** Whether the text announces a link just made. */
export function saysLinked(parts: Parts): boolean {
  const says = said(parts);
  return !asksForPassword(parts) && announced.test(says) && !denied.test(says) && !before.test(says);
}

/** Whether the text speaks of a link made at an earlier time. */
export function speaksOfLinkBefore(parts: Parts): boolean {
  return before.test(said(parts));
}
