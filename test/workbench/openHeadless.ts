/** The headless engine for tests: builds its bundle when it is out of date and hands over its functions, typed. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { MessageChannel as NodeMessageChannel } from 'node:worker_threads';
import type * as Headless from '../../src/workbench/engine/headless';

Object.assign(globalThis, { MessageChannel: globalThis.MessageChannel ?? NodeMessageChannel });

const root = resolve(__dirname, '../..');
const bundle = execFileSync(process.execPath, [resolve(root, 'tools/engineBundle.mjs')], { encoding: 'utf8' }).trim();
const engine = jest.requireActual<typeof Headless>(bundle);

export const { openHeadless } = engine;
export type { EngineWorkbook } from '../../src/workbench/engine/headless';
