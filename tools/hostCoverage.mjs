/**
 * Compares what the host describes with the members that Microsoft's office.js has, class by class, and writes docs/host-coverage.md.
 *   node tools/hostCoverage.mjs           writes the page
 *   node tools/hostCoverage.mjs --check   fails where the page is out of date, or where a description names what office.js does not have
 */
import { buildSync } from 'esbuild';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { JSDOM } from 'jsdom';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const page = join(root, 'docs/host-coverage.md');
const SHOWN = 40;
/** What every object of office.js has; it asks nothing of a host. */
const COMMON = new Set([
  'constructor',
  'context',
  'isNull',
  'isNullObject',
  'items',
  'load',
  'retrieve',
  'set',
  'setMockData',
  'toJSON',
  'track',
  'untrack',
  'update',
  'ensureUnchanged',
]);

async function describedClasses() {
  const folder = join(root, 'build');
  const bundle = join(folder, `host.${process.pid}.mjs`);
  mkdirSync(folder, { recursive: true });
  buildSync({
    absWorkingDir: root,
    entryPoints: ['src/host/excel/workbook.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  try {
    const { excelClasses } = await import(pathToFileURL(bundle).href);
    return excelClasses;
  } finally {
    rmSync(bundle);
  }
}

function officeClasses() {
  // office.js finds its own folder by the script element that it came from; nothing is loaded through that element here.
  const { window } = new JSDOM('<!doctype html><script type="text/plain" src="https://localhost/office.debug.js"></script>', {
    url: 'https://localhost/?_host_Info=Excel$Mac$16.01$en-US$telemetry$isDialog0$$0',
    runScripts: 'outside-only',
  });
  window.webkit = { messageHandlers: { Agave: { postMessage() {} } } };
  window._osfHostAPI = () => {};
  const dist = join(root, 'node_modules/@microsoft/office-js/dist');
  for (const file of ['office.debug.js', 'excel-mac-16.00.debug.js']) window.eval(readFileSync(join(dist, file), 'utf8'));
  const isClass = (value) => typeof value === 'function' && value.prototype instanceof window.OfficeExtension.ClientObject;
  return new Map(
    Object.entries(window.Excel)
      .filter(([, value]) => isClass(value))
      .map(([name, value]) => [name, publicMembers(value.prototype)]),
  );
}

const publicMembers = (prototype) =>
  Object.getOwnPropertyNames(prototype)
    .filter((name) => !/^(_|m_)/.test(name) && !COMMON.has(name))
    .sort();

/** The members that a description answers, those that every collection gets among them. */
function answered({ members }, known) {
  const { properties = {}, objects = {}, methods = {}, events = {}, items } = members;
  const own = [properties, objects, methods, events].flatMap((group) => Object.keys(group)).filter((name) => !name.startsWith('_'));
  const derived = items === undefined ? [] : ['getCount', 'getItemAt', ...(items.find === undefined ? [] : ['getItem', 'getItemOrNullObject'])];
  return new Set([...own, ...derived.filter((name) => known.includes(name))]);
}

function write(described, office) {
  const rows = [];
  const strangers = [];
  for (const description of [...described].sort((a, b) => a.className.localeCompare(b.className))) {
    const known = office.get(description.className);
    if (known === undefined) {
      strangers.push(description.className);
      continue;
    }
    const has = answered(description, known);
    strangers.push(...[...has].filter((name) => !known.includes(name)).map((name) => `${description.className}.${name}`));
    const missing = known.filter((name) => !has.has(name));
    const shown = missing.slice(0, SHOWN).join(', ') + (missing.length > SHOWN ? ` and ${missing.length - SHOWN} more` : '');
    rows.push(`| ${description.className} | ${known.length - missing.length} of ${known.length} | ${shown || 'nothing'} |`);
  }
  const names = new Set(described.map(({ className }) => className));
  const absent = [...office.keys()].filter((name) => !names.has(name)).sort();
  const text = `# What the host answers of Excel's object model

Written by \`node tools/hostCoverage.mjs\` from the descriptions in \`src/host/excel/\` and the classes inside Microsoft's office.js; a test keeps it
current. A member that is missing here answers an error of code \`ApiNotFound\` that names its class and itself.

| Class | Members answered | Missing |
|---|---|---|
${rows.join('\n')}

Classes without a description: ${absent.join(', ')}.
`;
  return { text, strangers };
}

const { text, strangers } = write(await describedClasses(), officeClasses());
if (strangers.length > 0) {
  console.error(`office.js does not have: ${strangers.join(', ')}`);
  process.exit(1);
}
if (!process.argv.includes('--check')) {
  writeFileSync(page, text);
  console.log(`Wrote ${page}`);
} else if (readFileSync(page, 'utf8') !== text) {
  console.error('docs/host-coverage.md is out of date: run node tools/hostCoverage.mjs');
  process.exit(1);
}
process.exit(0);
