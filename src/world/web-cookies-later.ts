import type { Cookies } from './web-cookies.ts';

export type LaterCookies = {
  /** As the jar's own; waits for the jar only once there is something in it. */
  headerFor(url: string): Promise<string | null>;
  store: Cookies['store'];
  drop: Cookies['drop'];
  /** Gets ahead while an answer is awaited: loads the jar, and lets it rehearse. */
  ahead(): Promise<void>;
};

/** An empty cookie jar whose library loads when it is first needed: the first request has no cookie to send. */
export function cookiesLater(): LaterCookies {
  let loading: Promise<Cookies> | null = null;
  let jar: Cookies | null = null;
  const waiting: ((jar: Cookies) => void)[] = [];

  const load = (): Promise<Cookies> =>
    (loading ??= import('./web-cookies.ts').then(({ openCookies }) => {
      jar = openCookies();
      for (const act of waiting) act(jar);
      return jar;
    }));
  const soon = (act: (jar: Cookies) => void): void => {
    if (jar === null) waiting.push(act);
    else act(jar);
  };
  return {
    headerFor: async (url) => (jar === null && waiting.length === 0 ? null : (await load()).headerFor(url)),
    store(url, setCookie) {
      if (setCookie.length > 0) soon((open) => open.store(url, setCookie));
    },
    drop: (host) => soon((open) => open.drop(host)),
    ahead: async () => (await load()).rehearse(),
  };
}
