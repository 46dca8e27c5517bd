import { startCourt } from '../src/practice/court.ts';
import { scenarioNamed } from '../src/practice/scenarios.ts';

/**
 * Practice courts in a process of their own, so that their work is not counted as a client's: court.js SCENARIO.
 * Each line on standard input asks for something, each answer is one line of JSON: "open DELAY-MS" for a new court,
 * "log" for how many requests the newest one received and how many accounts it linked.
 */
const [id = ''] = process.argv.slice(2);
const scenario = scenarioNamed(id);
if (scenario === null) throw new RangeError(`no scenario ${id}`);
const { traits: _traits, ...person } = scenario;
const courts: Awaited<ReturnType<typeof startCourt>>[] = [];
const say = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);

process.stdin.setEncoding('utf8').on('data', (text: string) => {
  for (const line of text.split('\n')) void answer(line);
});
process.stdin.on('end', () => process.exit());

async function answer(line: string): Promise<void> {
  const [word, value] = line.split(' ');
  if (word === 'open') {
    const court = await startCourt({ scenario: id, delayMs: Number(value) });
    courts.push(court);
    say({ address: court.address, person: { ...person, passcode: court.passcode() } });
  }
  const newest = courts.at(-1);
  if (word === 'log') say({ requests: newest?.log.length, links: newest?.links().length });
}
