/** gzip sizes of what Excel loads, as `gzip -9` packs it; office.js, which Microsoft serves and Excel keeps, is in none of them. */
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { print } from './measure';

const size = (names: readonly string[]): number => names.reduce((sum, name) => sum + gzipSync(readFileSync(`dist/${name}`), { level: 9 }).length, 0);
const kilobytes = (...names: readonly string[]): string => `${(size(names) / 1024).toFixed(1)} KB`;

const all = readdirSync('dist').filter((name) => name.endsWith('.js'));
/** What the page itself names: all of it runs before the first content. */
const first = [...readFileSync('dist/taskpane.html', 'utf8').matchAll(/<script src="([^":?]+\.js)/g)].flatMap(([, name]) => name ?? []);
const later = all.filter((name) => !first.includes(name));
const pages = later.filter((name) => /Page\.js$/.test(name));

print('Bundles, gzip', [
  { what: 'functions.js: tells Excel of every function; must run before a cell is asked for', figure: kilobytes('functions.js'), goal: 'at most 25 KB' },
  { what: 'answerers.js: reads and judges, fetched beside it; must be there before a cell is answered', figure: kilobytes('answerers.js') },
  { what: 'both: a workbook with ALLIANCE cells and no pane', figure: kilobytes('functions.js', 'answerers.js') },
  { what: 'first load of the pane: the page’s own scripts, these two among them', figure: kilobytes(...first), goal: 'at most 180 KB' },
  ...first.filter((name) => name !== 'functions.js' && name !== 'answerers.js').map((name) => ({ what: `  of it ${name}`, figure: kilobytes(name) })),
  ...[...later.filter((name) => !pages.includes(name)), ...pages].map((name) => ({ what: `later, when it is wanted: ${name}`, figure: kilobytes(name) })),
  { what: 'everything together, first load included', figure: kilobytes(...all), goal: 'at most 260 KB' },
]);
