// Files named on a command line. npm runs scripts in the project's folder; the user may stand elsewhere.
import { resolve } from 'node:path';

/** Absolute path of a file that was named to `npm run script` or to the tool itself. */
export function named(file, script) {
  const from = process.env.npm_lifecycle_event === script ? process.env.INIT_CWD : undefined;
  return resolve(from ?? process.cwd(), file);
}
