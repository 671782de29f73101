import { readFileSync, renameSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { planRuns } from '#core/study/plan.ts';
import { readResults, writeCsv, writeParquet } from '#core/study/results/index.ts';
import { readStudy } from '#core/study/read-study.ts';
import { runOne } from '#core/study/run-study.ts';
import type { Study } from '#core/study/types.ts';
import { call, configIn, contents, FINISHED, SMALL, temporaryFolder } from './testing.ts';

const folder = temporaryFolder();
const at = (...names: string[]) => join(folder, ...names);
const config = configIn(folder);
const { study } = readStudy(SMALL) as { study: Study };
const records = planRuns(study).map((key) => runOne(study, key, () => 0));

beforeAll(async () => {
  expect(await call('study', config, '--out', at('whole'), '--workers', '1')).toMatchObject({ code: 0 });
}, 120_000);
const whole = () => contents(at('whole'));

describe('sim study', () => {
  it('leaves the runs of the study, as CSV and as Parquet, and nothing else', async () => {
    expect(Object.keys(whole())).toEqual(FINISHED);
    expect(whole()['results.csv'].toString()).toBe([...writeCsv(study, records)].join(''));
    expect(whole()['results.parquet'].equals(Buffer.from(await writeParquet(study, records)))).toBe(true);
    expect(JSON.parse(whole()['study.json'].toString())).toEqual(study);
    const read = await readResults(whole()['results.parquet'], 'r');
    expect(read).toMatchObject({ study, records: expect.objectContaining({ length: 36 }) as unknown });
  });

  it('names the version of the program, which the runs belong to', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(JSON.parse(whole()['manifest.json'].toString())).toMatchObject({ program: version, runs: 36 });
  });

  it('takes a small multiple of the cores for a crowd of workers, and says so', async () => {
    const { told } = await call('study', config, '--out', at('crowd'), '--workers', '1000');
    const most = 2 * availableParallelism();
    expect(told).toMatch(
      new RegExp(`^--workers 1000: there (is|are) \\d+ cores?; ${most} workers are used\\.\n`),
    );
    expect(contents(at('crowd'))).toEqual(whole());
  });

  it.each(['2', '5'])('writes the same bytes with %s workers, and says so in one line', async (workers) => {
    const { code, told } = await call('study', config, '--out', at(`w${workers}`), '--workers', workers);
    expect(code).toBe(0);
    // Where there are fewer cores than that, another line says so.
    expect(told.replace(/^--workers 5: .*\n/, '')).toMatch(
      /^36 runs, \d+ trials in [\d.]+ s: results\.csv, results\.parquet, study\.json in .*w\d\n$/,
    );
    expect(contents(at(`w${workers}`))).toEqual(whole());
  });

  it('has nothing to do the second time', async () => {
    const before = whole();
    const { code, told } = await call('study', config, '--out', at('whole'));
    expect([code, told]).toEqual([
      0,
      `${at('whole')} already has the results of the whole study; nothing to do.\n`,
    ]);
    expect(whole()).toEqual(before);
  });

  it.each([['results.csv'], ['results.parquet'], ['study.json'], ['results.csv', 'study.json']])(
    'makes %s %s again from what is left, without running anything',
    async (...names) => {
      const before = whole();
      for (const name of names) renameSync(at('whole', name), at(name));
      const { code, told } = await call('study', config, '--out', at('whole'));
      expect([code, told]).toEqual([
        0,
        `${at('whole')} had no ${names.join(', no ')} any more: made again from the other files.\n`,
      ]);
      expect(whole()).toEqual(before);
    },
  );

  it('runs again where all results were moved away', async () => {
    const before = whole();
    for (const name of ['results.csv', 'results.parquet']) rmSync(at('whole', name));
    const { code, told } = await call('study', config, '--out', at('whole'));
    expect([code, told]).toEqual([0, expect.stringMatching(/^36 runs/)]);
    expect(whole()).toEqual(before);
  });
});

describe('sim merge', () => {
  it.each([
    [2, '3'],
    [5, '1'],
  ])(
    'of %s shards, made by %s workers each, writes the bytes of the whole study',
    async (n, workers) => {
      const shards = Array.from({ length: n }, (_, k) => at(`of-${n}`, `${k + 1}`));
      for (const [k, shard] of shards.entries()) {
        const run = await call(
          'study',
          config,
          '--out',
          shard,
          '--workers',
          workers,
          '--shard',
          `${k + 1}/${n}`,
        );
        expect(run.code).toBe(0);
      }
      // In any order.
      const merged = await call('merge', ...shards.reverse(), '--out', at(`of-${n}`, 'merged'));
      expect([merged.code, merged.told]).toEqual([
        0,
        `36 runs of ${n} shards merged in ${at(`of-${n}`, 'merged')}\n`,
      ]);
      expect(contents(at(`of-${n}`, 'merged'))).toEqual(whole());
      const again = await call('merge', ...shards, '--out', at(`of-${n}`, 'merged'));
      expect(again).toMatchObject({ code: 0, told: expect.stringMatching(/nothing to do/) as string });
    },
    120_000,
  );

  it('takes shards without a run: there may be more machines than runs', async () => {
    const tiny = configIn(
      folder,
      { problems: ['quadratic'], strategies: ['random', 'grid'], budget: 3, repeats: 1 },
      't',
    );
    const shards = [1, 2, 3].map((i) => at('tiny', `${i}`));
    for (const [k, shard] of shards.entries())
      expect((await call('study', tiny, '--out', shard, '--shard', `${k + 1}/3`)).code).toBe(0);
    expect(readFileSync(join(shards[2], 'results.csv'), 'utf8')).toMatch(/\n# end 0 [0-9a-f]{8}\n$/);
    expect((await call('merge', ...shards, '--out', at('tiny', 'all'))).code).toBe(0);
    await call('study', tiny, '--out', at('tiny', 'whole'));
    expect(contents(at('tiny', 'all'))).toEqual(contents(at('tiny', 'whole')));
    const far = await call('study', tiny, '--out', at('tiny', 'far'), '--shard', '900000/1000000');
    expect([far.code, far.told]).toEqual([0, expect.stringMatching(/^0 runs, 0 trials/)]);
  });

  it('reads a shard’s CSV where its Parquet was moved away', async () => {
    rmSync(at('of-2', '1', 'results.parquet'));
    const merged = await call('merge', at('of-2', '1'), at('of-2', '2'), '--out', at('csv'));
    expect(merged.code).toBe(0);
    expect(contents(at('csv'))).toEqual(whole());
  });
});
