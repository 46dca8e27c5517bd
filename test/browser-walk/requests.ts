import type { LogEntry } from '../../src/practice/court.ts';

/** A request as it is compared: what two visitors of two courts must send alike. */
export type Compared = {
  kind: string;
  request: string;
  type: string | null;
  referer: string | null;
  origin: string | null;
  cookies: string[];
  entries: string[];
};

/** Ports, form numbers and view states are of one court and one visit alone; they are given one name each. */
const evened = (text: string): string =>
  text
    .replace(/localhost:\d+/g, 'localhost')
    .replace(/\d{15}(?=-L_1_)/g, 'NUMBER')
    .replace(/^(.*\.faces\.ViewState=).+$/, '$1STATE')
    .replace(/^(mfaForm:mfaInput=)\d{6}$/, '$1CODE');

const cookieNames = (header: string | undefined): string[] =>
  (header ?? '')
    .split('; ')
    .filter((pair) => pair !== '')
    .map((pair) => pair.split('=')[0] ?? '')
    .toSorted((a, b) => (a < b ? -1 : 1));

/** What a court's log says of a walk; what a browser fetches for the looks of a page alone is left out. */
export function compared(log: readonly LogEntry[]): Compared[] {
  return log
    .filter(
      ({ headers }) => (headers['sec-fetch-dest'] ?? 'document') === 'document' || 'faces-request' in headers,
    )
    .map(({ kind, method, host, path, query, headers, entries }) => ({
      kind,
      request: evened(`${method} ${host}${path}${query === '' ? '' : `?${query}`}`),
      type: headers['content-type']?.replace(/boundary=.*/, 'boundary=B') ?? null,
      referer: headers['referer'] === undefined ? null : evened(headers['referer']),
      origin: headers['origin'] === undefined ? null : evened(headers['origin']),
      cookies: cookieNames(headers['cookie']),
      entries: entries.map(([name, value]) => evened(`${name}=${value}`)),
    }));
}

/** The names of all headers that a walk's requests carried. */
export function headerNames(log: readonly LogEntry[]): string[] {
  const names = log.filter(({ kind }) => kind !== 'script').flatMap(({ headers }) => Object.keys(headers));
  return [...new Set(names)].toSorted((a, b) => (a < b ? -1 : 1));
}
