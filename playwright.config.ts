/** Browser tests: the workbench in an installed Chrome, Chromium or Edge, with Microsoft's office.js. */
import { defineConfig } from '@playwright/test';
import { findChromium } from './tools/chromium.mjs';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      // In a container the browser runs as root, where its sandbox does not.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
});
