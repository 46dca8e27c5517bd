import { describe, expect, test } from 'vitest';
import { readWords } from '../src/cli.ts';
import type { LinkOptions } from '../src/request.ts';

const read = (...words: string[]): ReturnType<typeof readWords> => readWords(words, '9.8.7');

const defaults: LinkOptions = {
  court: null,
  courtAddress: null,
  caFile: null,
  proxy: null,
  pacerUser: null,
  clientCode: null,
  cmecfLogin: null,
  dryRun: false,
  expectCmecfName: null,
  expectPacerName: null,
  attestIndividual: false,
  receipt: null,
  acknowledgeRedaction: false,
  secretsStdin: false,
  pacerPasswordCommand: null,
  passcodeCommand: null,
  cmecfPasswordCommand: null,
  tryAgain: false,
  timeout: 30,
  json: false,
  quiet: false,
  verbose: false,
  trace: null,
  input: true,
  color: true,
};

test.each([
  ['credentials', 'What credentials is to do was not said. It takes one of: save, list, forget.'],
  ['config', 'What config is to do was not said. It takes one of: path, show.'],
])('%s alone is told what it lacks', (word, message) => {
  expect(readWords([word], '0')).toEqual({
    command: 'usage',
    json: false,
    message,
    nextStep: `See miwb-link ${word} --help.`,
  });
});

describe('words that are understood', () => {
  test('no words at all mean: link, interactively, at miwb', () => {
    expect(read()).toEqual({ command: 'link', options: defaults });
  });

  test('link may be said or left out', () => {
    expect(read('link', '--dry-run')).toEqual(read('--dry-run'));
    expect(read('--dry-run')).toEqual({ command: 'link', options: { ...defaults, dryRun: true } });
  });

  test('every option of a scripted run', () => {
    const words =
      'link --json --quiet --verbose --no-input --no-color --timeout 5 --court mieb --court-address http://c.x.localhost:1 ' +
      '--ca-file ca.pem --proxy p:8080 --pacer-user alma.example --cmecf-login aq --client-code 12 --attest-individual --receipt ./receipt.txt --trace t ' +
      '--acknowledge-redaction --secrets-stdin --expect-cmecf-name A --expect-pacer-name B';
    const commands = [
      '--pacer-password-command',
      'vault get "P W"',
      '--passcode-command',
      'code',
      '--try-again',
      '--cmecf-password-command',
      'old',
    ];
    expect(read(...words.split(' '), ...commands)).toEqual({
      command: 'link',
      options: {
        court: 'mieb',
        courtAddress: 'http://c.x.localhost:1',
        caFile: 'ca.pem',
        proxy: 'p:8080',
        pacerUser: 'alma.example',
        clientCode: '12',
        cmecfLogin: 'aq',
        dryRun: false,
        expectCmecfName: 'A',
        expectPacerName: 'B',
        attestIndividual: true,
        receipt: './receipt.txt',
        acknowledgeRedaction: true,
        secretsStdin: true,
        pacerPasswordCommand: 'vault get "P W"',
        passcodeCommand: 'code',
        cmecfPasswordCommand: 'old',
        tryAgain: true,
        timeout: 5,
        json: true,
        quiet: true,
        verbose: true,
        trace: 't',
        input: false,
        color: false,
      },
    });
  });

  test('practice has a scenario, a list, and can keep its court up', () => {
    expect(read('practice', '--scenario', 'answer-lost', '--serve', '--port', '4000')).toEqual({
      command: 'practice',
      options: { ...defaults, scenario: 'answer-lost', list: false, serve: true, port: 4000 },
    });
  });

  test('courts takes the words of a name', () => {
    expect(read('courts', 'western', 'michigan')).toEqual({
      command: 'courts',
      words: 'western michigan',
      json: false,
    });
  });

  test('status signs in like link, and knows nothing of linking', () => {
    const { cmecfLogin: _l, cmecfPasswordCommand: _c, dryRun: _d, ...rest } = defaults;
    const { expectCmecfName: _e, expectPacerName: _p, attestIndividual: _a, receipt: _r, ...walk } = rest;
    expect(read('status', '--pacer-user', 'alma')).toEqual({
      command: 'status',
      options: { ...walk, pacerUser: 'alma' },
    });
    expect(read('status', '--dry-run')).toMatchObject({ command: 'usage' });
  });

  test('check looks at the way to a court', () => {
    expect(read('check', '--court', 'mieb', '--proxy', 'p:1', '--json')).toEqual({
      command: 'check',
      options: {
        court: 'mieb',
        courtAddress: null,
        caFile: null,
        proxy: 'p:1',
        timeout: 30,
        json: true,
        quiet: false,
        color: true,
      },
    });
  });

  test('credentials are saved, listed and forgotten by name', () => {
    const none = {
      court: null,
      pacerUser: null,
      cmecfLogin: null,
      totp: false,
      all: false,
      secretsStdin: false,
      json: false,
    };
    expect(read('credentials', 'save', '--totp', '--pacer-user', 'alma', '--no-input')).toEqual({
      command: 'credentials',
      options: { ...none, verb: 'save', totp: true, pacerUser: 'alma', input: false, color: true },
    });
    expect(read('credentials', 'list', '--json')).toMatchObject({ options: { verb: 'list', json: true } });
    expect(read('credentials', 'forget', '--all')).toMatchObject({ options: { verb: 'forget', all: true } });
  });

  test('the seed itself is no more an option there than anywhere', () => {
    const refused = read('credentials', 'save', '--totp=GEZDGNBVGY3TQOJQ');
    expect(refused).toMatchObject({
      command: 'usage',
      message: expect.stringContaining('--totp is not an option'),
    });
    const stray = read('credentials', 'save', '--totp', 'GEZDGNBVGY3TQOJQ');
    expect(stray).toMatchObject({ command: 'usage' });
    expect(JSON.stringify([refused, stray])).not.toContain('GEZD');
  });

  test('config has a path and a content', () => {
    expect(read('config', 'path')).toEqual({ command: 'config', verb: 'path', json: false });
    expect(read('config', 'show', '--json')).toEqual({ command: 'config', verb: 'show', json: true });
  });

  test('--version prints the version', () => {
    expect(read('--version')).toEqual({ command: 'print', text: '9.8.7\n' });
  });

  test('--help shows the options of link, which is what the program does by itself, and the exit codes', () => {
    const help = read('--help');
    const text = help.command === 'print' ? help.text : '';
    for (const word of ['--dry-run', '--expect-pacer-name', '--secrets-stdin', 'practice', 'Exit codes']) {
      expect(text).toContain(word);
    }
  });
});

describe('words that are not', () => {
  const usage = (message: string, nextStep = 'See miwb-link --help.'): object => ({
    command: 'usage',
    json: false,
    message,
    nextStep,
  });

  test('a near miss names the nearest option', () => {
    expect(read('--dry-rum')).toEqual(usage("Unknown option '--dry-rum' (Did you mean --dry-run?)"));
  });

  test('of a command of its own, its own help is named', () => {
    expect(read('status', '--bogus')).toEqual(
      usage("Unknown option '--bogus'.", 'See miwb-link status --help.'),
    );
    expect(read('credentials', 'save', '--bogus')).toEqual(
      usage("Unknown option '--bogus'.", 'See miwb-link credentials save --help.'),
    );
  });

  test('a value behind an unknown option is not repeated, and the nearest is still named', () => {
    expect(read('--pacer-usr=hunter2')).toEqual(
      usage("Unknown option '--pacer-usr' (Did you mean --pacer-user?)"),
    );
  });

  test('a stray word is not repeated: it may be a password', () => {
    expect(read('--pacer-user', 'alma', 'hunter2')).toEqual(
      usage('There is a word that belongs to no option.'),
    );
  });

  test.each([
    [
      ['credentials', 'Hunter2'],
      'There is no such command. credentials takes one of: save, list, forget.',
      'See miwb-link credentials --help.',
    ],
    [
      ['config', 'Hunter2'],
      'There is no such command. config takes one of: path, show.',
      'See miwb-link config --help.',
    ],
    [
      ['completion', 'Hunter2'],
      'There is no such shell. Allowed choices are bash, zsh, fish, powershell.',
      'See miwb-link completion --help.',
    ],
    [['-pHunter2'], 'Unknown option -p.', undefined],
    [["--o'dd=Hunter2"], "Unknown option '--o'dd'.", undefined],
    [['--dry-run=Hunter2'], '--dry-run takes no value.', undefined],
    [['check', '--dry-run=Hunter2'], "Unknown option '--dry-run'.", 'See miwb-link check --help.'],
  ])('%j is answered without what may be a password', (words, message, nextStep) => {
    expect(read(...words)).toEqual(usage(message, nextStep));
  });

  test('--json with a value is answered in JSON all the same', () => {
    expect(read('status', '--json=true')).toEqual({
      ...usage('--json takes no value.', 'See miwb-link status --help.'),
      json: true,
    });
  });

  test.each([
    ['--pacer-user', '<name>'],
    ['--cmecf-login', '<login>'],
    ['--client-code', '<code>'],
  ])('%s is taken without the spaces around it, and not at all with what nobody types', (option, value) => {
    const wrong = usage(`The value of ${option} ${value} is not right. It is no name that could be typed.`);
    expect(JSON.stringify(read(option, ' alma.example\t'))).toContain('"alma.example"');
    for (const odd of ['al\u0001ma', 'al\u200bma', 'x'.repeat(201), 'it is invalid. \u202e'])
      expect(read(option, odd)).toEqual(wrong);
  });

  test('nothing is kept under a blank name', () => {
    expect(read('credentials', 'save', '--pacer-user', ' ')).toEqual(
      usage(
        'The value of --pacer-user <name> is not right. It is blank.',
        'See miwb-link credentials save --help.',
      ),
    );
  });

  test('a command spelt nearly right names the right one', () => {
    expect(read('practise')).toEqual(usage('There is no such command. Did you mean practice?'));
  });

  test('an option does not take the next option for its value, which is not repeated', () => {
    expect(read('--expect-cmecf-name', '--court=hunter2')).toEqual(
      usage('Option --expect-cmecf-name lacks its value: --court follows it.'),
    );
    expect(read('--expect-cmecf-name=--odd')).toMatchObject({ options: { expectCmecfName: '--odd' } });
  });

  test('--timeout takes seconds', () => {
    expect(read('--timeout', 'soon')).toEqual(
      usage('The value of --timeout <seconds> is not right. It takes seconds from 1 to 600.'),
    );
  });

  test.each([
    '--password',
    '--pacer-password',
    '--cmecf-password',
    '--passcode',
    '--pass',
    '--pin',
    '--otp',
    '--totp',
    '--secret',
    '-password',
  ])('%s is refused with the reason, and what follows it is not repeated', (option) => {
    const separate = read(option, 'hunter2');
    expect(JSON.stringify(separate)).not.toContain('hunter2');
    expect(separate).toMatchObject({
      command: 'usage',
      message: expect.stringContaining(`${option} is not an option: a command line can be read`),
    });
    expect(read(`${option}=hunter2`)).toEqual(separate);
  });

  test('with --json the usage error comes as JSON too', () => {
    expect(read('--json', '--dry-rum')).toMatchObject({ command: 'usage', json: true });
  });
});
