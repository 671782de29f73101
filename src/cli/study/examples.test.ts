/** What `examples` holds is ready to run: here it does. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readStudy } from '#core/study/read-study.ts';
import { call, configIn, contents, FINISHED, temporaryFolder } from './testing.ts';

const examples = fileURLToPath(new URL('../../../examples', import.meta.url));
const script = (name: string) => join(examples, name);
const root = temporaryFolder();
/** A path that the shells between the caller and the command could take apart. */
const folder = join(root, 'a b; $c');
const at = (...names: string[]) => join(folder, ...names);
mkdirSync(folder);
const config = configIn(folder, {
  problems: ['branin', 'quadratic'],
  strategies: ['random', 'grid'],
  budget: 5,
  repeats: 2,
});
const whole = () => contents(at('whole'));
const results = (out: string) =>
  Object.fromEntries(Object.entries(contents(out)).filter(([name]) => FINISHED.includes(name)));

beforeAll(async () => {
  expect((await call('study', config, '--out', at('whole'))).code).toBe(0);
}, 60_000);

interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

const run = (file: string, args: string[], env: NodeJS.ProcessEnv = {}, cwd = folder): Run =>
  spawnSync(file, args, { cwd, env: { ...process.env, ...env }, encoding: 'utf8' });

/** An executable of that name, in a folder of its own that can be put first in PATH. */
function executable(name: string, text: string): string {
  const place = at(`${name}.d`);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, name), text);
  chmodSync(join(place, name), 0o755);
  return place;
}

const first = (place: string) => ({ PATH: `${place}:${process.env.PATH}` });

describe('examples', () => {
  it('are studies that can be run', () => {
    const studies = readdirSync(examples).filter((name) => name.endsWith('.json'));
    expect(studies).toContain('study.json');
    for (const name of studies)
      expect(readStudy(JSON.parse(readFileSync(script(name), 'utf8')))).toHaveProperty('study');
  });
});

const hasParallel = /^GNU parallel/.test(run('parallel', ['--version']).stdout ?? '');

describe.skipIf(!hasParallel)('examples/parallel.sh', () => {
  it('runs the shards at once, merges them, and has nothing to do the second time', () => {
    const made = run(script('parallel.sh'), ['study.json', 'local', '2']);
    expect([made.stderr, made.status]).toEqual([
      expect.stringMatching(/8 runs of 2 shards merged in .*local\n$/),
      0,
    ]);
    expect(readdirSync(at('local', 'shards'))).toEqual(['1-of-2', '2-of-2']);
    expect(results(at('local'))).toEqual(whole());
    // A shard that was lost is made again, and nothing else.
    rmSync(at('local', 'shards', '2-of-2'), { recursive: true });
    const again = run(script('parallel.sh'), ['study.json', 'local', '2']);
    expect(again.status).toBe(0);
    expect(again.stderr.match(/nothing to do/g)).toHaveLength(2);
    expect(again.stderr).toMatch(/trials in .*2-of-2\n/);
  }, 120_000);

  it('spreads them over the hosts of a file', () => {
    // As ssh: host and command, in a folder and an environment that are not the caller's.
    const ssh = join(
      executable(
        'ssh-like',
        `#!/bin/bash
host=$1; shift
[ "$1" = -- ] && shift
echo "$host" >> "${join(root, 'hosts.log')}"
cd / && exec env -i HOME=/ PATH="$PATH" SHELL=/bin/bash /bin/bash -c "$*"
`,
      ),
      'ssh-like',
    );
    // The host file takes a command, whose path it would take apart.
    writeFileSync(join(root, 'hosts'), ['left', 'right'].map((host) => `1/ssh-like ${host}\n`).join(''));
    const env = first(join(ssh, '..'));
    const made = run(
      script('parallel.sh'),
      ['study.json', 'far', '2', '--sshloginfile', join(root, 'hosts')],
      env,
    );
    expect([made.stderr, made.status]).toEqual([expect.stringMatching(/8 runs of 2 shards merged/), 0]);
    expect(new Set(readFileSync(join(root, 'hosts.log'), 'utf8').trim().split('\n'))).toEqual(
      new Set(['left', 'right']),
    );
    expect(results(at('far'))).toEqual(whole());
  }, 120_000);

  it('stops at a shard that fails, and does not merge', () => {
    const made = run(script('parallel.sh'), ['nowhere.json', 'failed', '9', '--jobs', '1']);
    expect(made.status).not.toBe(0);
    expect(made.stderr.match(/nowhere\.json cannot be read/g)).toHaveLength(1);
    expect(made.stderr).not.toMatch(/merge/);
    expect(existsSync(at('failed'))).toBe(false);
  }, 60_000);
});

describe.skipIf(process.platform === 'win32')('examples/*.sh', () => {
  it.each(readdirSync(examples).filter((name) => name.endsWith('.sh')))(
    '%s is a script, and says how it is used',
    (name) => {
      expect(run('bash', ['-n', script(name)])).toMatchObject({ stderr: '', status: 0 });
      for (const args of [
        [],
        ['study.json', 'out'],
        ['study.json', 'out', 'many'],
        ['study.json', 'out', '0'],
      ]) {
        const { status, stderr } = run(script(name), args);
        expect([status, stderr]).toEqual([
          2,
          expect.stringMatching(/^Usage: .* STUDY\.json DIR SHARDS.*\.\n$/),
        ]);
      }
    },
  );

  it('parallel.sh says what to install where another program has that name', () => {
    const place = executable('parallel', '#!/bin/sh\necho "parallel: invalid option" >&2\nexit 1\n');
    const { status, stderr } = run(script('parallel.sh'), ['study.json', 'none', '2'], first(place));
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/^GNU parallel is needed: install it, .*\.\n$/),
    ]);
  });
});

describe.skipIf(process.platform === 'win32')('examples/slurm.sh', () => {
  const program = join(examples, '..');

  it('runs a shard in each task of an array, and merges in a job of its own', () => {
    for (const task of ['1', '2']) {
      const made = run(
        script('slurm.sh'),
        [config, at('tasks'), '2'],
        { SLURM_ARRAY_TASK_ID: task, SLURM_CPUS_PER_TASK: '2' },
        program,
      );
      expect([made.stderr, made.status]).toEqual([expect.stringMatching(/ trials in /), 0]);
    }
    const merged = run(script('slurm.sh'), [config, at('tasks'), '2', 'merge'], {}, program);
    expect([merged.stderr, merged.status]).toEqual([expect.stringMatching(/8 runs of 2 shards merged/), 0]);
    expect(results(at('tasks'))).toEqual(whole());
  }, 120_000);

  it('submits both, the merge to wait for the array', () => {
    // As sbatch: takes a copy of the script, runs it in the folder it is told, and prints a number.
    const place = executable(
      'sbatch',
      `#!/bin/bash
set -e
log=$SBATCH_LOG
echo "$*" >> "$log"
while [[ $1 == --* ]]; do
  case $1 in
    --chdir=*) cd "\${1#*=}" ;;
    --array=1-*) last=\${1#*-*-*-} ;;
    --output=*) [ -d "$(dirname "\${1#*=}")" ] ;;
  esac
  shift
done
cp "$1" "$SPOOL/slurm_script"
shift
if [ -n "\${last:-}" ]; then
  for ((i = 1; i <= last; i++)); do SLURM_ARRAY_TASK_ID=$i bash "$SPOOL/slurm_script" "$@" >&2; done
  echo "71;cluster"
else
  bash "$SPOOL/slurm_script" "$@" >&2
  echo 72
fi
`,
    );
    const log = at('sbatch.log');
    const env = { ...first(place), SPOOL: place, SBATCH_LOG: log };
    const made = run(script('slurm.sh'), ['study.json', 'submitted', '2'], env);
    expect([made.stdout, made.status]).toEqual([
      `Submitted: array 71, 1-2, then merge 72; logs in ${at('submitted', 'logs')}\n`,
      0,
    ]);
    const [array, merge] = readFileSync(log, 'utf8').trim().split('\n');
    expect(array).toMatch(/--array=1-2 /);
    expect(merge).toMatch(/--dependency=afterok:71 --kill-on-invalid-dep=yes .* merge$/);
    expect(results(at('submitted'))).toEqual(whole());
  }, 120_000);
});
