// Tells whether what was built is older than what it was built from, by content.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './install.mjs';

function files(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).sort().flatMap((name) => files(join(path, name)));
}

/** Content hash of files and folders given relative to the project, and of `extra` text. */
export function fingerprint(paths, extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const path of paths) for (const file of files(join(root, path))) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

/** Runs `build` when the inputs changed since the last time or `output` is missing; answers whether it ran. */
export async function whenStale(name, { inputs, output, extra = '' }, build) {
  const record = join(root, 'build', `.${name}.fingerprint`);
  const now = fingerprint(inputs, extra);
  if (existsSync(join(root, output)) && existsSync(record) && readFileSync(record, 'utf8') === now) return false;
  await build();
  mkdirSync(dirname(record), { recursive: true });
  writeFileSync(record, now);
  return true;
}
