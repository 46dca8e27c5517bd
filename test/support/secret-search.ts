import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PracticeCourt } from '../../src/practice/court.ts';
import { formsOf } from './secret-forms.ts';

/** Something that must hold no secret, as text or as the bytes that it is. */
export type Place = { where: string; text: string | Uint8Array };

/** What a run said, and the folder that it ran in. */
export type Left = { stdout: string; stderr: string; home: string };

/** Every place that a run could leave a secret in: its output, and each file of its folder, names and all. */
export async function placesOf({ stdout, stderr, home }: Left): Promise<Place[]> {
  const said = [
    { where: 'stdout', text: stdout },
    { where: 'stderr', text: stderr },
  ];
  return [...said, ...(await filesIn(home))];
}

/** Every file below a folder, and the names of all that is there. */
async function filesIn(folder: string): Promise<Place[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files.map(async (where) => ({ where, text: await readFile(where) }));
  return [
    ...(await Promise.all(read)),
    { where: 'names of files', text: entries.map(({ name }) => name).join('\n') },
  ];
}

/**
 * Every leak of a run: of the secrets that the environment carried (see `secretsOf`) in what it left, in the address or
 * header of a request, or in a request to a host that does not own them; of the court's tokens in what it left.
 */
export async function leaksOfRun(
  left: Left,
  court: PracticeCourt,
  secrets: Record<string, string>,
): Promise<string[]> {
  const places = await placesOf(left);
  const requests = court.log.map(({ kind, path, query, headers }) => ({
    where: `address or header of ${kind}`,
    text: `${path}?${query}\n${JSON.stringify(headers)}`,
  }));
  return [
    ...leaksOf(Object.values(secrets), [...places, ...requests]),
    ...leaksOf(court.handed(), places),
    ...Object.entries(secrets).flatMap(([name, value]) => leaksOf([value], bodiesForOthers(court, name))),
  ];
}

/** The bodies of the requests to every host but the one that such a secret is for. */
function bodiesForOthers(court: PracticeCourt, name: string): Place[] {
  const owner = name.includes('CMECF') ? 'ecf.' : 'login.';
  return court.log
    .filter(({ host }) => !host.startsWith(owner))
    .map(({ kind, host, entries }) => ({ where: `${kind} at ${host}`, text: JSON.stringify(entries) }));
}

/**
 * Searches places for secrets, each in every form of `formsOf`, with white space left out of account: a line may be
 * broken. A code of digits is searched for as a word of its own, so that no other number is taken for it. Gives where
 * and in which form each was found.
 */
export function leaksOf(secrets: readonly string[], places: readonly Place[]): string[] {
  const wanted = [...new Set(secrets)].filter((value) => value !== '').flatMap(needles);
  const found = places.flatMap(({ where, text }) => {
    const bytes = Buffer.from(typeof text === 'string' ? text : Buffer.from(text)).toString('latin1');
    const whole = { loose: bytes, tight: tight(bytes) };
    return wanted.filter(({ isIn }) => isIn(whole)).map(({ how }) => `${where}: ${how}`);
  });
  return [...new Set(found)];
}

type Whole = { loose: string; tight: string };
type Needle = { how: string; isIn: (whole: Whole) => boolean };

const tight = (bytes: string): string => bytes.replace(/\s+/g, '');
const partLength = 10; // characters, enough to know a secret by

function needles(value: string): Needle[] {
  if (/^\d+$/.test(value)) return digits(value);
  const halves =
    value.length < partLength + 4
      ? []
      : [
          { part: value.slice(0, partLength), named: 'its beginning, ' },
          { part: value.slice(-partLength), named: 'its end, ' },
        ];
  return [{ part: value, named: '' }, ...halves].flatMap(({ part, named }) =>
    formsOf(part).map(({ how, bytes }) => {
      const sought = tight(bytes);
      return { how: named + how, isIn: (whole: Whole) => whole.tight.includes(sought) };
    }),
  );
}

function digits(value: string): Needle[] {
  const apart = value.replace(/^(\d{3})(\d{3})$/, '$1 $2');
  const words = new RegExp(
    `(?:(?<![0-9A-Za-z])|(?<=%[0-9A-Fa-f]{2}|\\\\[nrt]))(?:${value}|${apart})(?![0-9A-Za-z])`,
  );
  const forms = formsOf(value).filter(({ bytes }) => bytes !== value);
  return [
    { how: 'as it is', isIn: (whole) => words.test(whole.loose) },
    ...forms.map(({ how, bytes }) => ({ how, isIn: (whole: Whole) => whole.tight.includes(bytes) })),
  ];
}
