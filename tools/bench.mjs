// npm run bench [-- NAME]: every benchmark, or one; ratios side by side in one run, never a pass or a fail.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled, root, run } from './install.mjs';

ensureInstalled();
await ensureBuilt();
const { ensureCli, ensureWorkbench } = await import('./workbenchBundle.mjs');
await ensureCli();
await ensureWorkbench();
process.env.CHROMIUM_PATH = ensureChromium();
const { build } = await import('esbuild');
const [wanted] = process.argv.slice(2);
const parts = new Set(['largeTables.ts', 'measure.ts']);
const benches = readdirSync(join(root, 'bench')).filter((name) => name.endsWith('.ts') && !parts.has(name) && (!wanted || name === `${wanted}.ts`));
const folder = join(root, 'build', 'bench');
mkdirSync(folder, { recursive: true });
for (const name of benches) {
  const outfile = join(folder, name.replace(/\.ts$/, '.cjs'));
  await build({ entryPoints: [join(root, 'bench', name)], bundle: true, platform: 'node', format: 'cjs', packages: 'external', outfile, logLevel: 'error' });
  run(process.execPath, [outfile]);
}
console.log(`\nRan ${benches.length} benchmarks; figures are of this machine, ratios travel.`);
