import { describe, expect, test } from 'vitest';
import { cookiesLater } from '../../src/world/web-cookies-later.ts';

const COURT = 'https://ecf.miwb.uscourts.gov/cgi-bin/login.pl';

describe('a cookie jar that loads later', () => {
  test('sends nothing and needs no library while nothing was ever set', async () => {
    expect(await cookiesLater().headerFor(COURT)).toBeNull();
  });

  test('keeps in order what was set and forgotten before it was loaded', async () => {
    const cookies = cookiesLater();
    cookies.store(COURT, ['a=1; Path=/']);
    cookies.drop('ecf.miwb.uscourts.gov');
    cookies.store(COURT, ['b=2; Path=/']);
    expect(await cookies.headerFor(COURT)).toBe('b=2');
  });

  test('holds nothing of its rehearsals, and goes on as any jar once it is loaded', async () => {
    const cookies = cookiesLater();
    for (let answers = 0; answers < 3; answers += 1) await cookies.ahead();
    expect(await cookies.headerFor('https://a.rehearsal.example/')).toBeNull();
    cookies.store(COURT, ['a=1; Path=/', 'b=2; Path=/']);
    expect(await cookies.headerFor(COURT)).toBe('a=1; b=2');
    cookies.drop('ecf.miwb.uscourts.gov');
    expect(await cookies.headerFor(COURT)).toBeNull();
  });
});
