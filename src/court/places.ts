import type { Role } from './page.ts';

/** The two origins a run may talk to. In practice the sign-on's is learnt from the court's first redirect. */
export type Places = { court: string; signOn: string | null; practice: boolean };

const realSignOn = 'https://pacer.login.uscourts.gov';

/** The places of a real court, from its address in the directory. */
export function realPlaces(address: string): Places {
  return { court: new URL(address).origin, signOn: realSignOn, practice: false };
}

/** The places of a practice court; a string says what is wrong with the address. */
export function practicePlaces(address: string): Places | string {
  if (!URL.canParse(address)) return 'it is not a web address';
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'it must begin with http:// or https://';
  if (!url.hostname.endsWith('.localhost')) return 'only names under .localhost are practice courts';
  if (url.username !== '' || url.password !== '') return 'it must not hold a user name or password';
  return { court: url.origin, signOn: null, practice: true };
}

/**
 * Which of the two hosts an address belongs to, or null for neither, as for what is no address and for one that
 * carries a user name or password.
 */
export function roleOf(places: Places, url: string): Role | null {
  if (!URL.canParse(url) || carriesLogin(url)) return null;
  const { origin } = new URL(url);
  if (origin === places.court) return 'court';
  return origin === places.signOn ? 'sign-on' : null;
}

/**
 * Whether the walk may go to `url`; the places with the sign-on learnt, or a sentence why not.
 * A practice sign-on is believed once, only where the court's own redirect leads and only under a
 * parent that both hosts share below .localhost, so no page can name another later.
 */
export function admit(places: Places, url: string, learning: boolean): Places | string {
  if (!URL.canParse(url)) return 'it is not a web address';
  if (carriesLogin(url)) return 'it carries a user name or password';
  if (roleOf(places, url) !== null) return places;
  const { protocol, hostname, origin, host } = new URL(url);
  if (places.practice && places.signOn === null && learning) {
    if (protocol !== new URL(places.court).protocol)
      return `it changes the scheme to ${protocol.slice(0, -1)}`;
    if (sharesParent(hostname, new URL(places.court).hostname)) return { ...places, signOn: origin };
    return `${printableHost(host)} shares no parent below .localhost with the practice court`;
  }
  if (protocol !== 'https:' && !places.practice) return `it is not https (${printableHost(host)})`;
  return `${printableHost(host)} is neither the court nor its sign-on`;
}

/** A host as it may be shown: WHATWG URL hosts are ASCII already, only their length is bounded here. */
function printableHost(host: string): string {
  return host.length > 100 ? `${host.slice(0, 100)}…` : host;
}

function carriesLogin(url: string): boolean {
  const { username, password } = new URL(url);
  return username !== '' || password !== '';
}

function sharesParent(a: string, b: string): boolean {
  const [left, right] = [a.split('.').toReversed(), b.split('.').toReversed()];
  return left[0] === 'localhost' && right[0] === 'localhost' && left[1] !== undefined && left[1] === right[1];
}
