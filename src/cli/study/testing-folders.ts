/** Folders of results, sound and spoilt, for the tests of what `sim study` and `sim merge` refuse. */
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, expect } from 'vitest';
import { readStudy } from '#core/study/read-study.ts';
import type { Study } from '#core/study/types.ts';
import { PROGRAM } from '../version.ts';
import { openJournal } from './journal.ts';
import { call, configIn, contents, SMALL, temporaryFolder } from './testing.ts';

/** Changes what a folder says of itself. */
function forge(
  folder: string,
  change: (manifest: {
    shard: number[];
    program?: string;
    runs: number;
    files: Record<string, object>;
  }) => void,
) {
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Parameters<typeof change>[0];
  change(manifest);
  writeFileSync(path, JSON.stringify(manifest));
}

const sumOf = (bytes: Buffer) => ({
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

/** Made before the tests of the file; every test has to leave all of them as they are. */
export function spoiltFolders() {
  const root = temporaryFolder();
  const at = (...names: string[]) => join(root, ...names);
  const config = configIn(root);
  const otherConfig = configIn(root, { ...SMALL, strategies: ['random', 'grid', 'sobol'] }, 'other.json');
  let before: Record<string, Buffer>;

  function copy(from: string, name: string, spoil: (folder: string) => void): string {
    cpSync(at(from), at(name), { recursive: true });
    spoil(at(name));
    return at(name);
  }

  beforeAll(async () => {
    const make = async (name: string, file: string, ...args: string[]) =>
      expect(await call('study', file, '--out', at(name), ...args)).toMatchObject({ code: 0 });
    await make('1-of-2', config, '--shard', '1/2');
    await make('2-of-2', config, '--shard', '2/2');
    await make('2-of-3', config, '--shard', '2/3');
    await make('other', otherConfig, '--shard', '2/2');
    cpSync(at('1-of-2'), at('again'), { recursive: true });
    mkdirSync(at('empty'));
    const { study } = readStudy(SMALL) as { study: Study };
    openJournal(at('begun'), study, { i: 2, n: 2 }).close();
    copy('2-of-2', 'cut.parquet', (folder) => truncateSync(join(folder, 'results.parquet'), 999));
    copy('2-of-2', 'cut.csv', (folder) => truncateSync(join(folder, 'results.csv'), 999));
    copy('2-of-2', 'changed', (folder) => {
      const bytes = readFileSync(join(folder, 'results.parquet'));
      bytes[500] ^= 1;
      writeFileSync(join(folder, 'results.parquet'), bytes);
    });
    copy('2-of-2', 'changed.study', (folder) => appendFileSync(join(folder, 'study.json'), ' '));
    copy('2-of-2', 'changed.csv', (folder) => {
      const path = join(folder, 'results.csv');
      writeFileSync(path, readFileSync(path, 'utf8').replace(',ok,', ',OK,'));
    });
    copy('2-of-2', 'shard-3-of-2', (folder) => forge(folder, (manifest) => (manifest.shard = [3, 2])));
    copy('2-of-2', 'miscounted', (folder) => forge(folder, (manifest) => (manifest.runs = 19)));
    copy('2-of-2', 'folder.manifest', (folder) => {
      rmSync(join(folder, 'manifest.json'));
      mkdirSync(join(folder, 'manifest.json'));
    });
    copy('2-of-2', 'cut.manifest', (folder) => truncateSync(join(folder, 'manifest.json'), 99));
    copy('2-of-2', 'no-results', (folder) => {
      for (const name of ['results.csv', 'results.parquet']) rmSync(join(folder, name));
    });
    copy('1-of-2', 'mislabelled', (folder) => forge(folder, (manifest) => (manifest.shard = [2, 2])));
    copy('2-of-2', 'elder', (folder) => forge(folder, (manifest) => (manifest.program = '0.0.9')));
    copy('2-of-2', 'unnamed', (folder) => forge(folder, (manifest) => delete manifest.program));
    copy('begun', 'begun-elder', (folder) => {
      const [name] = readdirSync(join(folder, 'unfinished'));
      const path = join(folder, 'unfinished', name);
      const head = readFileSync(path, 'utf8').replace(`"program":"${PROGRAM}"`, '"program":"0.0.9"');
      writeFileSync(path, head);
    });
    copy('2-of-2', 'foreign', (folder) => {
      const bytes = Buffer.from('x,y\n1,2\n');
      writeFileSync(join(folder, 'results.parquet'), bytes);
      forge(folder, (manifest) => (manifest.files['results.parquet'] = sumOf(bytes)));
    });
    copy('2-of-2', 'cut-before', (folder) => {
      const bytes = readFileSync(join(folder, 'results.csv')).subarray(0, -40);
      writeFileSync(join(folder, 'results.csv'), bytes);
      rmSync(join(folder, 'results.parquet'));
      forge(folder, (manifest) => (manifest.files['results.csv'] = sumOf(bytes)));
    });
    for (const name of ['manifest.json', 'results.csv', 'study.json'])
      copy('2-of-2', `endless.${name}`, (folder) => {
        rmSync(join(folder, name));
        symlinkSync('/dev/zero', join(folder, name));
      });
    copy('begun', 'endless.journal', (folder) =>
      symlinkSync('/dev/zero', join(folder, 'unfinished', '0123456789abcdef.journal')),
    );
    before = contents(root);
  }, 120_000);

  afterEach(() => {
    const after = contents(root);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const [name, bytes] of Object.entries(before)) expect(bytes.equals(after[name]), name).toBe(true);
  });

  return { at, config, otherConfig };
}
