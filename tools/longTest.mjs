// npm run test:long [-- RUNS [SEED]]: 500 sequences of thirty random commands over office.js in Node, ten times as many as npm test has; takes half an hour.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const [runs = '500', seed = '1'] = process.argv.slice(2);
const { status } = spawnSync(process.execPath, [join(root, 'node_modules', 'jest', 'bin', 'jest.js'), 'test/model', '--maxWorkers=1', '--silent=false'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, MODEL_RUNS: runs, MODEL_SEED: seed },
});
process.exitCode = status ?? 1;
