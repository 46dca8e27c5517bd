import { describe, expect, test } from 'vitest';
import { practiceFacts, scenarioLines } from '../../src/practice/facts.ts';
import { scenarioNamed, scenarios } from '../../src/practice/scenarios.ts';
import { open } from './courts.ts';
import { openSignOn, passGates, sendLinkForm, sendLogin } from './steps.ts';

const ids = scenarios.map((one) => one.id);

describe('the list', () => {
  test('ids are unique, easy to type, and each has a sentence', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z0-9.-]+$/.test(id))).toEqual([]);
    expect(scenarios.filter((one) => !/^["A-Z].*[.:"]$/.test(one.summary)).map((one) => one.id)).toEqual([]);
  });

  test('a scenario is plain data', () => {
    expect(JSON.parse(JSON.stringify(scenarios))).toEqual(scenarios);
  });

  test('passwords are such as PACER takes: 14 to 45 characters, upper, lower and special', () => {
    const odd = scenarios.filter(
      ({ pacerPassword: word }) =>
        word.length < 14 ||
        word.length > 45 ||
        !/[A-Z]/.test(word) ||
        !/[a-z]/.test(word) ||
        !/[^\w\s]/.test(word),
    );
    expect(odd.map((one) => one.id)).toEqual([]);
  });

  test('usernames have at least eight characters, but for the legacy ones of six', () => {
    const short = scenarios.filter((one) => one.pacerUser.length < 8);
    expect(short.map((one) => [one.id, one.pacerUser.length])).toEqual([
      ['account-legacy', 6],
      ['account-legacy-review', 6],
    ]);
  });

  test('everybody is made up, and says so', () => {
    const real = scenarios.filter((one) => !/Example|Sample|Practice/.test(one.pacerName));
    expect(real).toEqual([]);
  });

  test('printed, it has a line for each, ids in one column', () => {
    const lines = scenarioLines();
    expect(lines.length).toBe(scenarios.length);
    const starts = lines.map((line, at) => line.indexOf(scenarios[at]?.summary ?? '', 3));
    expect(new Set(starts).size).toBe(1);
    expect(lines[0]).toMatch(/^success {2,}Everything goes well: sign on, review, Submit, linked\.$/);
  });

  test('what somebody needs who practises is printed by label', () => {
    const success = scenarioNamed('sign-on-client-code');
    expect(success === null ? null : practiceFacts(success)).toEqual([
      { label: 'PACER username', value: 'alma.example' },
      { label: 'PACER password', value: 'Practice-Only-Alma-1' },
      { label: 'PACER name', value: 'Alma Q. Example' },
      { label: 'Authenticator secret', value: 'ORSXG5BAONSWKZBANZXXI2LO' },
      { label: 'Client code', value: 'PRACTICE/7 & co' },
      { label: 'CM/ECF login', value: 'aqexample' },
      { label: 'CM/ECF password', value: 'Old-Court-1999' },
      { label: 'CM/ECF name', value: 'Alma Q. Example' },
    ]);
    expect(scenarioNamed('no-such-thing')).toBeNull();
  });
});

// Ends in a broken connection, or never.
const silent = /never-answers|too-large|deep/;

test.each(ids.filter((id) => !silent.test(id)))('in %s the court can draw every page it has', async (id) => {
  const { court, guest } = await open(id);
  const drawn = [await guest.get(`${court.address}/`)];
  const signOnPage = await openSignOn(court, guest);
  if (signOnPage.text.includes('loginForm:loginName')) {
    drawn.push(await passGates(court, guest, await sendLogin(court, guest, signOnPage)));
  }
  for (const path of ['login.pl', 'DisplayMenu.pl?Utilities', 'LinkAccount.pl']) {
    drawn.push(await guest.get(`${court.address}/cgi-bin/${path}`));
  }
  const form = drawn.at(-1);
  if (form?.text.includes('button1') === true && form.text.includes(`action='/cgi-bin/LinkAccount.pl?`)) {
    drawn.push(await sendLinkForm(court, guest, form).catch(() => form));
  }
  expect(drawn.map((page) => page.text).filter((text) => text.includes('The practice court failed'))).toEqual(
    [],
  );
});
