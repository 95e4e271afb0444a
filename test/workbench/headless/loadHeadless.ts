/** The headless workbench for tests: bundled when out of date, and handed over typed. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { MessageChannel as NodeMessageChannel } from 'node:worker_threads';
import type * as Headless from '../../../src/workbench/headless';

Object.assign(globalThis, { MessageChannel: globalThis.MessageChannel ?? NodeMessageChannel });

export const root = resolve(__dirname, '../../..');
execFileSync(process.execPath, ['--input-type=module', '-e', "await (await import('./tools/workbenchBundle.mjs')).ensureCli()"], { cwd: root });
export const { openHeadlessWorkbook } = jest.requireActual<typeof Headless>(resolve(root, 'build/headless.cjs'));
