import type { Parts } from '../../html/parts.ts';
import type { Arrival, Page } from '../page.ts';
import { once } from '../once.ts';
import { asksForPassword } from '../reach.ts';
import { sentencesOf, states, statesDone } from '../sentences.ts';

const announced =
  /\b(?:has|have) been (?:(?:successfully|permanently|now) ){0,3}linked\b|\b(?:is|are|was|were) (?:(?:successfully|permanently|now) ){1,3}linked\b|\b(?:successfully|now) linked\b|\blinked successfully\b|\blink(?:ing)? (?:was|is|has been) (?:successful|completed?)\b|\bsuccessfully completed (?:the )?link(?:ing)?\b/g;
// "the Log Out link" is no linking, and "do not press" at the beginning forbids something else.
const notLinked =
  /(?<!(?:^|please |[,;:] )do )\b(?:not|cannot|can't|couldn't|never|unable to|failed to|failure|error|no accounts? (?:was|were))\b(?:(?! and )[^.,;:]){0,60}(?<!\b(?:log ?out|refresh|this|following|(?:use|click|press|follow|see|find) the) )\blink/g;
const linkingFailed =
  /\blink(?:ing|ed)?\b[^.;]{0,40}\b(?:failed|not (?:be )?(?:complet|allow|possible|made|success)|refused|denied|rejected|cancell?ed)/g;
const before =
  /\balready (?:been )?(?:linked|associated|in use)\b|\b(?:is|are|was|were) (?:already )?linked to (?:another|a different)\b|\bpreviously (?:been )?linked\b|\balready has a linked\b/g;

/** The court's success page: the words of a link made, and none of one refused. */
export function linked({ parts, role, after }: Arrival): Page | null {
  if (role !== 'court' || (after !== 'link-form' && after !== 'final-submit')) return null;
  return saysLinked(parts) ? { kind: 'linked', text: parts.text } : null;
}

/** The court's word that there is a link already, and to which account, as far as it says. */
export function alreadyLinked({ parts, role }: Arrival): Page | null {
  if (role !== 'court' || saysLinked(parts)) return null;
  const sentence = ofLinkBefore(parts);
  return sentence === undefined ? null : { kind: 'already-linked', text: parts.text, to: linkedTo(sentence) };
}

/** The court's refusal of the final Submit, in words; where it speaks of a link made as well, it is none. */
export function submitRefused({ parts, role, after }: Arrival): Page | null {
  if (role !== 'court' || after !== 'final-submit' || speaksOfLinkBefore(parts) || announces(parts))
    return null;
  return denies(parts) ? { kind: 'submit-refused', text: parts.text } : null;
}

/** Whether the text announces a link just made. What a page says will be done, or what to do once it is, is no link. */
export function saysLinked(parts: Parts): boolean {
  return !asksForPassword(parts) && announces(parts) && !denies(parts) && !speaksOfLinkBefore(parts);
}

/** The sentence that speaks of a link made at an earlier time. */
const ofLinkBefore = once((parts: Parts) => sentencesOf(parts).find((each) => statesDone(each, before)));

/** Whether the text speaks of a link made at an earlier time. */
export function speaksOfLinkBefore(parts: Parts): boolean {
  return ofLinkBefore(parts) !== undefined;
}

const announces = once((parts: Parts) =>
  sentencesOf(parts).some((sentence) => statesDone(sentence, announced)),
);

const denies = once((parts: Parts) =>
  sentencesOf(parts).some((each) => states(each, notLinked) || states(each, linkingFailed)),
);

/** A CM/ECF account of which nothing but "linked" is said may be linked to anybody's. */
function linkedTo(sentence: string): 'another' | 'unsaid' | 'own' {
  if (/\b(?:another|a different|other|some ?one else)\b/.test(sentence)) return 'another';
  const ofCmecf = /cm ?\/ ?ecf|\be-?fil(?:er|ing)\b/.test(sentence);
  return ofCmecf && !/\b(?:your|this) pacer account\b/.test(sentence) ? 'unsaid' : 'own';
}
