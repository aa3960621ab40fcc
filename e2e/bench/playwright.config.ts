import { defineConfig } from 'playwright/test'
import { findChromium } from '../checks/chromium.mjs'

/** `npm run bench`: one thing at a time, and no verdict but the one that is printed. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  fullyParallel: false,
  workers: 1,
  timeout: 600_000,
  reporter: [['line']],
  outputDir: '../../test-results/bench',
  use: {
    actionTimeout: 30_000,
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      executablePath: findChromium(),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
})
