import type { Arrival, Page } from '../page.ts';
import { sentencesOf, states } from '../sentences.ts';
import { fold, inOrder, said, saidWithTitle } from '../words.ts';

const offer = [/\blink (a|my|an|your)\b/, /\bcm ?\/ ?ecf\b/, /\bpacer account\b/];

// More words than that are a page that an unclosed link has swallowed.
const longest = 200;

/** The Utilities page: it offers the link by its words, under whatever group, in whatever capitals. */
export function utilitiesMenu({ parts, role, after }: Arrival): Page | null {
  if (role !== 'court' || after === 'link-form' || after === 'final-submit') return null;
  const own = new URL(parts.url);
  const found = new Set<string>();
  for (const link of [...parts.links, ...(parts.menu?.links ?? [])]) {
    if (link.href === null || link.text.length > longest || !inOrder(fold(link.text), offer)) continue;
    const url = new URL(link.href);
    if (url.origin === own.origin && url.pathname !== own.pathname) found.add(url.href);
  }
  const [link] = found;
  return link === undefined || found.size > 1 ? null : { kind: 'utilities-menu', link };
}

/** "This user has no access privileges defined.": seen once although the session is good (fixtures/NOTES.md). */
export function noPrivileges({ parts }: Arrival): Page | null {
  return said(parts).includes('no access privileges defined')
    ? { kind: 'no-privileges', text: parts.text }
    : null;
}

const expired =
  /\bsession (?:has |is |was )?(?:expired|ended|timed out|no longer valid)|\bsession time-?out\b/g;

/** The court's word that the session is over; what to do if it should be is none. */
export function sessionExpired({ parts, role, after }: Arrival): Page | null {
  if (role === 'sign-on' && after !== null) return null;
  return sentencesOf(parts).some((sentence) => states(sentence, expired))
    ? { kind: 'session-expired', text: parts.text }
    : null;
}

/** The warning that a request was forged by another site, given when the Referer is not the court's own. */
export function crossSiteWarning({ parts, role }: Arrival): Page | null {
  const says = saidWithTitle(parts);
  return role === 'court' && /cross[- ]site/.test(says) && /(request|forger|warning|script)/.test(says)
    ? { kind: 'cross-site-warning', text: parts.text }
    : null;
}
