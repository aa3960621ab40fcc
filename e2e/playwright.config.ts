import { defineConfig } from 'playwright/test'
import { findChromium } from './checks/chromium.mjs'

/** The built app with its sandbox; `npm test` builds it first. The three ports after this one are taken too. */
const port = Number(process.env['E2E_PORT'] ?? 4173)

export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  retries: process.env['CI'] ? 1 : 0,
  // One more than two cores: much of a test is waiting.
  workers: 3,
  // For the slowest machine: on a quiet one hardly anything takes a tenth of it.
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  outputDir: '../test-results/e2e',
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1280, height: 800 },
    // A trace of every test costs a fifth of the time, a picture a twentieth; `npx playwright test -c e2e --trace on`
    // makes both.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: findChromium(),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  webServer: [
    {
      command: `npx vite preview --port ${port} --strictPort`,
      cwd: '..',
      // The sandbox is compiled when it is first asked, which is nothing for a test to wait for.
      url: `http://localhost:${port}/sandbox`,
      reuseExistingServer: !process.env['CI'],
    },
    {
      command: `npx vite preview --port ${port + 1} --strictPort`,
      cwd: '..',
      env: { ROLLCALL_CONFIG: 'e2e/config/trouble.json' },
      url: `http://localhost:${port + 1}/sandbox`,
      reuseExistingServer: !process.env['CI'],
    },
    {
      command: `npx vite preview --port ${port + 2} --strictPort`,
      cwd: '..',
      env: { ROLLCALL_CONFIG: 'e2e/config/wrong.json' },
      url: `http://localhost:${port + 2}/`,
      reuseExistingServer: !process.env['CI'],
    },
    {
      command: `npx vite preview --port ${port + 3} --strictPort`,
      cwd: '..',
      // There is no such file: what is said then is what is tested.
      env: { ROLLCALL_CONFIG: 'e2e/config/missing.json' },
      url: `http://localhost:${port + 3}/`,
      reuseExistingServer: !process.env['CI'],
    },
  ],
})
