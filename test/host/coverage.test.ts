import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

it('docs/host-coverage.md says what the host answers today, and the host describes nothing that office.js does not have', () => {
  expect(() => execFileSync(process.execPath, [resolve(__dirname, '../../tools/hostCoverage.mjs'), '--check'], { stdio: 'pipe' })).not.toThrow();
}, 60_000);
