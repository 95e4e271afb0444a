// Bundles the workbench: its page and server into build/workbench/, the command line into build/cli.cjs, each only when stale.
import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './install.mjs';
import { whenStale } from './stale.mjs';

const workbench = join('build', 'workbench');
const sources = ['src/host', 'src/workbench', 'tools/workbenchBundle.mjs', 'package-lock.json'];
const shared = { absWorkingDir: root, bundle: true, logLevel: 'warning', legalComments: 'none' };
// Univer's packages cannot be loaded by Node as they are published; whatever is published as ES modules only is taken as such.
const forNode = { ...shared, platform: 'node', target: 'node20', format: 'cjs', external: ['jsdom'], mainFields: ['module', 'main'], conditions: ['import'] };

const forBrowser = {
  ...shared,
  platform: 'browser',
  target: 'es2022',
  minify: true,
  loader: { '.svg': 'dataurl', '.png': 'dataurl', '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl' },
  define: { 'process.env.NODE_ENV': '"production"' },
};

/** The page in build/workbench/page/ and its server in build/workbench/server.cjs. */
export function ensureWorkbench() {
  return whenStale('workbench', { inputs: sources, output: join(workbench, 'server.cjs') }, async () => {
    const { build } = await import('esbuild');
    // Made beside the one in use, which stays until this one is whole.
    const made = `${workbench}.${process.pid}`;
    const outdir = join(made, 'page');
    await Promise.all([
      // In pieces: the grid's word lists for hyphenation are fetched when a cell first needs one.
      build({
        ...forBrowser,
        outdir,
        entryPoints: { main: 'src/workbench/page/main.ts', page: 'src/workbench/page/page.css' },
        chunkNames: 'pieces/[name]-[hash]',
        format: 'esm',
        splitting: true,
      }),
      build({ ...forBrowser, outdir, entryPoints: ['src/workbench/page/connect.ts'], format: 'iife' }),
      build({ ...forNode, entryPoints: ['src/workbench/serve.ts'], outfile: join(made, 'server.cjs') }),
    ]);
    for (const file of ['index.html', 'differs.html']) copyFileSync(join(root, 'src/workbench/page', file), join(root, outdir, file));
    rmSync(join(root, workbench), { recursive: true, force: true });
    renameSync(join(root, made), join(root, workbench));
  });
}

/** The command line in build/cli.cjs and the headless workbench in build/headless.cjs, engine and host included in each. */
export function ensureCli() {
  return whenStale('cli', { inputs: [...sources, 'src/cli'], output: 'build/cli.cjs' }, async () => {
    const { build } = await import('esbuild');
    // Others may build or read at the same time: whole files alone are put in place, the one that tells of a finished build last.
    const made = join('build', `cli.${process.pid}`);
    await build({ ...forNode, entryPoints: { cli: 'src/cli/main.ts', headless: 'src/workbench/headless.ts' }, outdir: made, outExtension: { '.js': '.cjs' } });
    for (const file of ['headless.cjs', 'cli.cjs']) renameSync(join(root, made, file), join(root, 'build', file));
    rmSync(join(root, made), { recursive: true, force: true });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureCli();
  await ensureWorkbench();
  console.log('The workbench is up to date in build/.');
}
