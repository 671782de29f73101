// `npm run test:fast`: types, lint, format and the nearest tests of what changed, within a minute. It closes with what was
// run and what was left out; `npm test` is everything.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { changedFiles, concernedTests } from './changed.mjs';
import { execute, together } from './steps.mjs';

const MINUTE = 60_000;
/** Types and lint take half of a minute each, of one core; tests have what is left of two. */
const SECONDS_OF_TESTS = 22;
/** Of a test file that has not been run here yet. */
const UNKNOWN = 2;
const TIMES = 'node_modules/.cache/test-seconds.json';
/** A change of these may change anything. */
const SETTINGS =
  /^(package(-lock)?\.json|tsconfig.*\.json|[\w.-]+\.config\.\w+|\.dependency-cruiser\.cjs|\.prettier\w+|\.npmrc|\.ci\/.*|tools\/(test|steps|changed|finished|ensure-dependencies)[\w-]*\.mjs|tools\/each-file\.ts)$/;

const started = Date.now();
const changed = changedFiles();
const settings = changed?.files.filter((path) => SETTINGS.test(path)) ?? [];
if (!changed || settings.length > 0) {
  console.log(
    changed
      ? `Changed: ${settings.join(', ')}. That may change anything: this is npm test.`
      : 'This is no Git repository, so nothing tells what changed: this is npm test.',
  );
  await import('./test.mjs');
} else if (changed.files.length === 0) {
  console.log('Nothing changed. npm test runs everything.');
} else {
  await fast(changed);
}

async function fast({ files, base }) {
  const there = files.filter((path) => existsSync(path));
  const lintable = there.filter((path) => /\.(ts|mts|mjs|cjs|js|svelte)$/.test(path));
  const since = base ? ` since the branch left ${base}` : '';
  console.log(`${files.length} ${files.length === 1 ? 'file has' : 'files have'} changed${since}.`);

  const { chosen, later } = choose(concernedTests(files));
  const checks = [
    ['Types', ...['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings']],
    ...(lintable.length > 0
      ? [['Lint', 'eslint', '--max-warnings', '0', '--no-warn-ignored', '--', ...lintable]]
      : []),
    ...(there.length > 0
      ? [['Format', 'prettier', '--check', '--ignore-unknown', '--log-level', 'warn', ...there]]
      : []),
  ];
  const [results, { failed, stopped }] = await Promise.all([together(checks), test(chosen)]);

  const broken = [...results.filter(({ ok }) => !ok).map(({ title }) => title), ...failed];
  const run = chosen.length - stopped.length;
  console.log(`\nRun: types of everything; lint and format of ${there.length}; ${run} test files.`);
  const left = [...later, ...stopped];
  if (left.length > 0) {
    console.log(
      `Left out, for the minute’s sake, the furthest: ${left.length} test files that use what changed.`,
    );
    console.log(`  npx vitest run ${left.join(' ')}`);
  }
  const browser = there.filter((path) => path.startsWith('e2e/'));
  console.log(
    `Left out: architecture, browser tests${browser.length > 0 ? ` (changed: ${browser.join(', ')})` : ''}, and what uses nothing of this. npm test runs all.`,
  );
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(
    `\n${broken.length === 0 ? '✓ All that was run holds' : `✗ ${broken.join(', ')}`}; ${seconds} s`,
  );
  process.exitCode = broken.length === 0 ? 0 : 1;
}

function timesKnown() {
  try {
    return JSON.parse(readFileSync(TIMES, 'utf8'));
  } catch {
    return {};
  }
}

/** The nearest tests that the time is enough for; those that changed themselves, and those of the very file, always. */
function choose(tests) {
  const times = timesKnown();
  const chosen = [];
  const later = [];
  let seconds = 0;
  for (const [file, distance] of tests) {
    seconds += times[file] ?? UNKNOWN;
    if (distance === 0 || chosen.length === 0 || seconds < SECONDS_OF_TESTS) chosen.push(file);
    else later.push(file);
  }
  return { chosen, later };
}

/** @returns test files that failed, and those that were not through when the minute was over */
async function test(chosen) {
  if (chosen.length === 0) return { failed: [], stopped: [] };
  const folder = mkdtempSync(join(tmpdir(), 'trial-by-trial-'));
  const log = join(folder, 'finished');
  const { ok, stopped, said } = await execute(
    'vitest',
    ['run', '--reporter=default', '--reporter=./tools/finished.mjs', ...chosen],
    { env: { FINISHED_FILE: log }, within: MINUTE - 5000 - (Date.now() - started) },
  );
  console.log(`\n── Tests\n${said}`);
  const finished = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').map(JSON.parse) : [];
  rmSync(folder, { recursive: true });
  mkdirSync(dirname(TIMES), { recursive: true });
  const times = {
    ...timesKnown(),
    ...Object.fromEntries(finished.map(({ file, seconds }) => [file, seconds])),
  };
  const through = new Set(finished.map(({ file }) => file));
  const open = chosen.filter((file) => !through.has(file));
  // The next time they have to wait for quicker ones.
  if (stopped) for (const file of open) times[file] = Math.max(times[file] ?? 0, SECONDS_OF_TESTS / 2);
  writeFileSync(TIMES, JSON.stringify(times));
  const failed = finished.filter((one) => !one.ok).map(({ file }) => file);
  return { failed: ok || stopped || failed.length > 0 ? failed : ['tests'], stopped: stopped ? open : [] };
}
