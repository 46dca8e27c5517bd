const POLICIES = new Set([
  'no-referrer',
  'no-referrer-when-downgrade',
  'same-origin',
  'origin',
  'strict-origin',
  'origin-when-cross-origin',
  'strict-origin-when-cross-origin',
  'unsafe-url',
]);

/** The last policy of a header that is known (Referrer Policy 8.1). */
export function policyOf(header: string | null | undefined): string {
  const named = (header ?? '').split(',').map((token) => token.trim().toLowerCase());
  return named.findLast((token) => POLICIES.has(token)) ?? 'strict-origin-when-cross-origin';
}

/** Whether what is fetched from here could not be changed on the way (Secure Contexts 3.1). */
export function isTrustworthy(url: URL): boolean {
  return (
    url.protocol === 'https:' || /^(?:(?:.*\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)
  );
}

/** An address parsed, or null. */
export function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
