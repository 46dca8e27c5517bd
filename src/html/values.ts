import { isDate, isMonth, isTime, isWeek, localDateTime } from './dates.ts';

const stripNewlines = (value: string) => value.replace(/[\n\r]/g, '');

/** Text without ASCII white space at its ends. */
function trimAscii(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && '\t\n\f\r '.includes(text.charAt(start))) start++;
  while (end > start && '\t\n\f\r '.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

const NUMBER = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** What a `type=range` was limited to, as its attributes say. */
export type Range = { min: string | null; max: string | null; step: string | null };
const NO_RANGE: Range = { min: null, max: null, step: null };

const numberOf = (text: string | null) => (text !== null && NUMBER.test(text) ? Number(text) : null);

/** A slider's value: between its limits and on a step (HTML standard 4.10.5.1.13). */
function slider(value: string, range: Range): string {
  // Steps are counted from the lower limit, else from the value itself.
  const base = numberOf(range.min) ?? numberOf(value) ?? 0;
  const min = numberOf(range.min) ?? 0;
  const max = numberOf(range.max) ?? 100;
  const wanted = numberOf(value) ?? (max < min ? min : min + (max - min) / 2);
  const held = Math.max(min, Math.min(wanted, Math.max(min, max)));
  if (range.step?.toLowerCase() === 'any') return String(held);
  const given = numberOf(range.step);
  const step = given !== null && given > 0 ? given : 1;
  const places = Math.max(...[base, step].map((number) => String(number).split('.')[1]?.length ?? 0));
  const near = base + Math.round((held - base) / step) * step;
  const settled = near > Math.max(min, max) ? near - step : near;
  return String(Number(settled.toFixed(Math.min(places, 20))));
}

function addresses(value: string, multiple: boolean): string {
  const parts = multiple ? value.split(',') : [value];
  return parts.map((part) => trimAscii(part)).join(',');
}

/**
 * The value of an `<input>` after its type's sanitisation (HTML standard 4.10.5.1). Colours are read as
 * `#rrggbb` and `#rgb` only; anything else is black.
 */
export function sanitised(type: string, value: string, range: Range = NO_RANGE, multiple = false): string {
  switch (type) {
    case 'text':
    case 'search':
    case 'tel':
    case 'password':
      return stripNewlines(value);
    case 'url':
      return trimAscii(stripNewlines(value));
    case 'email':
      return addresses(stripNewlines(value), multiple);
    case 'number':
      return NUMBER.test(value) && Number.isFinite(Number(value)) ? value : '';
    case 'range':
      return slider(value, range);
    case 'date':
      return isDate(value) ? value : '';
    case 'month':
      return isMonth(value) ? value : '';
    case 'week':
      return isWeek(value) ? value : '';
    case 'time':
      return isTime(value) ? value : '';
    case 'datetime-local':
      return localDateTime(value);
    case 'color': {
      const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(value);
      if (short !== null)
        return `#${short
          .slice(1)
          .map((digit) => digit + digit)
          .join('')}`.toLowerCase();
      return /^#[\da-f]{6}$/i.test(value) ? value.toLowerCase() : '#000000';
    }
    default:
      return value;
  }
}
