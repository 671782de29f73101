/**
 * `npm run bench`: speed, as ratios measured in one run on one machine.
 * `npm run bench -- speed posterior` runs those sections only; `-- --quality` runs the slow comparison of results,
 * `-- null` counts false verdicts where nobody is better. `--parent FOLDER` lets `arrival`, `page` and `arena` measure an earlier build, too.
 */
import { existsSync } from 'node:fs';
import { arena } from './arena.ts';
import { arrival } from './arrival/index.ts';
import { formulas } from './formulas.ts';
import { learn } from './learn.ts';
import { lighthouse } from './lighthouse.ts';
import { print } from './measure.ts';
import { nullRates } from './null.ts';
import { page } from './page.ts';
import { posterior } from './posterior.ts';
import { quality } from './quality.ts';
import { scaling } from './scaling.ts';
import { speed } from './speed.ts';
import { throughput } from './throughput.ts';

const sections: Record<string, () => void | Promise<void>> = {
  speed,
  posterior,
  scaling,
  throughput,
  page: () => page(parent),
  formulas,
  arena: () => arena(parent),
  arrival: () => arrival(parent),
  learn,
  lighthouse,
  quality,
  null: nullRates,
};
const USUAL = ['speed', 'posterior', 'scaling', 'throughput', 'page', 'formulas', 'arena'];

const given = process.argv.slice(2);
const at = given.indexOf('--parent');
/** A folder with the build of an earlier commit. */
const parent = at < 0 ? undefined : given.splice(at, 2)[1];
const named = given.map((name) => name.replace(/^--/, ''));
const unknown = named.filter((name) => !Object.hasOwn(sections, name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no section “${unknown.join('”, “')}”; known are ${Object.keys(sections).join(', ')}.\n`,
  );
  process.exitCode = 2;
} else if (at >= 0 && (parent === undefined || !existsSync(`${parent}/index.html`))) {
  process.stderr.write(`--parent needs a folder with a build; “${parent ?? ''}” holds no index.html.\n`);
  process.exitCode = 2;
} else {
  print(`Node ${process.version}, ${process.arch}`);
  for (const name of named.length > 0 ? named : USUAL) await sections[name]();
}
