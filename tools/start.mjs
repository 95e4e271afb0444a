// npm start: the workbench with the add-in and a workbook, on this computer alone.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, root } from './install.mjs';
import { named } from './named.mjs';

const usage = 'Usage: npm start -- [--workbook FILE.xlsx] [--addin MANIFEST.xml] [--port N]';

function stop(sentence, code) {
  console.error(sentence);
  process.exit(code);
}

function options() {
  try {
    const { values } = parseArgs({ options: { workbook: { type: 'string' }, addin: { type: 'string' }, port: { type: 'string' } } });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65536)) throw new Error('--port takes a number from 0 to 65535.');
    return { ...values, port };
  } catch (fault) {
    return stop(`${fault.message}\n${usage}`, 2);
  }
}

/** Opens the address where there is a desktop; where there is none, the printed line will do. */
function openBrowser(address) {
  const desktop = process.platform === 'darwin' || process.platform === 'win32' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  if (!desktop) return;
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open'];
  const browser = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  browser.on('error', () => {});
  browser.unref();
}

const { workbook, addin, port } = options();
ensureInstalled();
const { ensureWorkbench } = await import('./workbenchBundle.mjs');
await ensureWorkbench();
if (addin === undefined) await (await import('./build.mjs')).ensureBuilt();

const { serve } = createRequire(import.meta.url)('../build/workbench/server.cjs');
const own = addin === undefined ? { manifest: join(root, 'dist', 'manifest.xml'), folder: join(root, 'dist') } : { manifest: named(addin, 'start') };
const served = await serve({
  files: { page: join(root, 'build', 'workbench', 'page'), office: join(root, 'node_modules', '@microsoft', 'office-js', 'dist') },
  ...own,
  workbook: workbook !== undefined ? named(workbook, 'start') : addin === undefined ? join(root, 'assets', 'sample.xlsx') : null,
  port,
});
if (!served.ok) stop(served.sentence, 1);
console.log(`The workbench is open at ${served.workbench.address} (Ctrl+C ends it).`);
openBrowser(served.workbench.address);
