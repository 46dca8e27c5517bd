import process from 'node:process';
import { cutAtLinkForm, outcome } from './outcome.ts';
import { practiceMark } from './report/lines.ts';
import { wrapped } from './report/prose.ts';
import { proseColumns } from './terminal.ts';
import type { Stage } from './walk/session.ts';

// Windows has no SIGTERM to hear. It sends SIGBREAK for Ctrl-Break, and SIGHUP when the window is closed, ten seconds
// before it ends the program itself.
const reasons = {
  SIGINT: 'interrupted',
  SIGBREAK: 'interrupted',
  SIGTERM: 'terminated',
  SIGHUP: 'hung-up',
} as const;

let exitCode: number | null = null;

/** The code of a result that has been told, or null. */
export function toldCode(): number | null {
  return exitCode;
}

/** The result has been told: from here on a signal ends the program with this code. */
export function over(code: number): void {
  exitCode = code;
}

/**
 * The first signal asks the run to stop; the second ends the program where it is. From the final Submit on, a signal
 * stops nothing: the answer is waited for, and the code of an early end is 8.
 */
export function signals(stage: Stage): AbortSignal {
  const controller = new AbortController();
  const say = (text: string): void =>
    void process.stderr.write(`\n${wrapped(text, proseColumns(process.stderr))}\n`);
  const practising = (): string => (stage.where?.places.practice === true ? `\n\n${practiceMark}` : '');
  // Else Node opens a port for its debugger, which every user of this computer could reach.
  if (process.platform !== 'win32') process.on('SIGUSR1', () => {});
  for (const [name, reason] of Object.entries(reasons)) {
    process.on(name, () => {
      if (exitCode !== null) process.exit(exitCode);
      const sent = stage.submitted !== 'no';
      if (controller.signal.aborted) {
        const open = 'The session may still be open at the court.';
        if (sent) say(`${cutOff}${practising()}`);
        else if (stage.linkFormOpen) say(`Stopped at once. ${cutAtLinkForm} ${open}${practising()}`);
        else say(`Stopped at once. The final Submit was not sent. ${open}`);
        process.exit(sent ? 8 : outcome(reason).exitCode);
      }
      say(sent ? underWay : stage.where === null ? 'Stopping.' : 'Stopping. The final Submit was not sent.');
      controller.abort(reason);
    });
  }
  return controller.signal;
}

const underWay = 'The final Submit has been sent and cannot be called back; waiting for the court’s answer.';
const cutOff = `Cut off after the final Submit. ${outcome('outcome-unknown').nextStep}`;
