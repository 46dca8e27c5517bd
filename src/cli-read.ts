import type { LinkOptions, PracticeOptions } from './request.ts';

/** Commander's record of link's options, as the program's own. */
export function readLink(o: Record<string, unknown>): LinkOptions {
  const text = (key: string): string | null => (typeof o[key] === 'string' ? o[key] : null);
  const on = (key: string): boolean => o[key] === true;
  return {
    court: text('court') ?? 'miwb',
    courtAddress: text('courtAddress'),
    caFile: text('caFile'),
    pacerUser: text('pacerUser'),
    clientCode: text('clientCode'),
    cmecfLogin: text('cmecfLogin'),
    dryRun: on('dryRun'),
    expectCmecfName: text('expectCmecfName'),
    expectPacerName: text('expectPacerName'),
    attestIndividual: on('attestIndividual'),
    receipt: text('receipt'),
    acknowledgeRedaction: on('acknowledgeRedaction'),
    secretsStdin: on('secretsStdin'),
    pacerPasswordCommand: text('pacerPasswordCommand'),
    passcodeCommand: text('passcodeCommand'),
    cmecfPasswordCommand: text('cmecfPasswordCommand'),
    timeout: Number(o['timeout']),
    json: on('json'),
    quiet: on('quiet'),
    verbose: on('verbose'),
    input: on('input'),
    color: on('color'),
  };
}

/** The same for practice. */
export function readPractice(o: Record<string, unknown>): PracticeOptions {
  return {
    ...readLink(o),
    scenario: String(o['scenario']),
    list: o['list'] === true,
    serve: o['serve'] === true,
    port: Number(o['port']),
  };
}
