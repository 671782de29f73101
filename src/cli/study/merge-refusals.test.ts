/** Shards that do not make a study are refused with a sentence that names the folder, and stay as they are. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { PROGRAM } from '../version.ts';
import { expectRefused } from './testing.ts';
import { spoiltFolders } from './testing-folders.ts';

const { at, config } = spoiltFolders();

describe('sim merge refuses', () => {
  const merge = (...folders: string[]) => [
    'merge',
    ...folders.map((name) => at(name)),
    '--out',
    at('merged'),
  ];
  it.each<[string, string[], string | RegExp]>([
    ['no folder', ['merge', '--out', at('merged')], 'merge needs the folders of the shards'],
    [
      'an empty name',
      ['merge', at('1-of-2'), '', '--out', at('merged')],
      'merge needs the folders of the shards',
    ],
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
      /miscounted\/manifest\.json says 19 runs, and \S*results\.parquet has 18: one of them has been changed\. Move/,
    ],
    [
      'a file that was truncated before it was listed',
      merge('1-of-2', 'cut-before'),
      /cut-before\/results\.csv breaks off: its end is missing after \d+ complete rows\./m,
    ],
    [
      'a file of another program',
      merge('1-of-2', 'foreign'),
      /foreign\/results\.parquet is not a results file of Trial by Trial\./m,
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
    ...(existsSync('/dev/zero')
      ? ['manifest.json', 'results.csv', 'study.json'].map((name): [string, string[], RegExp] => [
          `a device for ${name}`,
          merge('1-of-2', `endless.${name}`),
          new RegExp(`${name} cannot be read: it is not an ordinary file\\.$`, 'm'),
        ])
      : []),
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
