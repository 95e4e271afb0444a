// npm run qbr: writes a QBR into a copy of a workbook without Excel, with the add-in as Excel loads it.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';
import { named } from './named.mjs';

ensureInstalled();
const { ensureCli } = await import('./workbenchBundle.mjs');
await ensureCli();
const { HELP, parseRequest, USAGE, writeQbr } = createRequire(import.meta.url)('../build/cli.cjs');

const parsed = parseRequest(process.argv.slice(2));
if (!parsed.ok && parsed.sentence === null) {
  console.log(HELP);
  process.exit(0);
}
if (!parsed.ok) {
  console.error(`${parsed.sentence}\n${USAGE}`);
  process.exit(2);
}
await (await import('./build.mjs')).ensureBuilt();
const { input, output, json, pdf, ...choices } = parsed.request;
const addIn = { manifest: join(root, 'dist', 'manifest.xml'), folder: join(root, 'dist') };
const request = { ...choices, input: named(input, 'qbr'), output: named(output, 'qbr'), json: json && named(json, 'qbr'), pdf: pdf && named(pdf, 'qbr') };
// office.js is looked for from the project's folder, wherever the user stands.
process.chdir(root);
const outcome = await writeQbr(request, addIn);
for (const note of outcome.notes) console.error(note);
if (outcome.ok) console.log(outcome.sentence);
else console.error(outcome.sentence);
process.exit(outcome.code);
