// Finds a Chromium for the browser tests: Playwright's own, else an installed Chrome or Chromium, else it
// installs one (Playwright's, else Debian's by apt). Prints nothing when one is already there.
//
// The headless shell comes first wherever there is a choice: the same engine without a window. Chromium in its new
// headless mode draws tabs and toolbar, too, and takes twice the time for every page that is opened.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { aptInstall, attempt } from './install.mjs';

/** Quiet, offline, and able to run as root in a container, where Chromium's sandbox cannot. */
export const launchArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const installedNames = [
  ...['chromium-headless-shell', 'chrome-headless-shell'],
  ...['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'],
];
const installedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** A browser is only as good as its start: a found file may lack libraries. */
async function starts(executablePath) {
  try {
    const browser = await chromium.launch({
      args: launchArguments,
      timeout: 30_000,
      ...(executablePath && { executablePath }),
    });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

function installed() {
  const onPath = installedNames.flatMap((name) => {
    const { status, stdout } = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], {
      encoding: 'utf8',
    });
    return status === 0 ? [stdout.split(/\r?\n/)[0].trim()] : [];
  });
  return [process.env.CHROME_PATH, ...onPath, ...installedPlaces].filter(
    (place) => place && existsSync(place),
  );
}

async function firstThatStarts() {
  if (await starts(undefined)) return { executablePath: undefined };
  for (const executablePath of installed()) if (await starts(executablePath)) return { executablePath };
  return undefined;
}

/**
 * @returns {Promise<{ executablePath: string | undefined }>} undefined: the one Playwright has
 * @throws {Error} one sentence that says what to do
 */
export async function ensureBrowser() {
  const found = await firstThatStarts();
  if (found) return found;
  console.error('No Chrome or Chromium found: installing one.');
  if (attempt('npx', ['playwright', 'install', '--only-shell', 'chromium'], 300_000)) {
    const own = await firstThatStarts();
    if (own) return own;
  }
  // Older releases have no package of the shell alone.
  for (const name of ['chromium-headless-shell', 'chromium']) {
    if (!aptInstall(name)) continue;
    const debian = await firstThatStarts();
    if (debian) return debian;
  }
  throw new Error(
    'No browser could be found or installed for the browser tests: install Google Chrome or Chromium (or run `npx playwright install --with-deps --only-shell chromium`), or set CHROME_PATH to one, and run `npm test` again.',
  );
}
