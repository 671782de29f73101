// `npm run test:visual`: how the built app looks, against the stored pictures. With `--update` it takes them anew, with the
// fingerprint of this machine's browser and fonts, removes those that no state has any more, and then compares once:
// what looks different twice is no picture to compare with.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browser.mjs';
import { smaller } from './small-png.mjs';
import { BUILD, execute } from './steps.mjs';

const update = process.argv.includes('--update');
const unknown = process.argv.slice(2).filter((argument) => argument !== '--update');
if (unknown.length > 0) {
  console.error(
    `${unknown.join(' ')}: not known here. Write \`npm run test:visual\`, or \`npm run test:visual -- --update\`.`,
  );
  process.exit(2);
}

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../e2e/visual/pictures');
const SPEC = 'visual.spec';

async function step(command, args, env) {
  const { ok, seconds } = await execute(command, args, { env, shown: true });
  if (!ok) process.exit(1);
  return seconds;
}

const { executablePath } = await ensureBrowser();
const env = { E2E_BUILT: '1', ...(executablePath && { TEST_BROWSER: executablePath }) };
if (!process.env.E2E_BUILT) await step(BUILD[1], BUILD.slice(2), {});
if (update) {
  await step('playwright', ['test', SPEC, '--reporter=dot', '--retries=0'], { ...env, UPDATE_PICTURES: '1' });
  let bytes = 0;
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.png'));
  for (const name of names) {
    const png = smaller(readFileSync(join(FOLDER, name)));
    writeFileSync(join(FOLDER, name), png);
    bytes += png.length;
  }
  console.log(`\n${names.length} pictures, ${(bytes / 1e6).toFixed(2)} MB. Now they are compared.\n`);
}
const seconds = await step('playwright', ['test', SPEC, '--reporter=list', '--retries=0'], env);
console.log(`\nCompared in ${seconds.toFixed(0)} s.`);
