/** `sim table`: what was understood of a table, as JSON; and `sim run --table`, which says it on standard error. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { formatParam } from '#core/params.ts';
import { whichObjective } from './own.ts';
import { readingLines, readTableFile, tableCommand } from './table.ts';
import { UsageError } from './usage.ts';

const folder = mkdtempSync(join(tmpdir(), 'sim-table-'));
afterAll(() => rmSync(folder, { recursive: true }));
const made = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const given = (name: string) =>
  fileURLToPath(new URL(`../core/objectives/own/reading/cases/${name}`, import.meta.url));
interface Printed {
  maker: string | null;
  hyperparameters: string[];
  objective: string;
  direction: { sense: string; reason: string };
  columns: { name: string; role: string; reason: string }[];
  points: { x: number[]; y: number }[];
  left_out: { reason: string; count: number; lines: number[] }[];
  best: { x: number[]; y: number };
  notes: string[];
}
function table(...args: string[]): Printed {
  let printed = '';
  expect(tableCommand(args, (text) => (printed += text))).toBe(0);
  return JSON.parse(printed) as Printed;
}

describe('sim table', () => {
  it('names the maker, the roles with their reasons, the points, and what is left out', () => {
    const read = table(given('optuna.csv'));
    expect(read).toMatchObject({
      maker: 'optuna',
      hyperparameters: ['params_lr', 'params_wd'],
      objective: 'value',
      direction: { sense: 'minimise' },
      points: [
        { x: [0.1, 1e-4], y: 0.5 },
        { x: [0.01, 1e-3], y: 0.3 },
        { x: [0.02, 1e-2], y: 0.35 },
      ],
      left_out: [
        { reason: 'state is “PRUNED”: stopped before its end.', count: 1, lines: [4] },
        { reason: 'state is “FAIL”: a failed trial.', count: 1, lines: [5] },
      ],
      best: { x: [0.01, 1e-3], y: 0.3 },
    });
    expect(read.columns.map(({ name, role }) => `${name} ${role}`)).toEqual([
      'number ignored',
      'value objective',
      'datetime_start ignored',
      'params_lr hyperparameter',
      'params_wd hyperparameter',
      'state state',
    ]);
    for (const { reason } of read.columns) expect(reason).toMatch(/^[A-Z“].*\.$/);
  });

  it('speaks of one direction only', () => {
    for (const [file, sense, never] of [
      ['accuracy.csv', 'maximise', /minimi|low/i],
      ['sklearn.csv', 'maximise', /minimi|low/i],
      ['val-test.csv', 'minimise', /maximi|high/i],
      ['optuna.csv', 'minimise', /maximi|high/i],
    ] as const) {
      const { direction } = table(given(file));
      expect([file, direction.sense]).toEqual([file, sense]);
      expect(direction.reason).not.toMatch(never);
    }
  });

  it('takes rows by a column, other columns, the other direction', () => {
    const file = given('four-knobs.csv');
    expect(table(file).best).toEqual({ x: [0.003, 0.2, 0.001, 256], y: 0.127 });
    const sgd = table(file, '--where', 'optimizer=sgd');
    expect([sgd.points.length, sgd.best.y]).toEqual([4, 0.236]);
    expect(sgd.left_out).toMatchObject([{ reason: 'optimizer is not “sgd”.', count: 8 }]);
    const two = table(
      file,
      '--columns',
      'learning_rate,width,train_error',
      '--where',
      'optimizer == adam',
      '--where',
      'weight_decay=1e-4',
    );
    expect(two).toMatchObject({ objective: 'train_error', best: { y: 0.08 } });
    expect(two.points.map(({ x }) => x[1])).toEqual([64, 128, 128]);
    expect(table(file, '--direction', 'maximise').best.y).toBe(0.402);
    expect(table(given('quoted-names.csv'), '--columns', 'l, r,say "err"').objective).toBe('say "err"');
  });

  it('chooses columns whose signs agree where those of the file do not', () => {
    const file = made('mixed.csv', 'lr;width;err\n0,1;8.5;0,5\n0,2;9.25;0,4\n');
    expect(() => table(file)).toThrow(/“0,1” in line 2 and “8\.5” in line 2 contradict each other/);
    expect(table(file, '--columns', 'lr,err').points).toMatchObject([
      { x: [0.1], y: 0.5 },
      { x: [0.2], y: 0.4 },
    ]);
  });

  it('refuses in one sentence that names the file', () => {
    expect(() => table()).toThrow(UsageError);
    for (const [file, sentence] of [
      ['ragged.csv', /ragged\.csv: Line 3 has 3 fields, but the header has 2 names/],
      ['lists.csv', /lists\.csv: layers has texts such as “\[64\]”/],
      ['ambiguous.csv', /The header in line 1 has 2 names, but line 2 has 4 fields/],
    ] as const) {
      expect(() => table(given(file))).toThrow(sentence);
      expect(() => table(given(file))).toThrow(UsageError);
      expect(() => table(given(file))).toThrow(/^[^\n]+\.$/);
    }
    expect(() => table(folder)).toThrow(/could not be read/);
  });

  it.runIf(process.platform === 'linux')(
    'reads no more of a device that never ends than a table may have',
    () => {
      expect(() => table('/dev/zero')).toThrow(
        '/dev/zero could not be read: it holds more than 128 MB, the most that is read.',
      );
    },
  );
});

describe('sim run --table', () => {
  it('says how the table was read, and passes it on in the table’s own units', () => {
    const said: string[] = [];
    const { own } = whichObjective({ table: given('accuracy.csv') }, (line) => said.push(line));
    expect(own).toEqual({
      trials: formatParam([
        [1e-4, 1e-3, 1e-2],
        [0.8, 0.91, 0.7],
      ]),
      space: 'Learning_rate log',
      direction: 'maximise',
      measure: 'Val. accuracy',
    });
    expect(said[0]).toMatch(
      /accuracy\.csv: Learning rate \(log\) → Val\. accuracy, maximise; 3 points from 3 rows\.$/,
    );
    expect(said.join('\n')).toContain('“Val. accuracy”: high values are better.');
  });

  it('says which rows are left out, and that rows could be chosen', () => {
    const lines = (name: string) => readingLines(name, readTableFile(given(name))).join('\n');
    expect(lines('optuna.csv')).toContain('Left out, line 4: state is “PRUNED”');
    expect(lines('four-knobs.csv')).toContain(
      'optimizer takes 2 values; all of them count. One can be chosen.',
    );
    expect(lines('progress.csv')).toContain(
      'Of several rows of a trial (epoch), the last one counts; 4 others do not.',
    );
  });
});
