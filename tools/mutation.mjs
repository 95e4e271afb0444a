// npm run mutation [-- PATTERN ...]: changes the judging and the reading in every small way and lets the tests find out; takes an hour or two.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const given = process.argv.slice(2);
const isPattern = (argument) => /^!?src\//.test(argument);
const patterns = given.filter(isPattern);
const options = given.filter((argument) => !isPattern(argument));
const reports = join(root, 'build', 'reports', 'mutation');
const report = join(reports, 'mutation.json');
rmSync(reports, { recursive: true, force: true });
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js'), 'run', ...(patterns.length > 0 ? ['--mutate', patterns.join(',')] : []), ...options],
  // Laws are tried on the same few portfolios for every mutant, so that a run can be repeated.
  { cwd: root, stdio: 'inherit', env: { ...process.env, LAW_RUNS: '20' } },
);
if (existsSync(report)) {
  const mutants = Object.values(JSON.parse(readFileSync(report, 'utf8')).files).flatMap((file) => file.mutants);
  const count = (...statuses) => mutants.filter((mutant) => statuses.includes(mutant.status)).length;
  const found = count('Killed', 'Timeout');
  const missed = count('Survived', 'NoCoverage');
  console.log(`\nThe tests found ${found} of ${found + missed} changes; each missed one stands in build/reports/mutation/mutation.html.`);
}
process.exitCode = status ?? 1;
