/** The right reading of every small table in `cases/`: axes with their scales, result, points, other columns, rows left out. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readTableBytes } from './read.ts';
import { inOneLine } from './testing.ts';

const folder = new URL('./cases/', import.meta.url);

const READINGS: [file: string, reading: string][] = [
  ['Trial.csv', 'lr log → Loss minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4 | Trial ignored-id'],
  ['accuracy.csv', 'Learning rate log → Val. accuracy maximise-name: 0.0001 → 0.8; 0.001 → 0.91; 0.01 → 0.7'],
  [
    'agg.csv',
    'lr log → Val Loss (mean) minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4 | step ignored-progress | Val Loss (min) ignored-extreme | Val Loss (max) ignored-extreme',
  ],
  ['ambiguous.csv', 'csv-header {"row":1,"found":2,"dataRow":2,"expected":4}'],
  ['bom-quoted.csv', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4'],
  ['collinear.csv', 'lr linear, wd linear → err minimise-name: 0.1,0.1 → 0.5; 0.2,0.2 → 0.3; 0.3,0.3 → 0.4'],
  [
    'comma-exponent.csv',
    'params linear → err minimise-name: 5581990000000 → 0.5; 5511970000000 → 0.3; 5582000000000 → 0.4 | who ignored-texts',
  ],
  ['comma-space.csv', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4'],
  [
    'const-second.csv',
    'lr linear → err minimise-name: 0.1 → 0.5; 0.3 → 0.3; 0.4 → 0.4 | wd ignored-constant',
  ],
  ['const-y.csv', 'lr linear → err minimise-name: 0.1 → 0.3; 0.2 → 0.3; 0.3 → 0.3'],
  ['crcr.csv', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4'],
  ['dup-header.csv', 'lr log, lr_2 integer → err minimise-name: 0.1,1 → 0.5; 0.01,2 → 0.3; 0.001,3 → 0.4'],
  [
    'four-knobs.csv',
    'learning_rate log, dropout linear, weight_decay log, width integer → val_error minimise-name: 0.001,0.1,0.0001,64 → 0.182; 0.01,0.3,0.0001,128 → 0.141; 0.1,0.5,0.00001,64 → 0.323; 0.003,0.2,0.001,256 → 0.127; 0.0003,0.4,0.01,32 → 0.402; 0.03,0.1,0.0003,128 → 0.174; 0.001,0.3,0.003,256 → 0.139; 0.01,0.2,0.00003,32 → 0.236; 0.003,0.4,0.0003,64 → 0.158; 0.1,0.2,0.001,256 → 0.288; 0.0003,0.1,0.0001,128 → 0.251; 0.003,0.3,0.00001,32 → 0.193 | trial ignored-id | optimizer filter-texts | train_error ignored-training | seconds ignored-time | note-open optimizer,2',
  ],
  [
    'german-full.csv',
    'y linear → err minimise-name: -21419.06 → 0.5; -21375 → 0.3; -15000 → 0.4 | date ignored-time',
  ],
  [
    'german-thousands.csv',
    'lr log, batch integer → err minimise-name: 0.1,1024 → 0.31; 0.01,512 → 0.42; 0.001,2048 → 0.29',
  ],
  ['index-unnamed.csv', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4 | A ignored-index'],
  ['infnan.csv', 'lr log → err minimise-name: 0.1 → 0.5; 0.001 → 0.4 | left-not-finite 3,5'],
  ['inject.csv', '=HYPERLINK("x") linear → err minimise-name: 0.1 → 0.5; 0.01 → 0.3'],
  [
    'iteration.csv',
    'lr log → objective minimise-default: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4 | iteration ignored-progress',
  ],
  ['lists.csv', 'csv-text {"name":"layers","given":"[64]","row":2}'],
  [
    'long-names.csv',
    'trainer.optimizer.param_groups.0.learning_rate log, model.transformer.encoder.layers.dropout_probability linear → val_loss minimise-name: 0.0001,0.1 → 0.912345; 0.001,0.2 → 0.912351; 0.01,0.3 → 0.912362; 0.001,0.1 → 0.912349; 0.01,0.1 → 0.91237',
  ],
  ['markdown.txt', 'lr linear → err minimise-name: 0.1 → 0.5; 0.01 → 0.3'],
  ['matlab.txt', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4'],
  ['mixed-eol.csv', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4'],
  ['nbsp.csv', 'lr log, batch integer → err minimise-name: 0.1,1024 → 0.5; 0.01,2048 → 0.3; 0.001,512 → 0.4'],
  [
    'nll.csv',
    'lr log → nll minimise-name: 0.0001 → 123459.3; 0.001 → 123456.2; 0.01 → 123457.9; 0.003 → 123456',
  ],
  ['numeric-header.csv', 'lr log, 0.5 integer → err minimise-name: 0.1,1 → 0.5; 0.01,2 → 0.3; 0.001,3 → 0.4'],
  ['numpy-savetxt.csv', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4'],
  ['numpy-savetxt.txt', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4'],
  [
    'numpy-savetxt3.txt',
    'lr log, wd linear → err minimise-name: 0.1,0.3 → 0.5; 0.01,0.2 → 0.3; 0.001,0.1 → 0.4',
  ],
  [
    'optuna.csv',
    'optuna: params_lr linear, params_wd log → value minimise-default: 0.1,0.0001 → 0.5; 0.01,0.001 → 0.3; 0.02,0.01 → 0.35 | number ignored-id | datetime_start ignored-time | state state | left-pruned 4 | left-failed 5',
  ],
  ['outlier.csv', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 1e+30; 0.001 → 0.4; 0.0001 → 0.6'],
  ['padded.csv', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4'],
  [
    'pandas-index-numbers.csv',
    '0 log, 1 integer → 2 minimise-default: 0.1,1 → 0.5; 0.01,2 → 0.3; 0.001,3 → 0.4 | A ignored-index',
  ],
  ['pandas-noheader.csv', '0 log, 1 integer → 2 minimise-default: 0.1,1 → 0.5; 0.01,2 → 0.3; 0.001,3 → 0.4'],
  ['pandas-print.txt', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4 | A ignored-index'],
  ['percent.csv', 'lr log → acc maximise-name: 0.1 → 91.5; 0.01 → 95; 0.001 → 93.2'],
  ['pipe.csv', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4'],
  ['preamble.csv', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4'],
  [
    'progress.csv',
    'lr linear → val_loss minimise-name: 0.1 → 0.7; 0.01 → 0.5 | epoch ignored-progress | note-last epoch,4',
  ],
  ['quoted-names.csv', 'l, r log → say "err" minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4'],
  ['quoted-thousands.csv', 'params log → err minimise-name: 10000 → 0.5; 763201 → 0.3; 66040229 → 0.4'],
  ['r-write-table.tsv', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4 | A ignored-index'],
  ['r-write-table.txt', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4 | A ignored-index'],
  ['ragged.csv', 'csv-ragged {"row":3,"found":3,"expected":2}'],
  ['rank.csv', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4 | rank ignored-rank'],
  ['remark-comma.csv', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4'],
  [
    'score.csv',
    'lr log, dropout linear → score maximise-name: 0.1,0.5 → 0.9; 0.01,0.3 → 0.95; 0.001,0.4 → 0.8',
  ],
  [
    'semicolon-notes.csv',
    'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4 | note ignored-machine',
  ],
  ['semicolon.csv', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4'],
  ['sep-line.csv', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4'],
  ['short-header.csv', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4 | A ignored-index'],
  [
    'sklearn.csv',
    'scikit-learn: param_C log, param_gamma linear → mean_test_score maximise-maker: 1,0.1 → 0.9; 10,0.1 → 0.95; 100,0.01 → 0.85 | A ignored-index | mean_fit_time ignored-time | params ignored-maker | std_test_score ignored-spread | rank_test_score ignored-rank',
  ],
  ['subnormal-y.csv', 'lr linear → err minimise-name: 0.1 → 1e-320; 0.2 → 3e-320; 0.3 → 2e-320'],
  [
    'swiss.csv',
    'lr log, batch integer → err minimise-name: 0.1,1024 → 0.5; 0.01,2048 → 0.3; 0.001,512 → 0.4',
  ],
  ['tab-comma.tsv', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4'],
  [
    'tab-thousands.tsv',
    'lr log, batch integer → err minimise-name: 0.1,1024 → 0.5; 0.01,2048 → 0.3; 0.001,512 → 0.4',
  ],
  ['tbl.csv', 'lr log → err minimise-name: 0.0001 → 0.5; 0.001 → 0.1; 0.01 → 0.4; 1 → 0.9'],
  ['thousands.csv', 'batch integer → err minimise-name: 1024 → 0.31; 512 → 0.42; 2048 → 0.29; 256 → 0.5'],
  [
    'thousands7.csv',
    'lr log, params linear → err minimise-name: 0.1,1234567 → 0.5; 0.01,2345678 → 0.3; 0.001,12345678 → 0.4',
  ],
  ['trailing-comma.csv', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4'],
  ['trailing-empty.csv', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4'],
  [
    'train-last.csv',
    'lr log → mse minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4 | train_loss ignored-training',
  ],
  ['two-points.csv', 'lr linear, wd linear → err minimise-name: 0.1,0.2 → 0.5; 0.3,0.4 → 0.3'],
  ['unit-header.csv', 'learning rate (×1e-3) log → val loss minimise-name: 1 → 0.5; 10 → 0.3; 100 → 0.4'],
  [
    'unnamed.csv',
    'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4 | Unnamed: 0 ignored-index',
  ],
  ['utf16-bom.csv', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4'],
  ['utf16le-nobom.csv', 'lr log → err minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4'],
  [
    'val-test.csv',
    'lr log → val_loss minimise-name: 0.1 → 0.5; 0.01 → 0.3; 0.001 → 0.4 | test_loss ignored-result',
  ],
  [
    'zero-lr.csv',
    'lr linear → err minimise-name: 0 → 0.5; 0.00001 → 0.4; 0.0001 → 0.3; 0.001 → 0.2; 0.01 → 0.25; 0.1 → 0.6 | note-zero lr',
  ],
];

it.each(READINGS)('%s', (file, reading) => {
  expect(inOneLine(readTableBytes(readFileSync(new URL(file, folder))))).toBe(reading);
});

it('states a reading of every file', () => {
  const files = readdirSync(folder).filter((name) => name !== 'README.md');
  expect(READINGS.map(([file]) => file).sort()).toEqual(files.sort());
});

it('of four knobs chooses rows by the optimiser, keeps best and last rows apart, and turns round on request', () => {
  const read = (file: string, wanted: Parameters<typeof readTableBytes>[1]) => {
    const found = readTableBytes(readFileSync(new URL(file, folder)), wanted);
    if ('problem' in found) throw new Error(found.problem.key);
    return found;
  };
  const sgd = read('four-knobs.csv', { where: [{ column: 5, equals: 'sgd' }] });
  expect([sgd.points.length, sgd.best]).toEqual([4, { x: [0.01, 0.2, 0.00003, 32], y: 0.236 }]);
  expect(sgd.leftOut).toEqual([
    {
      reason: { key: 'reading.left-where', values: { name: 'optimizer', value: 'sgd' } },
      count: 8,
      lines: [2, 3, 5, 7, 8, 10, 12, 13],
    },
  ]);
  expect(read('progress.csv', { rows: 'best', sense: 'maximise' }).points.map(({ y }) => y)).toEqual([
    0.9, 0.95,
  ]);
  expect(read('accuracy.csv', { sense: 'minimise' }).best).toEqual({ x: [0.01], y: 0.7 });
});
