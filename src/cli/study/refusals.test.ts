/** Folders that are not what they should be are refused with a sentence that names the file, and stay as they are. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { PROGRAM } from '../version.ts';
import { expectRefused } from './testing.ts';
import { spoiltFolders } from './testing-folders.ts';

const { at, config, otherConfig } = spoiltFolders();

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
    ...(existsSync('/dev/zero')
      ? ([
          [
            'a device for a journal',
            ['study', config, '--out', at('endless.journal'), '--shard', '2/2'],
            /0123456789abcdef\.journal cannot be read: it is not an ordinary file\.$/m,
          ],
        ] as [string, string[], RegExp][])
      : []),
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
