import { resolve } from './address.ts';
import { attr, type Element } from './tree.ts';

/** The address part of a refresh, after its time (HTML standard 4.2.5.3, "shared declarative refresh steps"). */
function target(rest: string): string | null {
  const text = rest.replace(/^[\t\n\f\r ]*[;,]?[\t\n\f\r ]*/, '');
  if (text === '') return '';
  if (!/^[\t\n\f\r ;,]/.test(rest)) return null;
  const named = /^url[\t\n\f\r ]*=[\t\n\f\r ]*/i.exec(text);
  const reference = named === null ? text : text.slice(named[0].length);
  const quote = reference.charAt(0);
  if (quote !== '"' && quote !== "'") return reference;
  const end = reference.indexOf(quote, 1);
  return reference.slice(1, end < 0 ? undefined : end);
}

/** The first `<meta http-equiv=refresh>` that can be read: seconds to wait, and the absolute address. */
export function readRefresh(
  elements: readonly Element[],
  at: { url: string; baseUrl: string },
): { delay: number; url: string } | null {
  for (const element of elements) {
    if (element.name !== 'meta' || attr(element, 'http-equiv')?.toLowerCase() !== 'refresh') continue;
    const time = /^[\t\n\f\r ]*(\d*)(?:\.[\d.]*)?/.exec(attr(element, 'content') ?? '');
    if (time === null || time[0].trim() === '') continue;
    const reference = target((attr(element, 'content') ?? '').slice(time[0].length));
    const url = reference === null ? null : reference === '' ? at.url : resolve(reference, at.baseUrl);
    if (url !== null && !url.startsWith('javascript:')) return { delay: Number(time[1] || 0), url };
  }
  return null;
}
