import type { PracticeOptions } from '../request.ts';
import { outcome } from '../outcome.ts';
import { startCourt } from '../practice/court.ts';
import type { PracticeCourt } from '../practice/court.ts';
import { practiceFacts, scenarioLines, scenariosJson, servedJson } from '../practice/facts.ts';
import { scenarioNamed } from '../practice/scenarios.ts';
import type { Scenario } from '../practice/scenarios.ts';
import { wrapped } from '../report/prose.ts';
import type { Person } from '../world/person.ts';
import type { Finished } from './signed-run.ts';
import { link } from './link.ts';
import { commandsOf, secretNames, variableOf } from './secrets.ts';
import { proseColumns } from './prose-columns.ts';
import type { Surroundings } from './surroundings.ts';

const banner =
  'PRACTICE: this court runs on this machine. Names, passwords and links are invented; nothing is real.';

/**
 * Runs a practice court in this process and links an account there, or lists the scenarios, or keeps the court up.
 * Gives null where there is no run to report.
 */
export async function practice(options: PracticeOptions, around: Surroundings): Promise<Finished | null> {
  if (options.list) {
    around.say(`${options.json ? scenariosJson() : scenarioLines().join('\n')}\n`);
    return null;
  }
  const scenario = scenarioNamed(options.scenario);
  if (scenario === null)
    return unusable('There is no practice scenario of that name.', '"miwb-link practice --list" lists them.');
  if (options.courtAddress !== null)
    return unusable(
      'practice starts a court of its own; --court-address does not go with it.',
      'Use miwb-link link --court-address … for a court that is up already.',
    );
  const court = await startCourt({ scenario: scenario.id, port: options.port }).catch(() => null);
  if (court === null)
    return unusable(
      `The practice court could not take port ${options.port}.`,
      'Leave --port out to take a free one.',
    );
  try {
    if (options.serve) {
      around.say(options.json ? `${servedJson(scenario, court)}\n` : served(scenario, court));
      return await untilStopped(around);
    }
    if (!options.quiet)
      around.tell(wrapped([banner, '', ...facts(scenario, court), ''].join('\n'), proseColumns(around)));
    const interactive = around.terminal && options.input && !options.secretsStdin;
    return interactive
      ? await inPerson(options, scenario, court, around)
      : await scripted(options, scenario, court, around);
  } finally {
    await court.close();
  }
}

function facts(scenario: Scenario, court: PracticeCourt): string[] {
  const pairs = [
    { label: 'Scenario', value: `${scenario.id}: ${scenario.summary}` },
    ...practiceFacts(scenario),
    { label: 'Passcode now', value: scenario.backupCode ?? court.passcode() },
  ];
  return pairs.map(({ label, value }) => `  ${`${label}:`.padEnd(22)} ${value}`);
}

/** The person types what is printed; the running passcode is told again when it is asked for. */
async function inPerson(
  options: PracticeOptions,
  scenario: Scenario,
  court: PracticeCourt,
  around: Surroundings,
): Promise<Finished> {
  const prompted: Surroundings = {
    ...around,
    openPerson: async (color, beforeSpeaking) =>
      withPasscode(await around.openPerson(color, beforeSpeaking), court),
  };
  return link(
    {
      ...options,
      court: 'miwb',
      courtAddress: court.address,
      clientCode: options.clientCode ?? scenario.clientCode ?? null,
    },
    prompted,
  );
}

function withPasscode(person: Person, court: PracticeCourt): Person {
  return {
    ...person,
    secret: (q) => {
      if (/passcode/i.test(q.message))
        person.tell(`(practice: the authenticator shows ${court.passcode()} now)`);
      return person.secret(q);
    },
  };
}

/** Without a terminal the scenario's values go the way any script's go: the same options, the same approval. */
async function scripted(
  options: PracticeOptions,
  scenario: Scenario,
  court: PracticeCourt,
  around: Surroundings,
): Promise<Finished> {
  const values = {
    pacerPassword: scenario.pacerPassword,
    passcode: scenario.backupCode ?? court.passcode(),
    cmecfPassword: scenario.cmecfPassword,
  };
  const env = { ...around.env };
  if (!options.secretsStdin) {
    for (const name of secretNames)
      if (commandsOf(options)[name] === null) env[variableOf(name, true)] ??= values[name];
  }
  const filled: PracticeOptions = {
    ...options,
    court: 'miwb',
    courtAddress: court.address,
    pacerUser: options.pacerUser ?? scenario.pacerUser,
    cmecfLogin: options.cmecfLogin ?? scenario.cmecfLogin,
    clientCode: options.clientCode ?? scenario.clientCode ?? null,
    expectCmecfName: options.expectCmecfName ?? scenario.cmecfName,
    expectPacerName: options.expectPacerName ?? scenario.pacerName,
    attestIndividual: true,
    acknowledgeRedaction: true,
    input: false,
  };
  return link(filled, { ...around, env });
}

function served(scenario: Scenario, court: PracticeCourt): string {
  return [
    banner,
    '',
    ...facts(scenario, court),
    '',
    `Court address:  ${court.address}`,
    `For a browser:  ${court.index}`,
    `Try:            miwb-link --court-address ${court.address}`,
    '',
    'Ctrl-C ends it.',
    '',
  ].join('\n');
}

async function untilStopped(around: Surroundings): Promise<null> {
  await new Promise<void>((resolve) => {
    const beat = setInterval(() => {}, 60_000);
    around.signal.addEventListener('abort', () => {
      clearInterval(beat);
      resolve();
    });
  });
  return null;
}

function unusable(message: string, nextStep: string): Finished {
  return { outcome: outcome('usage', { message, nextStep }), where: null };
}
