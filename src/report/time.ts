/**
 * A moment in ISO 8601 with the offset of local time, to the second: `2026-11-22T18:01:05-05:00`.
 * `at` in milliseconds since 1970, `ahead` the minutes that local time is ahead of UTC.
 */
export function zonedTime(at: number, ahead: number): string {
  const local = new Date(at + ahead * 60_000).toISOString().slice(0, 19);
  const minutes = Math.abs(ahead);
  const two = (value: number): string => String(Math.trunc(value)).padStart(2, '0');
  return `${local}${ahead < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** A moment as a file name holds it, in UTC: `20261122T230105123Z`. */
export function fileTime(at: number): string {
  return new Date(at).toISOString().replace(/[-:.]/g, '');
}
