import { CookieJar, MemoryCookieStore } from 'tough-cookie';

export type Cookies = {
  /** The `Cookie` header a browser would send to `url`, or null for none. */
  headerFor(url: string): string | null;
  /** Keeps what an answer from `url` set; a cookie the answer had no right to set is left out. */
  store(url: string, setCookie: readonly string[]): void;
  /** Forgets the cookies of `host` itself; those of a parent domain stay. */
  drop(host: string): void;
  /** Takes an invented cookie through a jar of its own, another kind at each call: the library is compiled by its use. */
  rehearse(): void;
};

/** Opens an empty cookie jar, kept in memory only. Public suffixes are refused (RFC 6265 section 5.3). */
export function openCookies(): Cookies {
  const kept = new MemoryCookieStore();
  const jar = new CookieJar(kept, { rejectPublicSuffixes: true, prefixSecurity: 'silent' });
  const invented = ['a=b', 'a=b; Domain=rehearsal.example'];
  return {
    headerFor: (url) => jar.getCookieStringSync(url) || null,
    store(url, setCookie) {
      for (const header of setCookie) {
        // RFC 6265bis section 5.6: a control character spoils the whole cookie.
        if (/[^\t\x20-\x7e\x80-\xff]/.test(header)) continue;
        jar.setCookieSync(header, url, { ignoreError: true });
      }
    },
    drop(host) {
      // No path means all of them.
      void kept.removeCookies(host.toLowerCase(), '');
    },
    rehearse() {
      const header = invented.shift();
      if (header === undefined) return;
      const trial = new CookieJar();
      for (const url of ['https://a.rehearsal.example/', 'https://b.rehearsal.example/']) {
        trial.setCookieSync(header, url);
        trial.getCookieStringSync(url);
      }
    },
  };
}
