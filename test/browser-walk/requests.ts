import type { LogEntry } from '../../src/practice/court.ts';

/** A request as it is compared: what two visitors of two courts must send alike. */
export type Compared = {
  kind: string;
  request: string;
  type: string | null;
  referer: string | null;
  origin: string | null;
  /** What marks a request as sent by a script. */
  script: string[];
  cookies: string[];
  entries: string[];
};

/** Ports, form numbers and codes are of one court and one visit alone; they are given one name each. */
const evened = (text: string): string =>
  text
    .replace(/localhost:\d+/g, 'localhost')
    .replace(/\d{15}(?=-L_1_)/g, 'NUMBER')
    .replace(/^(mfaForm:mfaInput=)\d{6}$/, '$1CODE');

/** Names for values that no two courts have alike: the first that comes is 1, the next other one 2. */
function numbering(): (value: string) => number {
  const seen: string[] = [];
  return (value) => {
    if (!seen.includes(value)) seen.push(value);
    return seen.indexOf(value) + 1;
  };
}

/** The pairs of a Cookie header by name; their order is nobody's to rely on (RFC 6265, section 4.2.2). */
const pairsOf = (header: string | undefined): string[] =>
  (header ?? '')
    .split('; ')
    .filter((pair) => pair !== '')
    .toSorted((a, b) => (a < b ? -1 : 1));

/** Whether a request is of the walk, and not fetched by a browser for the looks of a page alone. */
const isWalk = ({ headers }: LogEntry): boolean =>
  (headers['sec-fetch-dest'] ?? 'document') === 'document' || 'faces-request' in headers;

/** What a court's log says of a walk; what a browser fetches for the looks of a page alone is left out. */
export function compared(log: readonly LogEntry[]): Compared[] {
  const [token, state] = [numbering(), numbering()];
  const cookie = (pair: string): string => {
    const end = pair.indexOf('=') + 1;
    return `${pair.slice(0, end)}${token(pair.slice(end))}`;
  };
  const entry = (name: string, value: string): string =>
    /\.faces\.ViewState$/.test(name) ? `${name}=${state(value)}` : evened(`${name}=${value}`);
  return log.filter(isWalk).map(({ kind, method, host, path, query, headers, entries }) => ({
    kind,
    request: evened(`${method} ${host}${path}${query === '' ? '' : `?${query}`}`),
    type: headers['content-type']?.replace(/boundary=.*/, 'boundary=B') ?? null,
    referer: headers['referer'] === undefined ? null : evened(headers['referer']),
    origin: headers['origin'] === undefined ? null : evened(headers['origin']),
    script: ['faces-request', 'x-requested-with'].flatMap((name) => headers[name] ?? []),
    cookies: pairsOf(headers['cookie']).map(cookie),
    entries: entries.map(([name, value]) => entry(name, value)),
  }));
}

/** How the headers of two walks differ, request by request: names that one of them alone sends, and other values. */
export function headersApart(
  ours: readonly LogEntry[],
  theirs: readonly LogEntry[],
): { onlyOurs: string[]; onlyTheirs: string[]; otherValues: string[] } {
  const apart = {
    onlyOurs: new Set<string>(),
    onlyTheirs: new Set<string>(),
    otherValues: new Set<string>(),
  };
  const walked = theirs.filter(isWalk);
  for (const [n, { headers }] of ours.filter(isWalk).entries()) {
    const browsers = walked[n]?.headers ?? {};
    for (const name of Object.keys(headers)) if (!(name in browsers)) apart.onlyOurs.add(name);
    for (const [name, value] of Object.entries(browsers)) {
      if (!(name in headers)) apart.onlyTheirs.add(name);
      else if (headers[name] !== value && !comparedAlready.has(name)) apart.otherValues.add(name);
    }
  }
  const listed = (names: Set<string>): string[] => [...names].toSorted((a, b) => (a < b ? -1 : 1));
  return {
    onlyOurs: listed(apart.onlyOurs),
    onlyTheirs: listed(apart.onlyTheirs),
    otherValues: listed(apart.otherValues),
  };
}

const comparedAlready = new Set(['host', 'cookie', 'referer', 'origin', 'content-type', 'content-length']);
