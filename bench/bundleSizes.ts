/** gzip sizes of what Excel loads. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { print } from './measure';

const size = (...names: readonly string[]): number => names.reduce((sum, name) => sum + gzipSync(readFileSync(`dist/${name}`), { level: 9 }).length, 0);
const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

print('Bundles, gzip', [
  { what: 'functions.js: custom functions alone', figure: kilobytes(size('functions.js')), goal: 'at most 25 KB' },
  { what: 'commands.js: ribbon and QBR', figure: kilobytes(size('commands.js')) },
  { what: 'taskpane.js: the pane', figure: kilobytes(size('taskpane.js')) },
  { what: 'first load of the pane, all three', figure: kilobytes(size('functions.js', 'commands.js', 'taskpane.js')), goal: 'at most 180 KB' },
]);
