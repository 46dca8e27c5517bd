import { parseDocument } from '../src/html/document.ts';
import { readParts } from '../src/html/parts.ts';
import { program } from './clients.ts';
import { cost } from './measure.ts';
import type { Courts } from './measure.ts';

async function link(courts: Courts, delayMs: number): Promise<void> {
  const { words, env, input } = program.command(await courts.open(delayMs));
  await cost(words, env, input);
}

const timed = async (work: () => Promise<void>): Promise<number> => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};

/** Seconds for so many links one after another, each at a court of its own. */
export function inARow(courts: Courts, count: number): Promise<number> {
  return timed(async () => {
    for (let done = 0; done < count; done += 1) await link(courts, 0);
  });
}

/** Seconds for so many programs side by side, each linking once. */
export function sideBySide(courts: Courts, count: number): Promise<number> {
  return timed(async () => {
    await Promise.all(Array.from({ length: count }, () => link(courts, 40)));
  });
}

/** Milliseconds of CPU to read a court page of about so many bytes. */
export function readingTime(bytes: number): number {
  const row =
    '<TR><TD>Name:&nbsp;</TD><TD><B>Alma Q. Example</B></TD><TD><A HREF="/cgi-bin/x.pl?1">x</A></TD></TR>\n';
  const page = `<HTML><BODY><FORM METHOD=POST ACTION="/x"><TABLE>${row.repeat(Math.ceil(bytes / row.length))}</TABLE></FORM></BODY></HTML>`;
  const before = process.cpuUsage();
  readParts(parseDocument(page, { url: 'https://court.example/' }));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
