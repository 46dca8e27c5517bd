import { getAsset } from 'node:sea';
import type * as installed from '../../src/practice/fixtures.ts';

/** One file under fixtures/ as text. Throws where there is none of that name. */
export const readFixture: typeof installed.readFixture = (path) => getAsset(`fixtures/${path}`, 'utf8');
