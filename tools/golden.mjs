// npm run golden: writes what each review holds into test/report/golden anew; read the difference before it is committed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const { status } = spawnSync(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), 'test/report/goldenFiles.test.ts'], { cwd: root, stdio: 'inherit', env: { ...process.env, GOLDEN: 'write' } });
console.log('The golden files are in test/report/golden: git diff says what changed.');
process.exitCode = status ?? 1;
