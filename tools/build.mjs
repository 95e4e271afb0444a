// Builds the add-in into dist/. `npm run build` makes the production build for the address in ADDIN_URL.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, root, run } from './install.mjs';
import { whenStale } from './stale.mjs';

const webpack = join(root, 'node_modules', 'webpack', 'bin', 'webpack.js');

/** The add-in in dist/, as Excel would load it from the address in ADDIN_URL (https://localhost:3000 where that is not set). */
export async function ensureBuilt() {
  ensureInstalled();
  return whenStale(
    'addin',
    {
      inputs: ['src/domain', 'src/tables', 'src/report', 'src/excel', 'src/functions', 'src/commands', 'src/taskpane', 'assets', 'manifest.xml', 'webpack.config.js', 'tsconfig.json', 'package-lock.json'],
      output: 'dist/manifest.xml',
      extra: process.env.ADDIN_URL ?? '',
    },
    () => run(process.execPath, [webpack, '--mode', 'production', '--stats', 'errors-only']),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const built = await ensureBuilt();
  const address = /<SourceLocation DefaultValue="([^"]*)\/taskpane\.html"/.exec(readFileSync(join(root, 'dist', 'manifest.xml'), 'utf8'))?.[1];
  console.log(`${built ? 'Built' : 'Already up to date:'} the add-in for ${address}: dist/ (upload the folder there; sideload dist/manifest.xml).`);
}
