// `npm test`; with `--all`, as `npm run test:all` has it, also the sweeps of `thorough.ts`. Runs every step even when an
// earlier one fails, and closes with one line, `N passed, N failed`, that counts the unit tests, the browser tests and the
// static checks.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureParallel } from './parallel.mjs';
import { browserRemarks, unitFailures } from './failures.mjs';
import { ensureFirefox, NO_FIREFOX } from './firefox.mjs';
import { BUILD, execute, staticChecks, together } from './steps.mjs';

const all = process.argv.includes('--all');
process.env.TESTS = all ? 'all' : 'essential';
const reports = mkdtempSync(join(tmpdir(), 'trial-by-trial-'));
const results = [];
/** What to say of single tests in the end, where it is not lost among thousands that passed. */
const remarks = [];

/** A test runner counts as many as its report says; one that leaves no report, or ran nothing, has failed. */
async function suite(title, command, args, env, count) {
  console.log(`\n── ${title}`);
  const { ok, seconds } = await execute(command, args, { env, shown: true });
  let passed = 0;
  let failed = 0;
  try {
    ({ passed, failed } = count());
  } catch (error) {
    console.error(`${title} left no readable report: ${error.message}`);
  }
  if ((!ok && failed === 0) || passed + failed === 0) failed += 1;
  results.push({ title, passed, failed, seconds });
}

const read = (name) => JSON.parse(readFileSync(join(reports, name), 'utf8'));

// A static check counts as one test, and so does the build, which takes a core while they wait for one another.
let built = false;
for (const { title, ok, seconds } of await together([BUILD, ...staticChecks(all)])) {
  results.push({ title, passed: ok ? 1 : 0, failed: ok ? 0 : 1, seconds });
  if (title === BUILD[0]) built = ok;
}

try {
  ensureParallel();
} catch (error) {
  // Its test is left out of the unit tests; what is left out has not passed.
  console.error(error.message);
  results.push({ title: 'GNU parallel', passed: 0, failed: 1, seconds: 0 });
}

await suite(
  'Unit tests',
  'vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, 'unit.json')}`],
  {},
  () => {
    const { numPassedTests, numFailedTests, testResults } = read('unit.json');
    // A file that could not be loaded holds no failed test, but it has failed.
    const broken = testResults.filter((f) => f.status === 'failed' && f.assertionResults.length === 0);
    for (const file of testResults) remarks.push(...unitFailures(file));
    return { passed: numPassedTests, failed: numFailedTests + broken.length };
  },
);

// Only what is thorough asks for it. Where there is none, its tests are skipped, which counts for nothing and is said.
const firefox = all ? ensureFirefox() : undefined;
if (all && !firefox) remarks.push(`– ${NO_FIREFOX}`);

try {
  const { executablePath } = await ensureBrowser();
  await suite(
    'Browser tests',
    'playwright',
    ['test', '--reporter=list,json'],
    {
      PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'e2e.json'),
      ...(built && { E2E_BUILT: '1' }),
      ...(executablePath && { TEST_BROWSER: executablePath }),
      ...(firefox && { TEST_FIREFOX: firefox }),
    },
    () => {
      const { stats, suites } = read('e2e.json');
      remarks.push(...browserRemarks(suites));
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
    },
  );
} catch (error) {
  console.error(error.message);
  results.push({ title: 'Browser tests', passed: 0, failed: 1, seconds: 0 });
}

rmSync(reports, { recursive: true, force: true });

console.log('');
for (const remark of remarks) console.log(`${remark}\n`);
for (const { title, passed, failed, seconds } of results) {
  console.log(
    `${failed ? '✗' : '✓'} ${title.padEnd(14)} ${passed} ok, ${failed} not, ${seconds.toFixed(1)} s`,
  );
}
const total = (field) => results.reduce((sum, result) => sum + result[field], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exit(total('failed') === 0 ? 0 : 1);
