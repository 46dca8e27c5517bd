import { expect, test } from 'vitest';
import { listening } from '../../src/commands/said.ts';
import type { Need } from '../../src/court/step.ts';
import { secret } from '../../src/world/secret.ts';

test('what was typed is known, and every secret of it is taken out of what the court says', async () => {
  const values: Partial<Record<Need, string[]>> = {
    pacerUser: ['alma.example'],
    pacerPassword: ['Wrong-1', 'Right-2'],
    passcode: ['123456'],
    cmecfLogin: ['aqexample', 'aqe2'],
  };
  const said = listening();
  const answers = said.hearing({
    give: (need) => {
      const value = values[need]?.shift();
      return Promise.resolve(value === undefined ? { missing: need } : { got: secret(value) });
    },
    agree: () => Promise.resolve('yes'),
    tell: () => {},
  });
  const needs: Need[] = [
    'pacerUser',
    'pacerPassword',
    'pacerPassword',
    'passcode',
    'cmecfLogin',
    'cmecfLogin',
  ];
  for (const need of needs) await answers.give(need, null);
  expect(await answers.give('clientCode', null)).toEqual({ missing: 'clientCode' });
  expect([said.login('pacerUser'), said.login('cmecfLogin')]).toEqual(['alma.example', 'aqe2']);
  expect(said.given()).toEqual(['alma.example', 'Wrong-1', 'Right-2', '123456', 'aqexample', 'aqe2']);
  expect(said.withoutSecrets('alma.example: Right-2 (was Wrong-1), code 123456, 123456')).toBe(
    'alma.example: [secret] (was [secret]), code [secret], [secret]',
  );
});
