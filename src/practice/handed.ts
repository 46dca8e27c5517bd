import type { Answer } from './answer.ts';

/** What an answer hands out for its receiver to keep to itself: values of session cookies, and view states. */
export function handedOut({ cookies, body }: Answer): string[] {
  const values = cookies.map((cookie) => cookie.slice(cookie.indexOf('=') + 1).split(';')[0] ?? '');
  const viewStates = body.match(/-\d{8,}:\d{8,}/g) ?? [];
  return [...values.filter((value) => value.length > 20), ...viewStates];
}
