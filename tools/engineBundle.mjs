/**
 * The headless engine as one CommonJS file: Univer's packages cannot be loaded by Node as they are published.
 * Built only when one of its sources, this file or the locked dependencies have changed. Run directly, it prints the path.
 */
import { buildSync } from 'esbuild';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'build');
const bundle = join(folder, 'engine.cjs');
const inputsFile = join(folder, 'engine.inputs.json');

function isFresh() {
  if (!existsSync(bundle) || !existsSync(inputsFile)) return false;
  const { began, inputs } = JSON.parse(readFileSync(inputsFile, 'utf8'));
  return inputs.every((input) => existsSync(join(root, input)) && statSync(join(root, input)).mtimeMs < began);
}

/** @returns {string} the path of an up-to-date bundle */
export function ensureEngineBundle() {
  if (isFresh()) return bundle;
  mkdirSync(folder, { recursive: true });
  const began = Date.now();
  const mine = join(folder, `engine.${process.pid}.cjs`);
  const { metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: ['src/workbench/engine/headless.ts'],
    outfile: mine,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    metafile: true,
    legalComments: 'none',
    logLevel: 'error',
    // Whatever is published as ES modules only is taken as such.
    mainFields: ['module', 'main'],
    conditions: ['import'],
  });
  const sources = Object.keys(metafile.inputs).filter((input) => !input.includes('node_modules/'));
  writeFileSync(`${mine}.json`, JSON.stringify({ began, inputs: [...sources, 'package-lock.json', 'tools/engineBundle.mjs'] }));
  // Others may build at the same time: each puts its own finished files in place.
  renameSync(mine, bundle);
  renameSync(`${mine}.json`, inputsFile);
  return bundle;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(ensureEngineBundle());
