import type { WalkOptions } from '../request.ts';
import type { Outcome } from '../outcome.ts';
import { outcome } from '../outcome.ts';
import type { Road, Surroundings } from './surroundings.ts';
import { unreadable } from './unreadable.ts';

/** The road that options and environment name. Practice uses no proxy; an outcome says what is wrong. */
export async function roadOf(
  options: Pick<WalkOptions, 'caFile' | 'proxy'>,
  practice: boolean,
  around: Surroundings,
): Promise<Road | Outcome> {
  const caPem = options.caFile === null ? null : await trusted(options.caFile, around);
  if (caPem !== null && typeof caPem !== 'string') return caPem;
  const fault = options.proxy === null ? null : proxyFault(options.proxy, practice);
  if (fault !== null) return outcome('usage', { message: `--proxy: ${fault}.` });
  return { caPem, proxy: practice ? null : proxyOf(options.proxy, around.env) };
}

async function trusted(caFile: string, around: Surroundings): Promise<string | Outcome> {
  let caPem: string;
  try {
    caPem = await around.readFile(caFile);
  } catch (error) {
    return outcome('usage', { message: `--ca-file: the file cannot be read: ${unreadable(error)}.` });
  }
  if (!caPem.includes('-----BEGIN CERTIFICATE-----'))
    return outcome('usage', { message: '--ca-file: there is no PEM certificate in the file.' });
  // Node adds these to its own authorities only where a program names none itself.
  const extra = around.env['NODE_EXTRA_CA_CERTS'] ?? '';
  const more = extra === '' ? '' : await around.readFile(extra).catch(() => '');
  return more.includes('-----BEGIN CERTIFICATE-----') ? `${caPem}\n${more}` : caPem;
}

function proxyFault(given: string, practice: boolean): string | null {
  if (practice) return 'a practice court is on this machine, and no proxy leads there';
  const address = proxyAddress(given);
  if (address === null) return 'it is not an address';
  const { protocol, password } = address;
  if (protocol !== 'http:' && protocol !== 'https:') return 'only http and https proxies can be used';
  if (password !== '')
    return 'a command line can be read by others on this machine, so no password may stand in it; put the address with it into HTTPS_PROXY';
  return null;
}

/**
 * A proxy setting as an address, read as the web room reads it; null where it cannot be read. A sign @ behind the host
 * is one that a password was to end with: what stands before it is no host.
 */
export function proxyAddress(given: string): URL | null {
  const setting = given.trim();
  const address = setting.includes('://') ? setting : `http://${setting}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.hostname === '' || `${url.pathname}${url.search}${url.hash}`.includes('@') ? null : url;
}

/** What --proxy says comes before HTTPS_PROXY; NO_PROXY holds for both. */
function proxyOf(given: string | null, env: Surroundings['env']): NonNullable<Road['proxy']> {
  const https = given ?? env['HTTPS_PROXY'] ?? env['https_proxy'];
  const no = env['NO_PROXY'] ?? env['no_proxy'];
  return { ...(https === undefined ? {} : { https }), ...(no === undefined ? {} : { no }) };
}
