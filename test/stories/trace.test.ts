import { execFileSync } from 'node:child_process';
import { lstat, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { menuSelector } from '../../src/court/menu.ts';
import { recognise } from '../../src/court/recognise.ts';
import { parseDocument } from '../../src/html/document.ts';
import { readParts } from '../../src/html/parts.ts';
import { runProgram, startProgram } from '../support/program.ts';
import { leaksOf } from '../support/secret-search.ts';
import { openFirm, scenarioOf } from '../support/story.ts';
import type { Firm } from '../support/story.ts';

type Json = Record<string, unknown>;
type Hop = {
  method: string;
  host: string;
  path: string;
  query: string[];
  status: number | null;
  kind: string | null;
};
type Traced = { code: number | null; json: Json; lines: Json[]; text: string; leaks: string[]; mode: string };

const corpus = join(import.meta.dirname, '..', '..', 'dist', 'corpus.js');
const tracker = 'https://github.com/miwb-link/miwb-link/issues';

async function firm(scenario: string, delayMs = 0): Promise<Firm> {
  const opened = await openFirm(scenario, delayMs);
  return { ...opened, args: [...opened.args, '--trace', 'trace'] };
}

/** A scripted run that is traced, and all that must not be in the trace. */
async function traced(scenario: string): Promise<Traced> {
  const { court, home, args, env } = await firm(scenario);
  const person = scenarioOf(scenario);
  const { code, stdout } = await runProgram({ args, home, env });
  const text = await readFile(join(home, 'trace'), 'utf8');
  const names = [person.cmecfName, person.pacerName].flatMap((name) => name.split(/[^\p{L}]+/u));
  const personal = [...names.filter((name) => name.length > 2), person.cmecfLogin, person.pacerUser];
  const values = court.log.flatMap((entry) => entry.entries.map(([, value]) => value));
  const made = values.filter((value) => value.length > 8 && /\d/.test(value));
  const queries = court.log.flatMap(({ query }) => query.split(/[&=]/)).filter((one) => /^\d{5,}/.test(one));
  return {
    code,
    json: JSON.parse(stdout) as Json,
    lines: text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Json),
    text,
    leaks: leaksOf([...Object.values(env), ...personal, ...made, ...queries], [{ where: 'trace', text }]),
    mode: ((await lstat(join(home, 'trace'))).mode & 0o7777).toString(8),
  };
}

const told = ({ lines }: Traced): string[] =>
  lines
    .slice(1, -1)
    .map((line) => line as unknown as Hop)
    .map((hop) => [hop.status, hop.method, hop.path, hop.query.join('&'), hop.kind].join(' '));

describe('a trace', () => {
  test('holds every hop of a link, without a value, for its owner alone', async () => {
    const run = await traced('success');
    expect([run.code, run.mode, run.leaks]).toEqual([0, '600', []]);
    expect(told(run)).toEqual([
      '302 GET /cgi-bin/login.pl  ',
      '200 GET /csologin/login.jsf pscCourtId&appurl sign-on-form',
      '200 POST /csologin/login.jsf  passcode-form',
      '200 POST /csologin/login.jsf  ',
      '200 GET /cgi-bin/login.pl  court-menu',
      '200 GET /cgi-bin/DisplayMenu.pl Utilities&id utilities-menu',
      '200 GET /cgi-bin/LinkAccount.pl  link-form',
      '200 POST /cgi-bin/LinkAccount.pl n1-L_1_0-1 link-review',
      '200 POST /cgi-bin/LinkAccount.pl n1-L_1_1-1 linked',
      '200 GET /cgi-bin/DisplayMenu.pl Utilities utilities-menu',
      '200 GET /cgi-bin/login.pl logout log-out',
    ]);
    const [head, ...rest] = run.lines;
    expect(head).toEqual({
      schema: 'miwb-link-trace/1',
      program: expect.stringMatching(/^miwb-link \d/) as string,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/) as string,
      court: 'MIWBK',
      address: expect.stringMatching(/^http:\/\/ecf\.miwb\.practice\.localhost:\d+$/) as string,
      practice: true,
    });
    expect(rest.at(-1)).toEqual({
      time: expect.any(String) as string,
      outcome: 'linked',
      exitCode: 0,
      submitted: 'yes',
      linked: 'yes',
      proof: 'menu',
    });
    expect(rest[6]).toMatchObject({ forms: [{ name: 'linkForm', fields: ['login', 'key', 'button1'] }] });
  });

  test.each([
    'wrong-pacer-password',
    'wrong-passcode',
    'wrong-cmecf-password',
    'names-differ',
    'already-linked',
    'submit-refused',
    'answer-lost',
    'unrecognised-before',
    'unrecognised-after-unlinked',
    'success-odd-characters',
    'attack-form-base',
    'maintenance-503-login.pl',
  ])('of %s tells how it ended, and nothing of anybody’s', async (scenario) => {
    const { json, lines, leaks } = await traced(scenario);
    const { outcome, exitCode, submitted, linked, proof } = json;
    expect(lines.at(-1)).toEqual({
      time: expect.any(String) as string,
      outcome,
      exitCode,
      submitted,
      linked,
      proof,
    });
    expect(leaks).toEqual([]);
  });

  test('of a page that was not recognised lets a maintainer see the same page', async () => {
    const { json, lines } = await traced('unrecognised-before');
    expect(json['outcome']).toBe('unrecognised-page');
    const page = lines.findLast((line) => typeof line['skeleton'] === 'string');
    const html = String(page?.['skeleton']);
    const url = `https://court.example${String(page?.['path'])}`;
    const parts = readParts(parseDocument(html, { url }), { menu: menuSelector });
    const again = recognise({ parts, status: 200, role: 'court', after: null, error: null });
    expect(again.page.kind).toBe(page?.['kind']);
    expect(
      parts.forms.map((form) => [form.method, form.enctype, new URL(form.action ?? '').pathname]),
    ).toEqual([['post', 'multipart/form-data', '/cgi-bin/Survey.pl']]);
    expect(parts.text).toContain('this page here');
  });

  test('is read by the corpus reader, each page as what the run took it for', async () => {
    const { home, args, env } = await firm('success');
    await runProgram({ args: [...args, '--trace', 'success.trace'], home, env });
    const read = execFileSync(process.execPath, [corpus, home], { encoding: 'utf8' });
    const kinds = read
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Json)
      .map(({ file, kind }) => `${String(file)} ${String(kind)}`);
    expect(kinds).toEqual([
      'success.trace:3 sign-on-form',
      'success.trace:4 passcode-form',
      'success.trace:6 court-menu',
      'success.trace:7 utilities-menu',
      'success.trace:8 link-form',
      'success.trace:9 link-review',
      'success.trace:10 linked',
      'success.trace:11 utilities-menu',
    ]);
  });

  test('stays up to where the run was killed', async () => {
    const { home, args, env } = await firm('success', 200);
    const running = await startProgram({ args, home, env });
    await running.waitFor('Opening Utilities');
    running.kill('SIGKILL');
    await running.ended.catch(() => null);
    const lines = (await readFile(join(home, 'trace'), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as Json)['kind'])).toEqual(
      expect.arrayContaining(['sign-on-form', 'passcode-form']),
    );
  });

  test.each([
    ['over a file', 'there', 'there is a file already, and it is never overwritten'],
    ['below a file', 'there/trace', 'what should be its folder is a file'],
    ['in a missing folder', 'gone/trace', 'its folder does not exist'],
  ])(
    'that cannot be written %s ends the run with code 2 before the first request',
    async (_how, path, why) => {
      const { court, home, args, env } = await firm('success');
      await writeFile(join(home, 'there'), 'kept');
      const { code, stdout } = await runProgram({ args: [...args, '--trace', path], home, env });
      const { outcome, message } = JSON.parse(stdout) as Json;
      expect([code, outcome, court.log.length]).toEqual([2, 'usage', 0]);
      expect(message).toBe(`The trace cannot be written to ${join(home, path)}: ${why}.`);
      expect(await readFile(join(home, 'there'), 'utf8')).toBe('kept');
    },
  );
});

describe('the end of a run that met what it does not know', () => {
  test('says how to make a trace, where to send it and what it holds', async () => {
    const { home, args, env } = await firm('unrecognised-before');
    const untraced = args.filter((word) => word !== '--trace' && word !== 'trace' && word !== '--json');
    const { code, stderr } = await runProgram({ args: untraced, home, env });
    expect(code).toBe(6);
    expect(stderr).toContain(
      `To help miwb-link know this page, run it again with --trace FILE and send the file to ${tracker}.\n` +
        'A trace holds paths, the names of forms and fields, and the words that every court uses; all else by its ' +
        'shape (Aaaa, 99): no name, number, e-mail address or password. Read it before you send it.\n',
    );
  });

  test('names the trace that was made', async () => {
    const { json } = await traced('unrecognised-before');
    expect(json['nextStep']).toMatch(
      /To help miwb-link know this page, send the trace in \S+\/trace to https:\/\/github\.com\/miwb-link\/miwb-link\/issues\./,
    );
  });
});
