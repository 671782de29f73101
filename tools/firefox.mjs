// Finds a Firefox for the tests of other browsers, else installs Debian's. One is enough: the same files are tested in
// Chromium, and what differs between engines is what is looked for.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { aptInstall } from './install.mjs';

const names = ['firefox-esr', 'firefox'];
const places = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** @returns {string | undefined} the path of an installed one */
export function findFirefox() {
  const onPath = names.flatMap((name) => {
    const { status, stdout } = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], {
      encoding: 'utf8',
    });
    return status === 0 ? [stdout.split(/\r?\n/)[0].trim()] : [];
  });
  return [process.env.FIREFOX_PATH, ...onPath, ...places].find((place) => place && existsSync(place));
}

/** What is said where there is none. */
export const NO_FIREFOX =
  'Firefox was not tested: there is none, and none could be installed. Install it, or set FIREFOX_PATH to one.';

/** @returns {string | undefined} */
export function ensureFirefox() {
  const found = findFirefox();
  if (found) return found;
  console.error('No Firefox found: installing one.');
  return aptInstall('firefox-esr') ? findFirefox() : undefined;
}
