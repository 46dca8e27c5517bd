import { startCourt } from '../src/practice/court.ts';
import { scenarioNamed } from '../src/practice/scenarios.ts';

/**
 * A practice court in a process of its own, so that its work is not counted as the client's: court.js SCENARIO
 * DELAY-MS. Prints one line of JSON once it is up; answers "log" on standard input with what it received, and
 * "passcode" with the running passcode; ends with its input.
 */
const [id = '', delay = '0'] = process.argv.slice(2);
const scenario = scenarioNamed(id);
const court = await startCourt({ scenario: id, delayMs: Number(delay) });
const { traits: _traits, ...person } = scenario ?? {};
process.stdout.write(`${JSON.stringify({ address: court.address, person })}\n`);
process.stdin.setEncoding('utf8').on('data', (text: string) => {
  for (const word of text.split('\n')) {
    if (word === 'log') process.stdout.write(`${JSON.stringify(court.log)}\n`);
    if (word === 'passcode') process.stdout.write(`${JSON.stringify(court.passcode())}\n`);
    if (word === 'links') process.stdout.write(`${JSON.stringify(court.links())}\n`);
  }
});
process.stdin.on('end', () => void court.close());
