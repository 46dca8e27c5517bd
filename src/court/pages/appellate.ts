import type { Arrival, Page } from '../page.ts';
import { saidWithTitle } from '../words.ts';

/** The front page of a court of appeals: a different system altogether, known by its own paths and name. */
export function appellate({ parts }: Arrival): Page | null {
  const system = parts.links.some((link) =>
    /\/n\/AttorneyFiling\/|\/servlet\/TransportRoom/.test(link.href ?? ''),
  );
  return system && saidWithTitle(parts).includes('court of appeals')
    ? { kind: 'appellate', text: parts.text }
    : null;
}
