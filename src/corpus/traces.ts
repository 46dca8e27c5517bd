/** A page out of a trace: where it stood, and its skeleton. */
export type TracedPage = { line: number; url: string; html: string };

/**
 * The skeletons in a trace (`--trace`), one JSON object a line. A line that is none, as where a run was killed while it
 * wrote, is passed over.
 */
export function pagesOfTrace(text: string): TracedPage[] {
  return text.split('\n').flatMap((line, at): TracedPage[] => {
    const { host, path, skeleton } = objectIn(line);
    if (typeof host !== 'string' || typeof path !== 'string' || typeof skeleton !== 'string') return [];
    const scheme = /localhost(?::\d+)?$/.test(host) ? 'http' : 'https';
    const url = `${scheme}://${host}${path}`;
    return URL.canParse(url) ? [{ line: at + 1, url, html: skeleton }] : [];
  });
}

function objectIn(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
