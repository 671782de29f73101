/** Folders that are not what they should be are refused with a sentence that names the file, and stay as they are. */
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readStudy } from '../../core/study/read-study.ts';
import type { Study } from '../../core/study/types.ts';
import { PROGRAM } from '../version.ts';
import { openJournal } from './journal.ts';
import { call, configIn, contents, expectRefused, SMALL, temporaryFolder } from './testing.ts';

const root = temporaryFolder();
const at = (...names: string[]) => join(root, ...names);
const config = configIn(root);
const otherConfig = configIn(root, { ...SMALL, strategies: ['random', 'grid', 'sobol'] }, 'other.json');
/** A copy of a folder of results, spoilt. */
function copy(from: string, name: string, spoil: (folder: string) => void): string {
  cpSync(at(from), at(name), { recursive: true });
  spoil(at(name));
  return at(name);
}

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
  before = contents(root);
}, 120_000);

let before: Record<string, Buffer>;
afterEach(() => {
  const after = contents(root);
  expect(Object.keys(after)).toEqual(Object.keys(before));
  for (const [name, bytes] of Object.entries(before)) expect(bytes.equals(after[name]), name).toBe(true);
});

describe('sim study refuses', () => {
  it.each<[string, string[], string | RegExp]>([
    [
      'a study that is not there',
      ['study', at('no.json'), '--out', at('new')],
      `${at('no.json')} cannot be read: ENOENT: no such file or directory.`,
    ],
    [
      'a folder for a study',
      ['study', at('empty'), '--out', at('new')],
      `${at('empty')} cannot be read: EISDIR`,
    ],
    ['a file for a folder', ['study', config, '--out', otherConfig], `${otherConfig} cannot be written: `],
    [
      'a folder below a file',
      ['study', config, '--out', join(otherConfig, 'x')],
      /other\.json\/x cannot be written: ENOTDIR: not a directory; choose another --out, or mend that\.$/m,
    ],
    [
      'results of another study',
      ['study', config, '--out', at('other')],
      `${at('other')} has the results of another study: strategies.2.name is sobol there and binary here; choose another --out.`,
    ],
    [
      'results of another shard',
      ['study', config, '--out', at('1-of-2'), '--shard', '2/2'],
      `${at('1-of-2')} has the results of shard 1/2, not of shard 2/2; choose another --out.`,
    ],
    [
      'results of a shard for the whole',
      ['study', config, '--out', at('1-of-2')],
      'has the results of shard 1/2, not of the whole study',
    ],
    [
      'what was begun as another shard',
      ['study', config, '--out', at('begun')],
      `${at('begun')} was begun as shard 2/2, not as the whole study; choose another --out.`,
    ],
    [
      'what was begun with another study',
      ['study', otherConfig, '--out', at('begun'), '--shard', '2/2'],
      `${at('begun')} was begun with another study: strategies.2.name is binary there and sobol here; choose another --out.`,
    ],
    [
      'results of another version of the program',
      ['study', config, '--out', at('elder'), '--shard', '2/2'],
      `${at('elder')} has the results of version 0.0.9 of this program, and this is version ${PROGRAM}, whose runs may differ: use that version, or choose another --out.`,
    ],
    [
      'results of a version that did not name itself',
      ['study', config, '--out', at('unnamed'), '--shard', '2/2'],
      `${at('unnamed')} has the results of an unnamed version of this program, and this is version ${PROGRAM}`,
    ],
    [
      'what another version began',
      ['study', config, '--out', at('begun-elder'), '--shard', '2/2'],
      `${at('begun-elder')} was begun by version 0.0.9 of this program, and this is version ${PROGRAM}, whose runs may differ: continue with that version, or choose another --out.`,
    ],
    [
      'truncated results',
      ['study', config, '--out', at('cut.csv'), '--shard', '2/2'],
      /cut\.csv\/results\.csv is not as it was written \(has 999 bytes, not the \d+ of manifest\.json\): move it away/,
    ],
    [
      'altered results',
      ['study', config, '--out', at('changed'), '--shard', '2/2'],
      /changed\/results\.parquet is not as it was written \(its SHA-256 differs from manifest\.json\): move it away/,
    ],
    [
      'a folder for a manifest',
      ['study', config, '--out', at('folder.manifest'), '--shard', '2/2'],
      /folder\.manifest\/manifest\.json cannot be read: EISDIR/,
    ],
    [
      'a truncated manifest',
      ['study', config, '--out', at('cut.manifest'), '--shard', '2/2'],
      /cut\.manifest\/manifest\.json is damaged/,
    ],
  ])('%s', (_, args, sentence) => expectRefused(args, sentence));
});

describe('sim merge refuses', () => {
  const merge = (...folders: string[]) => [
    'merge',
    ...folders.map((name) => at(name)),
    '--out',
    at('merged'),
  ];
  it.each<[string, string[], string | RegExp]>([
    ['no folder', ['merge', '--out', at('merged')], 'merge needs the folders of the shards'],
    ['no folder to merge into', ['merge', at('1-of-2')], 'merge needs --out DIR'],
    ['a folder that is not there', merge('1-of-2', 'nowhere'), `There is no folder ${at('nowhere')}.`],
    ['a folder without results', merge('1-of-2', 'empty'), `${at('empty')} holds no results of sim study.`],
    ['a file', merge('1-of-2', 'other.json'), `${at('other.json')} holds no results of sim study.`],
    [
      'an unfinished shard',
      merge('1-of-2', 'begun'),
      `${at('begun')} is not finished: it was begun as shard 2/2, and the same sim study command continues it.`,
    ],
    ['a missing shard', merge('1-of-2'), 'Shard 2/2 of the study is missing.'],
    ['missing shards', merge('2-of-3'), 'Shards 1/3, 3/3 of the study are missing.'],
    ['a shard given twice', merge('1-of-2', '1-of-2'), `${at('1-of-2')} is given twice.`],
    [
      'a shard made twice',
      merge('1-of-2', 'again', '2-of-2'),
      `${at('again')} and ${at('1-of-2')} are both shard 1/2: give one of them.`,
    ],
    [
      'shards that overlap',
      merge('1-of-2', '2-of-3', '2-of-2'),
      `${at('2-of-3')} is shard 2/3, but ${at('1-of-2')} is shard 1/2: the study was dealt out in two ways.`,
    ],
    [
      'a shard of another study',
      merge('1-of-2', 'other'),
      `${at('other')} holds another study than ${at('1-of-2')}: strategies.2.name is sobol, not binary.`,
    ],
    [
      'a shard that another version made',
      merge('1-of-2', 'elder'),
      `${at('elder')} has the results of version 0.0.9 of this program, and this is version ${PROGRAM}, whose runs may differ: merge with the version that made all shards, or make this one again.`,
    ],
    [
      'a shard of a version that did not name itself',
      merge('1-of-2', 'unnamed'),
      `${at('unnamed')} has the results of an unnamed version of this program`,
    ],
    [
      'a truncated file',
      merge('1-of-2', 'cut.parquet'),
      /cut\.parquet\/results\.parquet is not as it was written \(has 999 bytes/,
    ],
    [
      'an altered file',
      merge('1-of-2', 'changed'),
      /changed\/results\.parquet is not as it was written \(its SHA-256/,
    ],
    [
      'an altered file, even if another has the same runs',
      merge('1-of-2', 'changed.csv'),
      /changed\.csv\/results\.csv is not as it was written \(its SHA-256/,
    ],
    [
      'an altered study',
      merge('1-of-2', 'changed.study'),
      /changed\.study\/study\.json is not as it was written \(has \d+ bytes, not/,
    ],
    [
      'a manifest of a shard that cannot be',
      merge('1-of-2', 'shard-3-of-2'),
      /shard-3-of-2\/manifest\.json is damaged, or no manifest of this program: move it away\.$/m,
    ],
    [
      'a manifest of other runs',
      merge('1-of-2', 'miscounted'),
      /miscounted\/manifest\.json was changed after it was written: it says 19 runs, and \S*results\.parquet has 18; move/,
    ],
    [
      'a file that was truncated before it was listed',
      merge('1-of-2', 'cut-before'),
      /cut-before\/results\.csv breaks off after \d+ complete rows\.$/m,
    ],
    [
      'a file of another program',
      merge('1-of-2', 'foreign'),
      /foreign\/results\.parquet is no results file of this program\.$/m,
    ],
    [
      'a truncated manifest',
      merge('1-of-2', 'cut.manifest'),
      /cut\.manifest\/manifest\.json is damaged, or no manifest of this program: move it away\.$/m,
    ],
    [
      'a shard that lost its results',
      merge('1-of-2', 'no-results'),
      /no-results has neither results\.parquet nor results\.csv any more: .*makes them again\.$/m,
    ],
    [
      'runs of another shard',
      merge('1-of-2', 'mislabelled'),
      /mislabelled\/results\.parquet has 0 of the 18 runs of shard 2\/2, and 18 that are not of it\.$/m,
    ],
    [
      'one of the shards to merge into',
      ['merge', at('1-of-2'), at('2-of-2'), '--out', at('1-of-2')],
      `${at('1-of-2')} has the results of shard 1/2, not of the whole study; choose another --out.`,
    ],
    [
      'a folder that cannot be written',
      ['merge', at('1-of-2'), at('2-of-2'), '--out', join(config, 'x')],
      /study\.json\/x cannot be written: ENOTDIR: not a directory; choose another --out, or mend that\.$/m,
    ],
    [
      'a folder with another study',
      ['merge', at('1-of-2'), at('2-of-2'), '--out', at('other')],
      `${at('other')} has the results of another study: strategies.2.name is sobol there`,
    ],
    [
      'a folder that was begun as something else',
      ['merge', at('1-of-2'), at('2-of-2'), '--out', at('begun')],
      `${at('begun')} was begun as shard 2/2, not as the whole study`,
    ],
  ])('%s', (_, args, sentence) => expectRefused(args, sentence));
});
