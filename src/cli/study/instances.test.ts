/** Studies whose repeats are instances; and that studies of fixed ones are what they were before there were any. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readResults } from '#core/study/results/index.ts';
import { call, configIn, contents, expectRefused, SMALL, temporaryFolder } from './testing.ts';

const folder = temporaryFolder();
const at = (...names: string[]) => join(folder, ...names);
const sums = (name: string) =>
  Object.fromEntries(
    Object.entries(contents(at(name))).map(([file, bytes]) => [
      file,
      createHash('sha256').update(bytes).digest('hex'),
    ]),
  );

const BEFORE = {
  problems: [
    'quadratic',
    { id: 'branin', noise: 0.1 },
    'hartmann6',
    { id: 'ackley', params: { dimension: 3, shift: 0.2 }, name: 'ackley-3d' },
    { id: 'bbob', params: { function: 'f15', dimension: 3 } },
    { id: 'embed', params: { hidden: 'branin', dimension: 4 } },
    { id: 'rotated-quadratic', noise: '10%' },
  ],
  strategies: ['random', 'sobol', 'halton', 'nelder-mead'],
  budget: 9,
  repeats: 2,
  seed: 5,
};

describe('a study of fixed instances', () => {
  it.each([
    ['that does not say', {}],
    ['that says so', { instances: 'fixed' }],
  ])(
    '%s has the bytes that it had before there were others',
    async (name, more) => {
      const config = configIn(folder, { ...BEFORE, ...more }, `${name}.json`);
      expect((await call('study', config, '--out', at(name), '--workers', '1')).code).toBe(0);
      // Made by the version before instances.
      expect(sums(name)).toMatchObject({
        'results.csv': '9fbdade49cef148b55a5008ab28cc2a0baea599cde79a2b71e8d8b8d1ffd9ee9',
        'results.parquet': 'd43d75b13354b35f217d5490d2c7a34df5f2fee6e8ae96a01845326a7c7eb06e',
        'study.json': 'b22ba3a987fe3bb0b276e55cd8977a42f65d88ac8bce036c2c27a9a88d4439c8',
      });
      const manifest = contents(at(name))['manifest.json'].toString();
      expect(Object.keys(JSON.parse(manifest) as object)).toEqual([
        'format',
        'version',
        'program',
        'shard',
        'runs',
        'files',
      ]);
    },
    120_000,
  );
});

describe('a study of moved instances', () => {
  const moved = configIn(folder, { ...SMALL, instances: 'moved' }, 'moved.json');

  it('gives the same bytes on any number of workers, and in shards', async () => {
    const whole = await call('study', moved, '--out', at('one'), '--workers', '1');
    expect(whole.told).toMatch(/^Problems are moved in every repeat \("instances": "moved"\)\.\n36 runs/);
    await call('study', moved, '--out', at('three'), '--workers', '3');
    expect(contents(at('three'))).toEqual(contents(at('one')));
    for (const i of [1, 2])
      await call('study', moved, '--out', at(`shard-${i}`), '--shard', `${i}/2`, '--workers', '2');
    expect((await call('merge', at('shard-2'), at('shard-1'), '--out', at('merged'))).code).toBe(0);
    expect(contents(at('merged'))).toEqual(contents(at('one')));
  }, 120_000);

  it('says so in every file', async () => {
    const files = contents(at('one'));
    for (const name of ['study.json', 'manifest.json'])
      expect(JSON.parse(files[name].toString())).toMatchObject({ instances: 'moved' });
    expect(files['results.csv'].toString().split('\n')[0]).toContain('"instances":"moved"');
    for (const name of ['results.csv', 'results.parquet'])
      expect(await readResults(files[name], name)).toMatchObject({ study: { instances: 'moved' } });
  });

  it('is another study than that of the fixed ones', async () => {
    const fixed = configIn(folder, SMALL, 'fixed.json');
    await expectRefused(['study', fixed, '--out', at('one')], /results of another study: instances/);
  });

  it('does not take other words', async () => {
    writeFileSync(at('wrong.json'), JSON.stringify({ ...SMALL, instances: 'shaken' }));
    await expectRefused(
      ['study', at('wrong.json'), '--out', at('wrong')],
      /wrong\.json: instances is shaken; expected "fixed" \| "moved"\.$/m,
    );
  });
});
