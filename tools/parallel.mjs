// Finds GNU parallel for the test of examples/parallel.sh, or installs Debian's by apt. Prints nothing when it is
// already there.
import { spawnSync } from 'node:child_process';
import { aptInstall } from './install.mjs';

/** moreutils has another program of this name. */
const isThere = () =>
  /^GNU parallel/.test(spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout ?? '');

/** @throws {Error} one sentence that says what to do */
export function ensureParallel() {
  // Its examples are scripts for bash.
  if (process.platform === 'win32' || isThere()) return;
  console.error('No GNU parallel found: installing it.');
  if (aptInstall('parallel') && isThere()) return;
  throw new Error(
    'GNU parallel could not be found or installed for the test of examples/parallel.sh: install it (`apt-get install parallel`, `brew install parallel`, `dnf install parallel`), and run `npm test` again.',
  );
}
