import { endings } from '../../src/outcome.ts';
import type { EndingId } from '../../src/outcome.ts';
import { rightEndings } from './kinds.ts';
import type { Case, Result } from './run.ts';

const patience = 135_000; // ms

/** What is wrong with a run, against the court's own log; nothing where all promises held. */
export function judge(one: Case, result: Result): string[] {
  if (one.kind.does === 'killed') return judgeKilled(one, result);
  const { signsInAgain = false, cutsOff = false } = one.kind;
  const wrong = judgeRun(result, signsInAgain ? 2 : 1);
  const id = result.said?.outcome ?? 'nothing said';
  const right: readonly string[] = rightEndings(one.kind, one.step, one.where);
  wrong.push(...judgeDoubt(one, result));
  if (!right.includes(id)) wrong.push(`ended as ${id}, not as ${right.join(' or ')}`);
  if (!cutsOff && one.where !== 'log-out' && result.openSessions > 0) wrong.push('not logged out');
  return wrong;
}

/** Who sent no final Submit is in doubt only where nothing that came of the link form says whether the court linked on it. */
function judgeDoubt({ kind, step }: Case, result: Result): string[] {
  const { said, posts } = result;
  const atForm = step.at === 'link-form';
  // A connection that was kept can be gone already when the form is written to it: nobody can tell.
  if (said === null || sent(result) > 0 || (atForm && kind.does === 'refused')) return [];
  const read = kind.formAgain === true || ['session-expired', 'linked'].includes(said.outcome);
  const lost = atForm && posts['link-form'] !== undefined && !read;
  if (lost === (said.linked === 'unknown')) return [];
  return [lost ? 'said not linked; nobody knows' : 'said unknown although nothing was sent'];
}

/** A run killed between the final Submit and the log-out left a note; the next one explains it, and takes it away. */
function judgeKilled({ step, where }: Case, result: Result): string[] {
  const wrong = [...promises(result, 1)];
  if (result.code !== null) wrong.push(`ended with ${result.code} before it could be killed`);
  const { next } = result;
  if (next === null) return wrong;
  wrong.push(...judgeRun(next, 1).map((words) => `next run: ${words}`));
  const linkedBefore = where === 'final-after' || where === 'proof' || where === 'log-out';
  const right = linkedBefore ? 'already-linked' : 'linked';
  const id = next.said?.outcome ?? 'nothing said';
  if (id !== right) wrong.push(`the next run ended as ${id}, not as ${right}`);
  if (linkedBefore && sent(next) > 0) wrong.push('the next run sent a final Submit again');
  const around = where === 'final-after' || where === 'proof' || step.group === 'final';
  if (result.notes !== (around ? 1 : 0)) wrong.push(`the killed run left ${result.notes} notes`);
  if (next.explained !== around)
    wrong.push(around ? 'the next run did not explain the killed one' : 'the next run explained nothing');
  if (next.notes > 0) wrong.push('the next run left the note lying');
  if (next.openSessions > result.openSessions) wrong.push('next run: not logged out');
  return wrong;
}

/** What holds for every run that came to an end by itself; it may have signed in so many times. */
function judgeRun(result: Result, signIns: number): string[] {
  const wrong = promises(result, signIns);
  const { said } = result;
  if (said === null) return [...wrong, 'it said nothing'];
  const known: Record<string, { exitCode: number }> = endings;
  const documented = known[said.outcome];
  if (documented?.exitCode !== result.code || said.exitCode !== result.code)
    wrong.push(`code ${String(result.code)} is not the documented one of ${said.outcome}`);
  if (said.submitted === 'yes' && sent(result) === 0) wrong.push('said submitted; it was not');
  if (said.submitted === 'no' && sent(result) > 0) wrong.push('said not submitted; it was');
  const here: readonly EndingId[] = ['linked', 'linked-without-review'];
  const byThisRun = result.links > 0 && here.some((id) => id === said.outcome);
  if (said.linked === 'yes' && result.links === 0) wrong.push('said linked; it is not');
  if (said.linked === 'no' && result.links > 0 && !byThisRun) wrong.push('said not linked; it is');
  return wrong;
}

const sent = ({ posts }: Result): number => posts['final-submit'] ?? 0;

function promises({ posts, links, strayed, ms, leaks }: Result, signIns: number): string[] {
  const wrong: string[] = [];
  for (const [kind, times] of Object.entries(posts))
    if (times > (kind === 'sign-on' ? signIns : 1)) wrong.push(`${kind} sent ${times} times`);
  if (posts['final-submit'] !== undefined && posts['link-form'] === undefined)
    wrong.push('a final Submit without a review');
  if (links > 1) wrong.push(`${links} links`);
  if (strayed > 0) wrong.push('a request reached another host');
  if (ms > patience) wrong.push(`took ${ms} ms`);
  return [...wrong, ...leaks.map((leak) => `leak: ${leak}`)];
}
