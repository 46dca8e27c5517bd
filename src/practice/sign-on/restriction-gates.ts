import { part } from '../template.ts';
import type { Gate } from './gate.ts';

const wall = (text: string): Gate => ({
  form: null,
  draw: () => ({ panel: part('sign-on/panel-restricted', { text }) }),
  take: () => ({ passed: false, errors: [] }),
});

/** Accounts that get no further. */
export const restrictions = {
  restricted: wall(
    'Your account has been restricted because it was not updated in time. Sign in to Manage My Account to enroll in multifactor authentication.',
  ),
  legacy: wall(
    'You have a Legacy PACER Account. It must be upgraded before it can be used in this court for e-filing.',
  ),
} satisfies Record<string, Gate>;
