import { describe, expect, test } from 'vitest';
import { browserHeaders } from '../../src/walk/hop.ts';

const from = 'https://ecf.miwb.uscourts.gov/cgi-bin/LinkAccount.pl';
const post = { method: 'POST' as const, url: `${from}?123-L_1_0-1`, from };

describe('what a request says of the page that led to it', () => {
  test('its own address and origin, as browsers do by themselves', () => {
    expect(browserHeaders(post)).toEqual({ referer: from, origin: 'https://ecf.miwb.uscourts.gov' });
  });

  test('no more than the page’s policy allows', () => {
    expect(browserHeaders(post, 'no-referrer')).toEqual({ origin: 'null' });
    expect(browserHeaders(post, 'origin')).toEqual({
      referer: 'https://ecf.miwb.uscourts.gov/',
      origin: 'https://ecf.miwb.uscourts.gov',
    });
  });

  test('nothing where no page led to it', () => {
    expect(browserHeaders({ ...post, from: null })).toEqual({});
  });
});
