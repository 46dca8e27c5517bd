/** What nobody types and no eye sees: controls, zero-width letters, marks of direction, the byte order mark. */
export const untypeable = /[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffd]/;

/** Whether a text may be a login or a client code: not overlong, and nothing in it that nobody types. */
export function isName(text: string): boolean {
  return text.length <= 200 && !untypeable.test(text);
}
