/** The pictures of charts for tests: ECharts is published for bundlers, so a bundle it is. */
import { buildSync } from 'esbuild';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type * as Pictures from '../../../src/workbench/charts/chartPicture';

const root = resolve(__dirname, '../../..');
const bundle = resolve(root, `build/pictures.${process.pid}.cjs`);
buildSync({ absWorkingDir: root, entryPoints: ['src/workbench/charts/chartPicture.ts'], outfile: bundle, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
const pictures = jest.requireActual<typeof Pictures>(bundle);
rmSync(bundle);

export const { chartPicture } = pictures;
