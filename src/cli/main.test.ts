/** The real command, in a process of its own. Starting one takes a fifth of a second, so one call tests several things. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compiled } from '../../tools/sim.mjs';
import packageJson from '../../package.json' with { type: 'json' };
import { objectives } from '#core/objectives/index.ts';
import { run } from '#core/run.ts';
import { readScenario } from '#core/scenario.ts';
import { strategies } from '#core/strategies/index.ts';
import golden from '#core/surrogate/golden-excerpt.json';
import { readTraceFile } from '#core/trace/file.ts';

const main = await compiled();
const sim = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
const folder = mkdtempSync(join(tmpdir(), 'sim-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('sim list', () => {
  it('names every strategy and objective with what can be set', () => {
    const { stdout, stderr, status } = sim('list');
    expect([stderr, status]).toEqual(['', 0]);
    const list = JSON.parse(stdout) as Record<'strategies' | 'objectives', { id: string }[]>;
    expect(list.strategies.map(({ id }) => id)).toEqual(strategies.map(({ id }) => id));
    expect(list.objectives.map(({ id }) => id)).toEqual(objectives.map(({ id }) => id));
    expect(list.objectives.find(({ id }) => id === 'branin')).toMatchObject({
      dim: 2,
      dimensions: [
        { lo: -5, hi: 10 },
        { lo: 0, hi: 15 },
      ],
      facts: { convex: false },
      optimum: { kind: 'exact' },
    });
  });
});

describe('sim --version', () => {
  it('is that of the package', () => {
    expect(sim('--version')).toMatchObject({ stdout: `${packageJson.version}\n`, stderr: '', status: 0 });
  });
});

describe('sim run', () => {
  it('prints the very trace that the page computes, and a file that the page replays', () => {
    const { stdout, stderr, status } = sim(
      ...'run --strategy bayes --objective rotated-quadratic --budget 9 --seed 4 --noise 0.1'.split(' '),
      ...'--set bayes.kernel=rbf --set strategy.xi=0.02 --set objective.angle=20'.split(' '),
    );
    expect([stderr, status]).toEqual(['', 0]);
    const { scenario } = readScenario({
      objective: { id: 'rotated-quadratic', params: { angle: 20 } },
      budget: 9,
      seed: 4,
      noise: 0.1,
      strategies: [{ id: 'bayes', params: { kernel: 'rbf', xi: 0.02 } }],
    });
    const file = run(scenario);
    const printed = JSON.parse(stdout) as object;
    expect(printed).toMatchObject({
      scenario,
      strategy: 'bayes',
      objective: 'rotated-quadratic',
      trials: file.traces[0].trials,
      unused: 0,
    });
    expect(readTraceFile(printed)).toEqual({ file });
  });

  it('prints a table on request', () => {
    const { stdout, status } = sim(
      ...'run --strategy grid --objective branin --budget 4 --format csv'.split(' '),
    );
    expect(status).toBe(0);
    expect(stdout.trimEnd().split('\r\n')).toHaveLength(1 + 4);
  });

  it('stops quietly when its reader does', async () => {
    const child = spawn(process.execPath, [
      ...[main, 'run', '--strategy', 'random', '--objective', 'hartmann6', '--budget', '500'],
    ]);
    child.stdout.destroy();
    let complaints = '';
    child.stderr.on('data', (text) => (complaints += text));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, complaints]).toEqual([0, '']);
  });
});

describe.runIf(existsSync('/dev/full'))('a full disk', () => {
  it.each([
    ['list'],
    ['help'],
    ['--version'],
    'run --strategy random --objective branin --budget 500'.split(' '),
    'run --strategy random --objective branin --budget 500 --format csv'.split(' '),
    ['check', fileOf('golden.json', JSON.stringify(golden))],
  ])('under the output of sim %s is one sentence, and exit code 2', (...args) => {
    const { stderr, status } = spawnSync(process.execPath, [main, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    });
    expect([stderr, status]).toEqual([
      'Standard output cannot be written: ENOSPC: no space left on device.\n',
      2,
    ]);
  });

  it('under the errors, too, ends as the command would', () => {
    const full = openSync('/dev/full', 'w');
    const { status } = spawnSync(process.execPath, [main, 'race'], { stdio: ['ignore', full, full] });
    expect(status).toBe(2);
  });
});

describe('sim check', () => {
  it('ends with 0 where all tolerances hold, with 1 where one is missed', () => {
    const good = sim('check', fileOf('good.json', JSON.stringify(golden)));
    expect([good.status, good.stderr]).toEqual([0, '']);
    expect(JSON.parse(good.stdout)).toMatchObject({ ok: true });
    expect(good.stdout.trimEnd().split('\n')).toHaveLength(1);

    const spoilt = structuredClone(golden);
    spoilt.posterior[0].mean[0] += 1e-3;
    const bad = sim('check', fileOf('bad.json', JSON.stringify(spoilt)));
    expect(bad.status).toBe(1);
    expect(JSON.parse(bad.stdout)).toMatchObject({ ok: false });
  });
});

describe('a mistake', () => {
  const of = (...args: string[]) => ['run', '--strategy', 'grid', '--objective', 'branin', ...args];
  it.each<[string, string[], RegExp]>([
    [
      'an unknown command',
      ['race'],
      /“race”; known are list, run, table, formula, diagnose, study, merge, moments, class, check, help/,
    ],
    ['a flag without its value', of('--budget', '-5'), /'--budget' .* --name=-1/],
    ['a flag out of range', of('--budget', '0'), /budget = 0 is out of range \(1 … 500\)/],
    ['levels outside the problem', of('--set', 'grid.levels=99'), /99 of x1 is outside its range, -5 to 10/],
    ['a file that is no JSON', ['check', fileOf('text.json', '{"posterior": [')], /is not JSON/],
    ['a file of something else', ['check', fileOf('other.json', '{}')], /not a file of golden values/],
    ...(existsSync('/dev/zero')
      ? ([
          ['a device for reference values', ['check', '/dev/zero'], /zero could not be read: .* 64 MB/],
          [
            'a device for a study',
            ['study', '/dev/zero', '--out', join(folder, 'o')],
            /zero cannot be read: .* 64 MB/,
          ],
          ['a device for a table', ['run', '--strategy', 'grid', '--table', '/dev/zero'], /zero.* 128 MB/],
        ] as [string, string[], RegExp][])
      : []),
  ])('such as %s is one sentence on standard error, and exit code 2', (_, args, sentence) => {
    const { stdout, stderr, status } = sim(...args);
    expect([stdout, status]).toEqual(['', 2]);
    expect(stderr).toMatch(sentence);
    expect(stderr).toMatch(/^[^\n]+\.\n$/);
  });
});
