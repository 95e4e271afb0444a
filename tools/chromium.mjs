// Finds the browser for the browser tests: an installed Chrome, Chromium or Edge, else Debian's package where it may be installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const programs = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge', 'microsoft-edge-stable', 'msedge'];
const places = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean).flatMap((base) => [
    join(base, 'Google/Chrome/Application/chrome.exe'),
    join(base, 'Microsoft/Edge/Application/msedge.exe'),
  ]),
};

/** Path of an installed browser, or `null`. `CHROMIUM_PATH` in the environment comes first. */
export function findChromium() {
  const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':');
  const onPath = folders.flatMap((folder) => programs.map((name) => join(folder, name)));
  return [process.env.CHROMIUM_PATH, ...onPath, ...(places[process.platform] ?? [])].find((path) => path && existsSync(path)) ?? null;
}

/** The browser's path, installing Debian's package when none is there and this user may; else one sentence and the end. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (mayInstall) {
    console.log('Installing Chromium for the browser tests …');
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env: environment });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], { stdio: 'ignore', env: environment });
    const installed = findChromium();
    if (installed) return installed;
  }
  console.error('The browser tests need Chrome, Chromium or Edge: install one (on Debian and Ubuntu: sudo apt-get install chromium) and run npm test again.');
  process.exit(1);
}
