import { attackScenarios } from './scenarios/attacks.ts';
import { courtPageScenarios } from './scenarios/court-pages.ts';
import { noticeScenarios } from './scenarios/notices.ts';
import { refusalScenarios } from './scenarios/refusals.ts';
import { signOnScenarios } from './scenarios/sign-on.ts';
import { strangeScenarios } from './scenarios/strange.ts';
import { walkScenarios } from './scenarios/walk.ts';
import { weatherScenarios } from './scenarios/weather.ts';
import type { Traits } from './traits.ts';

/** One practice court and the made-up person who comes to it. What the person types may be wrong on purpose. */
export type Scenario = {
  id: string;
  summary: string;
  traits: Traits;
  pacerUser: string;
  pacerPassword: string;
  totpSeed: string;
  clientCode?: string;
  /** One of the account's ten backup codes. */
  backupCode?: string;
  cmecfLogin: string;
  cmecfPassword: string;
  cmecfName: string;
  pacerName: string;
};

export const scenarios: readonly Scenario[] = [
  ...walkScenarios,
  ...signOnScenarios,
  ...noticeScenarios,
  ...courtPageScenarios,
  ...refusalScenarios,
  ...weatherScenarios,
  ...strangeScenarios,
  ...attackScenarios,
];

/** The scenario of that id, or null. */
export function scenarioNamed(id: string): Scenario | null {
  return scenarios.find((one) => one.id === id) ?? null;
}
