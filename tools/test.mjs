// npm test: everything a change must pass, on a fresh clone too. The last line adds all runners up.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const browser = ensureChromium();
const { ensureBuilt } = await import('./build.mjs');
const { ensureCli } = await import('./workbenchBundle.mjs');
const reports = join(root, 'build', 'reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const total = { passed: 0, failed: 0 };
const environment = { ...process.env, CHROMIUM_PATH: browser };

function execute(title, script, args, extra = {}) {
  console.log(`\n── ${title}`);
  const started = Date.now();
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, stdio: 'inherit', env: { ...environment, ...extra } });
  console.log(`── ${title}: ${status === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(0)} s`);
  return status === 0;
}

/** A check that passes or fails as a whole. */
function check(title, script, args) {
  total[execute(title, script, args) ? 'passed' : 'failed'] += 1;
}

/** A runner that counts its own tests; one that ends badly without a failed test (or without any) is one failure more. */
function runner(title, script, args, report, count, extra) {
  const passed = execute(title, script, args, extra);
  const counted = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 };
  total.passed += counted.passed;
  total.failed += counted.failed + ((!passed && counted.failed === 0) || counted.passed + counted.failed === 0 ? 1 : 0);
}

await ensureBuilt();
await ensureCli();
check('Lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']);
check('Types', 'typescript/bin/tsc', ['-p', '.']);
check('Folder boundaries', 'dependency-cruiser/bin/dependency-cruise.mjs', ['src', 'test/secondOpinion', '--config', '.dependency-cruiser.cjs']);

const jestReport = join(reports, 'jest.json');
runner('Unit tests and office.js in Node', 'jest/bin/jest.js', ['--json', `--outputFile=${jestReport}`, '--maxWorkers=2'], jestReport, (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
}));

const playwrightReport = join(reports, 'playwright.json');
runner('Browser', '@playwright/test/cli.js', ['test', '--reporter=list,json'], playwrightReport, (report) => ({
  passed: report.stats.expected + report.stats.flaky,
  failed: report.stats.unexpected,
}), { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport });

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
