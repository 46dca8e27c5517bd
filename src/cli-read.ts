import type {
  CheckOptions,
  CredentialOptions,
  LinkOptions,
  PracticeOptions,
  WalkOptions,
} from './request.ts';

type Options = Record<string, unknown>;

const textIn =
  (o: Options) =>
  (key: string): string | null =>
    typeof o[key] === 'string' ? o[key] : null;
const onIn =
  (o: Options) =>
  (key: string): boolean =>
    o[key] === true;

/** Commander's record of the options of every command that signs in, as the program's own. */
export function readWalk(o: Options): WalkOptions {
  const [text, on] = [textIn(o), onIn(o)];
  return {
    court: text('court'),
    courtAddress: text('courtAddress'),
    caFile: text('caFile'),
    proxy: text('proxy'),
    pacerUser: text('pacerUser'),
    clientCode: text('clientCode'),
    acknowledgeRedaction: on('acknowledgeRedaction'),
    secretsStdin: on('secretsStdin'),
    pacerPasswordCommand: text('pacerPasswordCommand'),
    passcodeCommand: text('passcodeCommand'),
    tryAgain: on('tryAgain'),
    timeout: Number(o['timeout']),
    json: on('json'),
    quiet: on('quiet'),
    verbose: on('verbose'),
    trace: text('trace'),
    input: on('input'),
    color: on('color'),
  };
}

/** The same for link. */
export function readLink(o: Options): LinkOptions {
  const [text, on] = [textIn(o), onIn(o)];
  return {
    ...readWalk(o),
    cmecfLogin: text('cmecfLogin'),
    cmecfPasswordCommand: text('cmecfPasswordCommand'),
    dryRun: on('dryRun'),
    expectCmecfName: text('expectCmecfName'),
    expectPacerName: text('expectPacerName'),
    attestIndividual: on('attestIndividual'),
    receipt: text('receipt'),
  };
}

/** The same for check. */
export function readCheck(o: Options): CheckOptions {
  const { court, courtAddress, caFile, proxy, timeout, json, quiet, color } = readWalk(o);
  return { court, courtAddress, caFile, proxy, timeout, json, quiet, color };
}

/** The same for credentials; what a verb has no option for is off. */
export function readCredentials(verb: CredentialOptions['verb'], o: Options): CredentialOptions {
  const [text, on] = [textIn(o), onIn(o)];
  return {
    verb,
    court: text('court'),
    pacerUser: text('pacerUser'),
    cmecfLogin: text('cmecfLogin'),
    totp: on('totp'),
    all: on('all'),
    secretsStdin: on('secretsStdin'),
    json: on('json'),
    input: on('input'),
    color: on('color'),
  };
}

/** The same for practice. */
export function readPractice(o: Options): PracticeOptions {
  const on = onIn(o);
  return {
    ...readLink(o),
    scenario: String(o['scenario']),
    list: on('list'),
    serve: on('serve'),
    port: Number(o['port']),
  };
}
