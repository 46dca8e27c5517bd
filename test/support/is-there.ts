import { spawnSync } from 'node:child_process';
import process from 'node:process';

/**
 * Whether a program that a test needs is on this machine. Where it is missing the test is skipped, loudly; in CI it
 * counts as there, so that the test fails rather than skip.
 */
export function isThere(program: string): boolean {
  const found = spawnSync('sh', ['-c', 'command -v "$0" >/dev/null', program]).status === 0;
  if (!found)
    process.stderr.write(`\nSKIPPED: ${program} is not on this machine, so its tests do not run.\n`);
  return found || (process.env['CI'] ?? '') !== '';
}
