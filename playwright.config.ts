import { defineConfig } from '@playwright/test';
import { launchArguments } from './tools/browser.mjs';

// `npm test` says which browser was found; without it, Playwright's own is used.
const executablePath = process.env.TEST_BROWSER;
const port = Number(process.env.E2E_PORT ?? 4187);
const build = process.env.E2E_BUILT ? '' : 'npx --no-install vite build --logLevel warn && ';

export default defineConfig({
  testDir: 'e2e',
  // What a test may take on a machine that two browsers and their workers share; none waits by the clock.
  timeout: 120_000,
  expect: {
    timeout: 20_000,
    toHaveScreenshot: { pathTemplate: '{testDir}/visual/pictures/{arg}{ext}' },
  },
  // A picture is taken when it is asked for, not when one is missing: `npm run test:visual -- --update`.
  updateSnapshots: process.env.UPDATE_PICTURES ? 'all' : 'none',
  // As `tools/thorough.ts` for unit tests.
  ...(process.env.TESTS === 'essential' && { grepInvert: /@thorough/ }),
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env.CI,
  // Two browsers on a busy machine: what passes only when it is run again is named in the end of `npm test`.
  retries: 1,
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    // Recording costs a third of all time, whether a test fails or not: `--trace on` where a failure is a riddle.
    trace: 'off',
    // What a test cuts off or changes on its way would come from what is kept: `offline.spec.ts` alone has that.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    launchOptions: { args: launchArguments, ...(executablePath && { executablePath }) },
  },
  webServer: {
    // The built app, as a visitor gets it; `npm test` has built it already.
    command: `${build}npx --no-install vite preview --host localhost --port ${port} --strictPort`,
    port,
    timeout: 120_000,
    reuseExistingServer: false,
  },
});
