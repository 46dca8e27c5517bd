import { describe, expect, test } from 'vitest';
import { faultOf, gatherSecrets, realSecretsSet } from '../../src/commands/secrets.ts';
import type { Commands } from '../../src/commands/secrets.ts';
import { reveal } from '../../src/world/secret.ts';

const shape = 'an object with the keys pacerPassword, passcode, cmecfPassword (any of them), each a string';

function told(
  env: Record<string, string>,
  practice: boolean,
  stdin: string | null,
  commands: Partial<Commands> = {},
): unknown {
  const none = { pacerPassword: null, passcode: null, cmecfPassword: null };
  const gathered = gatherSecrets(env, practice, stdin, { ...none, ...commands });
  if ('problem' in gathered) return gathered.problem;
  return Object.entries(gathered.secrets).map(([name, source]) =>
    'value' in source
      ? `${name}=${reveal(source.value)} from ${source.from}`
      : `${name} by ${JSON.stringify(source.command)} from ${source.from}`,
  );
}

describe('where secrets come from', () => {
  test('from the environment, by their names', () => {
    const env = {
      MIWB_LINK_PACER_PASSWORD: 'a',
      MIWB_LINK_PASSCODE: '123456',
      MIWB_LINK_CMECF_PASSWORD: 'b',
    };
    expect(told(env, false, null)).toEqual([
      'pacerPassword=a from MIWB_LINK_PACER_PASSWORD',
      'passcode=123456 from MIWB_LINK_PASSCODE',
      'cmecfPassword=b from MIWB_LINK_CMECF_PASSWORD',
    ]);
  });

  test('a practice run reads its own variables alone', () => {
    const env = { MIWB_LINK_PACER_PASSWORD: 'real', MIWB_LINK_PRACTICE_PACER_PASSWORD: 'play' };
    expect(told(env, true, null)).toEqual(['pacerPassword=play from MIWB_LINK_PRACTICE_PACER_PASSWORD']);
    expect(realSecretsSet(env)).toEqual(['MIWB_LINK_PACER_PASSWORD']);
  });

  test('from one JSON object on standard input, spaces inside kept', () => {
    expect(told({}, false, ' {"pacerPassword": " p w\\\\ ", "cmecfPassword": "ü&=%\\":\\""}\n')).toEqual([
      'pacerPassword= p w\\  from --secrets-stdin',
      'cmecfPassword=ü&=%":" from --secrets-stdin',
    ]);
  });

  test('both sources may be used, for different secrets', () => {
    expect(told({ MIWB_LINK_PASSCODE: '1' }, false, '{"pacerPassword":"p"}')).toEqual([
      'pacerPassword=p from --secrets-stdin',
      'passcode=1 from MIWB_LINK_PASSCODE',
    ]);
  });
});

describe('commands', () => {
  test('are taken apart and kept, not run', () => {
    const commands = { pacerPassword: 'vault get "PACER of \'Alma\'"', passcode: 'oathtool -b' };
    expect(told({}, true, null, commands)).toEqual([
      'pacerPassword by ["vault","get","PACER of \'Alma\'"] from --pacer-password-command',
      'passcode by ["oathtool","-b"] from --passcode-command',
    ]);
  });

  test.each([
    [
      'beside a variable',
      { MIWB_LINK_PASSCODE: '123456' },
      null,
      { passcode: 'code' },
      'passcode is given twice: by MIWB_LINK_PASSCODE and by --passcode-command. Give it once.',
    ],
    [
      'beside standard input',
      {},
      '{"cmecfPassword":"X1"}',
      { cmecfPassword: 'old' },
      'cmecfPassword is given twice: by --cmecf-password-command and by --secrets-stdin. Give it once.',
    ],
    [
      'blank',
      {},
      null,
      { pacerPassword: ' ' },
      '--pacer-password-command is not a command: it names no program.',
    ],
    [
      'with a quotation mark left open',
      {},
      null,
      { passcode: 'code "x' },
      '--passcode-command is not a command: a quotation mark is not closed.',
    ],
  ])('%s: an error', (_name, env: Record<string, string>, stdin, commands, problem) => {
    expect(told(env, false, stdin, commands)).toBe(problem);
  });
});

describe('a value that cannot be meant', () => {
  test.each([
    ['pacerPassword', ' \t', 'a blank pacerPassword'],
    ['pacerPassword', 'a\nb', 'a pacerPassword with a line break in it'],
    ['cmecfPassword', 'a\u001bb', 'a cmecfPassword with a character in it that cannot be typed'],
    ['cmecfPassword', 'a'.repeat(1025), 'a cmecfPassword longer than any password'],
    ['passcode', 'error: not logged in', 'something that is not a passcode'],
    ['passcode', '{"code":123456}', 'something that is not a passcode'],
    ['passcode', '123 456', null],
    ['passcode', 'ABCD-1234', null],
    ['pacerPassword', ' ü&"\\€ ', null],
  ] as const)('%s %j: %s', (name, value, fault) => {
    expect(faultOf(name, value)).toBe(fault);
  });
});

test.each(['\0', '\ufeff', '\u200b', '\u202e', '\u2060', '\u0085'])(
  'a password with %j in it was not typed by anybody',
  (odd) => {
    expect(faultOf('pacerPassword', `a${odd}b`)).toBe(
      'a pacerPassword with a character in it that cannot be typed',
    );
  },
);

describe('what is wrong with them', () => {
  test.each([
    [
      'two sources for one secret',
      { MIWB_LINK_PASSCODE: 'X1' },
      '{"passcode":"X2"}',
      'passcode is given twice: by MIWB_LINK_PASSCODE and by --secrets-stdin. Give it once.',
    ],
    [
      'a blank variable',
      { MIWB_LINK_CMECF_PASSWORD: ' ' },
      null,
      'MIWB_LINK_CMECF_PASSWORD gives a blank cmecfPassword.',
    ],
    ['a line break', {}, '{"passcode":"1\\n2"}', '--secrets-stdin gives a passcode with a line break in it.'],
    ['no JSON', {}, 'X1', `--secrets-stdin: standard input is not JSON. It takes ${shape}.`],
    [
      'more than is read',
      {},
      'x'.repeat(65_537),
      `--secrets-stdin: standard input is longer than 64 kilobytes. It takes ${shape}.`,
    ],
    [
      'what a program of Windows wrote',
      {},
      '{\0"\0',
      `--secrets-stdin: standard input is in UTF-16, where UTF-8 is needed. It takes ${shape}.`,
    ],
    ['empty input', {}, '', `--secrets-stdin: standard input is empty. It takes ${shape}.`],
    ['a list', {}, '["X1"]', `--secrets-stdin takes ${shape}.`],
    ['null', {}, 'null', `--secrets-stdin takes ${shape}.`],
    [
      'an unknown key, which may itself be a secret',
      {},
      '{"X1":"y"}',
      `--secrets-stdin: there is a key that is not known. It takes ${shape}.`,
    ],
    [
      'a key twice, of which JSON keeps the last',
      {},
      '{"passcode":"X1\\"","cmecfPassword":"c","passcode":"2"}',
      '--secrets-stdin: a key is there twice. Give each secret once.',
    ],
    ['a number', {}, '{"passcode":123456}', '--secrets-stdin: passcode is not a string.'],
    [
      '__proto__ as a key',
      {},
      '{"__proto__":{"passcode":"X1"}}',
      `--secrets-stdin: there is a key that is not known. It takes ${shape}.`,
    ],
  ])('%s', (_name, env, stdin, problem) => {
    expect(told(env, false, stdin)).toBe(problem);
    expect(problem).not.toContain('X1');
  });
});
