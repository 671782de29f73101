/**
 * `npm run bench`: speed, as ratios measured in one run on one machine.
 * `npm run bench -- speed posterior` runs those sections only; `-- --quality` runs the slow comparison of results,
 * `-- null` counts false verdicts where nobody is better.
 */
import { arena } from './arena.ts';
import { formulas } from './formulas.ts';
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
  page,
  formulas,
  arena,
  quality,
  null: nullRates,
};
const USUAL = ['speed', 'posterior', 'scaling', 'throughput', 'page', 'formulas', 'arena'];

const named = process.argv.slice(2).map((name) => name.replace(/^--/, ''));
const unknown = named.filter((name) => !Object.hasOwn(sections, name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no section “${unknown.join('”, “')}”; known are ${Object.keys(sections).join(', ')}.\n`,
  );
  process.exitCode = 2;
} else {
  print(`Node ${process.version}, ${process.arch}`);
  for (const name of named.length > 0 ? named : USUAL) await sections[name]();
}
