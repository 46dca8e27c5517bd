import type { IncomingMessage } from 'node:http';
import type { Entry } from './body.ts';
import type { CourtSession, Memory, SignOnSession, Visit } from './memory.ts';

/** A request as the practice court sees it, with whoever its cookies belong to. */
export type Asked = {
  method: string;
  /** Lower-case name without the port. */
  host: string;
  origin: string;
  path: string;
  query: string;
  headers: Record<string, string>;
  entries: Entry[];
  signOn: SignOnSession | null;
  session: CourtSession | null;
  visit: Visit | null;
};

const MOST = 1_000_000;

/** The body of a request. Throws when it is longer than a megabyte. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST) throw new RangeError('the request is too long for practice');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The cookies of a Cookie header, first of a name first (RFC 6265 section 5.4). */
export function readCookies(header: string): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=');
    const name = pair.slice(0, equals).trim();
    if (equals > 0 && !cookies.has(name)) cookies.set(name, pair.slice(equals + 1).trim());
  }
  return cookies;
}

/** Who a request comes from: each null when its cookie is missing, old or closed. */
export function whose(
  memory: Memory,
  cookies: Map<string, string>,
): Pick<Asked, 'signOn' | 'session' | 'visit'> {
  const token = cookies.get('NextGenCSO');
  const signOn = memory.signOns.find((one) => one.open && one.token === token) ?? null;
  const session = memory.courtSessions.get(cookies.get('CourtSession') ?? '') ?? null;
  return {
    signOn,
    session: session !== null && session.signOn === signOn ? session : null,
    visit: memory.visits.get(cookies.get('JSESSIONID') ?? '') ?? null,
  };
}
