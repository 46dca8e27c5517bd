import { getAsset } from 'node:sea';
import type * as installed from '../../src/shipped.ts';

/** Put in by single.mjs, from package.json. */
declare const VERSION: string;
declare const TRACKER: string;

/** The version that the single file was made from. */
export const shippedVersion: typeof installed.shippedVersion = () => VERSION;

/** Where the package wants to be told of faults. */
export const shippedTracker: typeof installed.shippedTracker = () => TRACKER;

/** What --help prints at 80 columns. */
export const shippedHelp: typeof installed.shippedHelp = () => getAsset('help.txt', 'utf8');
