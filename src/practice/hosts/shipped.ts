import { html } from '../answer.ts';
import { readFixture } from '../fixtures.ts';
import type { Route } from './route.ts';

/** What a browser fetches for a page and no walk needs: a file of fixtures/, where an address ends so. */
export const shipped = (ending: string, fixture: string, type: string): Route => ({
  kind: 'script',
  open: true,
  fits: (asked) => asked.method === 'GET' && asked.path.endsWith(ending),
  handle: () => ({ ...html(readFixture(fixture)), headers: { 'content-type': `${type}; charset=UTF-8` } }),
});
