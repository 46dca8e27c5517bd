import { describe, expect, test } from 'vitest';
import { listening } from '../../src/commands/said.ts';
import { outcome } from '../../src/outcome.ts';
import type { Need } from '../../src/court/step.ts';
import { secret } from '../../src/world/secret.ts';

async function heard(values: Partial<Record<Need, string>>): Promise<ReturnType<typeof listening>> {
  const said = listening();
  const answers = said.hearing({
    give: (need) => Promise.resolve({ got: secret(values[need] ?? '') }),
    agree: () => Promise.resolve('no'),
    tell: () => {},
  });
  for (const need of Object.keys(values) as Need[]) await answers.give(need, null);
  return said;
}

describe('a site that repeats a secret it was given', () => {
  test('is not repeated, as it stands or in the spelling of an address', async () => {
    const said = await heard({ pacerPassword: 'Pa ss&1%', passcode: '123456' });
    expect(said.withoutSecrets('You sent Pa ss&1% and 123456, p=Pa%20ss%261%25, q=Pa+ss%261%25')).toBe(
      'You sent [secret] and [secret], p=[secret], q=[secret]',
    );
  });

  test('is cleaned in every text of an outcome, while names stay', async () => {
    const said = await heard({ pacerUser: 'alma.example', cmecfPassword: 'Old-Court-1999' });
    const seen = {
      status: 200,
      host: 'h',
      path: '/',
      title: 'Old-Court-1999',
      forms: [{ name: 'f', fields: ['Old-Court-1999'] }],
    };
    const ended = outcome('unrecognised-page', { courtText: 'alma.example Old-Court-1999', seen });
    expect(said.scrubbed(ended)).toEqual(
      outcome('unrecognised-page', {
        courtText: 'alma.example [secret]',
        seen: { ...seen, title: '[secret]', forms: [{ name: 'f', fields: ['[secret]'] }] },
      }),
    );
  });

  test('of three letters is left: it stands in ordinary words too', async () => {
    const said = await heard({ pacerPassword: 'the' });
    expect(said.withoutSecrets('the court')).toBe('the court');
  });
});
