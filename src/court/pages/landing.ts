import type { Arrival, Page } from '../page.ts';
import { scriptedAddress } from '../../html/navigation.ts';
import { asksForPassword } from '../reach.ts';
import { readMenu } from '../menu.ts';

/**
 * A page that only leads on: the court's front page with its link to login.pl, or a page whose
 * meta refresh or script names the next address (fixtures/NOTES.md, "From the court to the sign-on page").
 */
export function landing({ parts }: Arrival): Page | null {
  if (readMenu(parts) !== null || asksForPassword(parts)) return null;
  const to = parts.refresh?.url ?? scriptedAddress(parts.scripts, parts.baseUrl) ?? loginLink(parts);
  return to === null ? null : { kind: 'landing', to };
}

/** The one address of a login.pl link on the page's own host; a court may link its training system beside it. */
function loginLink(parts: Arrival['parts']): string | null {
  const origin = new URL(parts.url).origin;
  const found = new Set<string>();
  for (const link of parts.links) {
    if (link.href === null) continue;
    const url = new URL(link.href);
    if (url.origin === origin && /^\/cgi-bin\/(login|ShowIndex)\.pl$/.test(url.pathname) && url.search === '')
      found.add(url.href);
  }
  const [only] = found;
  return found.size === 1 ? (only ?? null) : null;
}
