import type { HopLine } from '../walk/session.ts';
import type { SecretName } from './secrets.ts';

const signedIn = new Set<HopLine['kind']>(['court-menu', 'utilities-menu', 'link-form']);
const pastLinkForm = new Set<HopLine['kind']>(['link-review', 'linked']);

/** Which secrets a site has taken, by the page it answered with: only the court's own pages prove a sign-on. */
export function acceptedBy(kind: HopLine['kind']): SecretName[] {
  if (kind === null) return [];
  if (pastLinkForm.has(kind)) return ['cmecfPassword'];
  return signedIn.has(kind) ? ['pacerPassword', 'passcode'] : [];
}
