import { endings } from '../../src/outcome.ts';
import type { EndingId } from '../../src/outcome.ts';
import { rightEndings } from './kinds.ts';
import type { Case, Result } from './run.ts';

const patience = 135_000; // ms

/** What is wrong with a run, against the court's own log; nothing where all promises held. */
export function judge(one: Case, result: Result): string[] {
  if (one.kind.does === 'killed') return judgeKilled(one, result);
  const wrong = judgeRun(result);
  const id = result.said?.outcome ?? 'nothing said';
  const right: readonly string[] = rightEndings(one.kind, one.step, one.where);
  if (!right.includes(id)) wrong.push(`ended as ${id}, not as ${right.join(' or ')}`);
  const reachable = one.kind.cutsOff !== true && one.where !== 'log-out';
  if (reachable && result.openSessions > 0) wrong.push('not logged out');
  return wrong;
}

function judgeKilled({ where }: Case, result: Result): string[] {
  const wrong = [...promises(result)];
  if (result.code !== null) wrong.push(`ended with ${result.code} before it could be killed`);
  if (result.next === null) return wrong;
  wrong.push(...judgeRun(result.next).map((words) => `next run: ${words}`));
  const linkedBefore = where === 'final-after' || where === 'proof' || where === 'log-out';
  const right = linkedBefore ? 'already-linked' : 'linked';
  const id = result.next.said?.outcome ?? 'nothing said';
  if (id !== right) wrong.push(`the next run ended as ${id}, not as ${right}`);
  if (linkedBefore && result.next.finalSubmits > 0) wrong.push('the next run sent a final Submit again');
  return wrong;
}

/** What holds for every run that came to an end by itself. */
export function judgeRun(result: Result): string[] {
  const wrong = promises(result);
  const { said } = result;
  if (said === null) return [...wrong, 'it said nothing'];
  const known: Record<string, { exitCode: number }> = endings;
  const documented = known[said.outcome];
  if (documented?.exitCode !== result.code || said.exitCode !== result.code)
    wrong.push(`code ${String(result.code)} is not the documented one of ${said.outcome}`);
  const sent = result.finalSubmits > 0;
  if (said.submitted === 'yes' && !sent) wrong.push('said submitted; it was not');
  if (said.submitted === 'no' && sent) wrong.push('said not submitted; it was');
  const here: readonly EndingId[] = ['linked', 'linked-without-review'];
  const byThisRun = result.links > 0 && here.some((id) => id === said.outcome);
  if (said.linked === 'yes' && result.links === 0) wrong.push('said linked; it is not');
  if (said.linked === 'no' && result.links > 0 && !byThisRun) wrong.push('said not linked; it is');
  if (said.linked === 'unknown' && !sent) wrong.push('said unknown although nothing was sent');
  return wrong;
}

function promises(result: Result): string[] {
  const wrong: string[] = [];
  if (result.finalSubmits > 1) wrong.push(`${result.finalSubmits} final Submits`);
  if (result.links > 1) wrong.push(`${result.links} links`);
  if (result.strayed > 0) wrong.push('a request reached another host');
  if (result.ms > patience) wrong.push(`took ${result.ms} ms`);
  return [...wrong, ...result.leaks.map((leak) => `leak: ${leak}`)];
}
