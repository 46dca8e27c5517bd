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

  test('goes on as any jar once it is loaded', async () => {
    const cookies = cookiesLater();
    await cookies.load();
    cookies.store(COURT, ['a=1; Path=/', 'b=2; Path=/']);
    expect(await cookies.headerFor(COURT)).toBe('a=1; b=2');
    cookies.drop('ecf.miwb.uscourts.gov');
    expect(await cookies.headerFor(COURT)).toBeNull();
  });
});
