import type { Clock } from '../world/clock.ts';
import type { Web } from '../world/web.ts';

/** A web that notes by how much this computer's clock differs from the servers'. */
export type TimedWeb = {
  web: Web;
  /** Milliseconds this computer is ahead of the last server that told its time; null if none did. */
  ahead(): number | null;
};

/** Watches the `Date` of every answer (RFC 9110 section 6.6.1, whole seconds) against the clock. */
export function timed(web: Web, clock: Pick<Clock, 'now'>): TimedWeb {
  let ahead: number | null = null;
  return {
    ahead: () => ahead,
    web: {
      ...web,
      async send(request) {
        const answer = await web.send(request);
        const told = Date.parse(answer.headers['date'] ?? '');
        // The server wrote it while the answer was under way, and cut off half a second on average.
        if (!Number.isNaN(told)) ahead = clock.now() - answer.ms / 2 - (told + 500);
        return answer;
      },
    },
  };
}

const close = 5_000; // ms

/** What the difference means for passcodes, in a sentence; none if it is not known. */
export function skewWords(ahead: number | null): string | null {
  if (ahead === null) return null;
  if (Math.abs(ahead) <= close) return 'This computer’s clock agrees with the server’s.';
  const seconds = Math.round(Math.abs(ahead) / 1000);
  const far = seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
  return `This computer’s clock is ${far} ${ahead > 0 ? 'ahead of' : 'behind'} the server’s: set it right, for passcodes made here depend on it.`;
}
