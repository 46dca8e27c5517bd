// Runs the tests on every Node that the program is for: node scripts/matrix.mjs [what vitest is to run]
import { spawnSync } from 'node:child_process';

const nodes = ['20.19.0', '22', '24']; // the oldest that package.json allows, and the newest of each line since
const run = (node, ...args) =>
  spawnSync('npx', ['--yes', `--package=node@${node}`, '--', 'node', ...args], { stdio: 'inherit' }).status;

const failed = nodes.filter((node) => {
  console.log(`\nNode ${node}`);
  return (
    run(node, '--version') !== 0 ||
    run(node, 'scripts/build.mjs') !== 0 ||
    run(node, 'node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)) !== 0
  );
});
console.log(failed.length === 0 ? '\nGreen on all.' : `\nNot green on Node ${failed.join(', ')}.`);
process.exitCode = failed.length;
