// The steps of `npm test` and `npm run test:fast`: commands of the project's own dependencies.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** What was found of a file holds until it has other contents, or the tool other settings. */
const keeping = (cache) => [
  '--cache',
  '--cache-strategy',
  'content',
  '--cache-location',
  `node_modules/.cache/${cache}`,
];

/**
 * What holds of all files; the longest first.
 * @param all with the format, and the rule that asks for types: it looks at other files, too, so nothing is kept of it
 */
export const staticChecks = (all) => [
  ['Lint', ...['eslint', '.', '--max-warnings', '0'], ...(all ? [] : keeping('eslint/essential'))],
  ['Types', 'svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
  // How it is set changes nothing that is done; of what changed, `npm run test:fast` asks.
  ...(all
    ? [['Format', ...['prettier', '--check', '--log-level', 'warn', '.'], ...keeping('prettier/checked')]]
    : []),
  ['Architecture', 'depcruise', 'src', 'bench', 'e2e', '--config', '.dependency-cruiser.cjs'],
];

/** What the browser tests open. */
export const BUILD = ['Build', 'vite', 'build', '--logLevel', 'warn'];

/**
 * @param shown at once, rather than given back as `said`
 * @param within milliseconds after which it is stopped, with all that it started
 * @returns {Promise<{ ok: boolean, stopped: boolean, seconds: number, said: string }>}
 */
export function execute(command, args, { env = {}, shown = false, within } = {}) {
  const started = Date.now();
  return new Promise((resolve) => {
    const windows = process.platform === 'win32';
    const child = spawn('npx', ['--no-install', command, ...args], {
      stdio: shown ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      shell: windows,
      detached: within !== undefined && !windows,
    });
    let said = '';
    let stopped = false;
    const stop = () => {
      stopped = true;
      if (windows) child.kill();
      else process.kill(-child.pid, 'SIGKILL');
    };
    const timer = within === undefined ? undefined : setTimeout(stop, within);
    const end = (ok) => {
      clearTimeout(timer);
      resolve({ ok, stopped, seconds: (Date.now() - started) / 1000, said: said.trim() });
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8');
      stream?.on('data', (text) => (said += text));
    }
    child.on('error', (error) => {
      said += error.message;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

/** Runs checks, as many at a time as there are cores, each with its output in one piece. */
export async function together(checks) {
  const waiting = [...checks];
  const results = [];
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const [title, command, ...args] = check;
      const result = await execute(command, args);
      console.log(`\n── ${title}${result.said && `\n${result.said}`}`);
      results.push({ title, ...result });
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, lane));
  return results;
}
