// Bundles the workbench: its page and server into build/workbench/, the command line into build/cli.cjs, each only when stale.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';
import { whenStale } from './stale.mjs';

const page = join('build', 'workbench');
const sources = ['src/host', 'src/workbench', 'tools/workbenchBundle.mjs', 'package-lock.json'];
const shared = { absWorkingDir: root, bundle: true, logLevel: 'warning', legalComments: 'none' };
const forNode = { ...shared, platform: 'node', target: 'node20', format: 'cjs', external: ['jsdom'] };

/** The page in build/workbench/page/ and its server in build/workbench/server.cjs. */
export function ensureWorkbench() {
  return whenStale('workbench', { inputs: sources, output: join(page, 'server.cjs') }, async () => {
    const { build } = await import('esbuild');
    await Promise.all([
      build({
        ...shared,
        entryPoints: { main: 'src/workbench/page/main.ts', connect: 'src/workbench/page/connect.ts' },
        outdir: join(page, 'page'),
        platform: 'browser',
        target: 'es2022',
        format: 'iife',
        minify: true,
        loader: { '.svg': 'dataurl', '.png': 'dataurl', '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl' },
        define: { 'process.env.NODE_ENV': '"production"' },
      }),
      build({ ...forNode, entryPoints: ['src/workbench/serve.ts'], outfile: join(page, 'server.cjs') }),
    ]);
    mkdirSync(join(root, page, 'page'), { recursive: true });
    for (const file of ['index.html', 'differs.html']) copyFileSync(join(root, 'src/workbench/page', file), join(root, page, 'page', file));
  });
}

/** The command line in build/cli.cjs, engine and host included. */
export function ensureCli() {
  return whenStale('cli', { inputs: [...sources, 'src/cli'], output: 'build/cli.cjs' }, async () => {
    const { build } = await import('esbuild');
    await build({ ...forNode, entryPoints: ['src/cli/main.ts'], outfile: 'build/cli.cjs' });
  });
}
