// The list of functions in docs/functions.md, made of the comments in src/functions/functions.ts: `npm run docs` writes it, a test compares it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, root } from './install.mjs';

const source = join(root, 'src', 'functions', 'functions.ts');
const page = join(root, 'docs', 'functions.md');
const begin = '<!-- made of the comments in src/functions/functions.ts by npm run docs: change them there -->';
const end = '<!-- end of the list -->';

/** Every function in the order of the script: name, description, parameters, result, example. */
export function readFunctionComments(text = readFileSync(source, 'utf8')) {
  return [...text.matchAll(/\/\*\*\n((?: \*.*\n)+?) \*\/\n(?:async )?function /g)].flatMap(([, comment]) => {
    const lines = comment.split('\n').map((line) => line.replace(/^ \* ?/, ''));
    const tag = (name) => lines.filter((line) => line.startsWith(`@${name} `)).map((line) => line.slice(name.length + 2));
    const [id] = tag('customfunction').map((line) => line.split(' ')[0]);
    if (id === undefined) return [];
    const parameters = tag('param').flatMap((line) => {
      const [, type, optional, required, description] = /^\{(.+?)\} (?:\[(\w+)\]|(\w+)) ?(.*)$/.exec(line) ?? [];
      return type?.startsWith('CustomFunctions.') ? [] : [{ name: optional ?? required, optional: optional !== undefined, description }];
    });
    const description = lines.slice(0, lines.findIndex((line) => line.startsWith('@'))).join(' ').trim();
    return [{ id, description, parameters, result: tag('returns').map((line) => line.replace(/^\{.+?\} /, ''))[0] ?? null, example: tag('example')[0] ?? null }];
  });
}

function section({ id, description, parameters, result, example }) {
  const call = `=ALLIANCE.${id}(${parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(', ')})`;
  const rows = parameters.map(({ name, optional, description: meaning }) => `| \`${name}\` | ${optional ? 'no' : 'yes'} | ${meaning} |`);
  const table = rows.length === 0 ? [] : ['', '| argument | needed | meaning |', '|---|---|---|', ...rows];
  return [`### ${id}`, `\`${call}\``, '', description, ...(result === null ? [] : ['', result]), ...table, '', `Example: \`${example}\``].join('\n');
}

/** The page with its list made anew; all else stays as it is. */
export function functionsPage(text = readFileSync(page, 'utf8')) {
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error('docs/functions.md has lost the marks of its list.');
  return `${before}${begin}\n\n${readFunctionComments().map(section).join('\n\n')}\n\n${end}${after}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureInstalled();
  const text = functionsPage();
  const changed = text !== readFileSync(page, 'utf8');
  if (changed) writeFileSync(page, text);
  console.log(`${changed ? 'Wrote' : 'Already up to date:'} ${readFunctionComments().length} functions in docs/functions.md.`);
}
