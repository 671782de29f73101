/** Texts and bytes of all kinds: separators, signs, quotes, gaps, encodings, size; and that nothing makes it throw. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { table } from '../table.ts';
import { readTable, readTableBytes } from './read.ts';
import type { TableReading, Wanted } from './types.ts';

function read(text: string, wanted?: Wanted): TableReading & { trials: number[][] } {
  const found = readTable(text, wanted);
  if ('problem' in found) throw new Error(JSON.stringify(found.problem));
  return { ...found, trials: listsOf(found) };
}
const listsOf = ({ points, names }: TableReading): number[][] => [
  ...names.map((_, i) => points.map(({ x }) => x[i])),
  points.map(({ y }) => y),
];
const refusal = (text: string, wanted?: Wanted) => {
  const found = readTable(text, wanted);
  return 'problem' in found ? found.problem : undefined;
};

/** `FUZZ=10000 npx vitest run reading/texts` for more. */
const TEXTS = Number(process.env.FUZZ ?? 2500);

describe('a table from a CSV file', () => {
  it.each<[string, string, number[][]]>([
    [
      'commas and points',
      'lr,err\n0.1,0.5\n0.2,0.4\n',
      [
        [0.1, 0.2],
        [0.5, 0.4],
      ],
    ],
    [
      'no header',
      '0.1,0.5\n0.2,0.4',
      [
        [0.1, 0.2],
        [0.5, 0.4],
      ],
    ],
    [
      'a mark of the encoding',
      '\uFEFFlr,err\n1,0.5\n2,0.4',
      [
        [1, 2],
        [0.5, 0.4],
      ],
    ],
    [
      'semicolons and decimal commas',
      'lr;err\r\n0,1;0,5\r\n0,2;1.234,5\r\n',
      [
        [0.1, 0.2],
        [0.5, 1234.5],
      ],
    ],
    [
      'semicolons, decimal commas and no header',
      '1,5;2,5\n2,5;3,5',
      [
        [1.5, 2.5],
        [2.5, 3.5],
      ],
    ],
    [
      'tabs',
      'lr\terr\n1e-3\t0.5\n1E-2\t.4',
      [
        [1e-3, 1e-2],
        [0.5, 0.4],
      ],
    ],
    [
      'blanks',
      'lr   err\n1 2\n 3    4',
      [
        [1, 3],
        [2, 4],
      ],
    ],
    [
      'quotes, also around separators, line breaks and quotes',
      '"l, r","e ""r"""\n"1","2"\n3,"4"',
      [
        [1, 3],
        [2, 4],
      ],
    ],
    [
      'decimal commas in quotes',
      'lr,err\n"0,1","0,5"\n"0,2","0,4"',
      [
        [0.1, 0.2],
        [0.5, 0.4],
      ],
    ],
    [
      'a text with a line break in front',
      'note,lr,err\n"a\nb",1,2\nc,3,4',
      [
        [1, 3],
        [2, 4],
      ],
    ],
    [
      'lines of old Macintoshes',
      'lr,err\r1,2\r3,4',
      [
        [1, 3],
        [2, 4],
      ],
    ],
    [
      'a remark',
      '# my trials\nlr,err\n1,2\n3,4',
      [
        [1, 3],
        [2, 4],
      ],
    ],
    [
      'a printed minus',
      'x,err\n−1,2\n1,3',
      [
        [-1, 1],
        [2, 3],
      ],
    ],
  ])('with %s', (_, text, trials) => {
    expect(read(text).trials).toEqual(trials);
  });

  it('takes two quotes within quotes for one, and what follows the closing one for nothing', () => {
    const { columns } = read('"a ""b"" c","d, e" ;,f\n1,2,3\n4,5,7');
    expect(columns.map(({ name }) => name)).toEqual(['a "b" c', 'd, e', 'f']);
  });

  it('leaves out rows with gaps and averages repeated points, and says how many', () => {
    const found = read('lr,err\n1,NA\n,3\n1,2\n1,4\n2,nan\n2,\n2,7\nInf,1\n5,N/A');
    expect(found.trials).toEqual([
      [1, 2],
      [3, 7],
    ]);
    expect([found.rows, found.leftOut.reduce((sum, { count }) => sum + count, 0), found.failed]).toEqual([
      9, 6, 1,
    ]);
    expect(found.points.map(({ count }) => count)).toEqual([2, 1]);
  });

  it('takes the last numbers, or what is named like an error, for the error; no texts, no running numbers', () => {
    const names = ({ columns, hyperparameters, objective: error }: TableReading) =>
      [...hyperparameters, error].map((index) => columns[index].name);
    expect(names(read('trial,opt,lr,wd,acc\n1,adam,0.1,1,3\n2,sgd,0.2,2,4'))).toEqual(['lr', 'wd', 'acc']);
    expect(names(read('val_loss,lr,wd\n1,2,3\n4,5,6'))).toEqual(['lr', 'wd', 'val_loss']);
    expect(names(read('a,b,c,d\n1,2,3,4\n4,5,6,7'))).toEqual(['a', 'b', 'c', 'd']);
    expect(names(read('1,2\n3,4'))).toEqual(['A', 'B']);
  });

  it('takes the reader’s choice instead, and refuses one that is none', () => {
    const text = 'a,b,c\n1,2,x\n3,4,y';
    expect(read(text, { hyperparameters: [1], objective: 0 }).trials).toEqual([
      [2, 4],
      [1, 3],
    ]);
    for (const choice of [
      { hyperparameters: [0], objective: 0 },
      { hyperparameters: [], objective: 1 },
      { hyperparameters: [0], objective: 2 },
      { hyperparameters: [0], objective: 9 },
    ]) {
      expect(refusal(text, choice)?.key).toBe('problem.csv-choice');
    }
  });

  it('suggests scales and one-word names', () => {
    const found = read('learning rate,units,err\n1e-4,1,1\n1e-2,7,2\n0.3,3,4');
    expect([found.scales, found.names]).toEqual([
      ['log', 'integer'],
      ['learning_rate', 'units'],
    ]);
  });

  it.each<[string, string, string]>([
    ['nothing', ' \n', 'empty'],
    ['bytes', 'PK\u0003\u0004\0\0', 'not-text'],
    ['an open quote', 'a,b\n1,2\n"3,4\n5,6', 'quote'],
    ['words', 'hello\nworld', 'columns'],
    ['JSON', '{"a": [1, 2]}', 'columns'],
    ['one column', 'a\n1\n2', 'columns'],
    ['one point', 'a,b\n1,2\n1,3', 'few'],
    ['one row', 'lr,err\n0.1,0.5', 'few'],
    ['nothing but gaps', 'a,b\n1,\n2,\n,3\n,4', 'few'],
    ['thousands of columns', `${'1,'.repeat(5000)}1\n${'2,'.repeat(5000)}2`, 'wide'],
  ])('refuses %s', (_, text, key) => {
    expect(refusal(text)?.key).toBe(`problem.csv-${key}`);
  });

  it('reads 300,000 rows, more than a call has arguments: many trials of few points are averaged, too many points are counted no further', () => {
    const rows = (value: (i: number) => string) =>
      `a,b,err\n${Array.from({ length: 3e5 }, (_, i) => value(i)).join('\n')}`;
    const few = read(rows((i) => `${i % 40},${(i >> 6) % 50},${i % 2}`));
    const trials = few.points.reduce((sum, { count }) => sum + count, 0);
    expect([few.points.length, few.rows, trials]).toEqual([2000, 3e5, 3e5]);
    expect(refusal(rows((i) => `${i},${i},1`))).toEqual({
      key: 'problem.csv-points',
      values: { row: 2002, most: 2000 },
    });
  }, 120_000);

  it('knows the encodings that spreadsheets write', () => {
    const text = '学习率;误差\n0,1;2\n0,2;3';
    const utf16 = Uint8Array.from([
      0xff,
      0xfe,
      ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ]);
    const gbk = Uint8Array.from([0xd1, 0xa7, 0xcf, 0xb0, 0xc2, 0xca, ...Buffer.from(';e\n0,1;2\n0,2;3')]);
    for (const bytes of [new TextEncoder().encode(`\uFEFF${text}`), utf16, gbk]) {
      const found = readTableBytes(bytes);
      if ('problem' in found) throw new Error(found.problem.key);
      expect([found.names, listsOf(found)]).toEqual([
        ['学习率'],
        [
          [0.1, 0.2],
          [2, 3],
        ],
      ]);
    }
  });

  it('reads a header whose second line is longer than the table', () => {
    expect(() => readTable(':\t\n:\t\tx"\n0\t')).not.toThrow();
    expect(() => readTable('a,b\nc,d,e\n1,2\n3,4\n')).not.toThrow();
  });

  it('never throws, and what it reads is an objective or refused by it in words', () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'NA', '1', '0,5', '1.5', '"', '""', 'x', '-', '1e999', '1e-9', '\u0000', ' ', '#'),
      fc.double().map(String),
      fc.string({ maxLength: 4, unit: 'binary' }),
    );
    const separator = fc.constantFrom(',', ';', '\t', ' ', '\n', '\r\n', '"', '"\n');
    const litter = fc.array(fc.tuple(cell, separator), { maxLength: 60 }).map((all) => all.flat().join(''));
    // Rows of some columns, mostly numbers, with something odd now and then.
    const number = fc.constantFrom('1', '2', '3.5', '-4', '0.5', '1e-3', '700');
    const rows = fc
      .record({
        columns: fc.integer({ min: 1, max: 4 }),
        cut: fc.constantFrom(',', ';', '\t'),
        cells: fc.array(fc.oneof({ weight: 12, arbitrary: number }, { weight: 1, arbitrary: cell }), {
          maxLength: 40,
        }),
      })
      .map(({ columns, cut, cells }) =>
        Array.from({ length: Math.floor(cells.length / columns) }, (_, i) =>
          cells.slice(i * columns, (i + 1) * columns).join(cut),
        ).join('\n'),
      );
    const text = fc.oneof(litter, rows);
    let taken = 0;
    fc.assert(
      fc.property(text, (given) => {
        const found = readTable(given);
        if ('problem' in found) {
          expect(found.problem.key).toMatch(/^problem\.csv-/);
          return;
        }
        if (found.direction.sense === 'maximise' || found.names.length > 2) return;
        const trials = listsOf(found);
        const said = table.check!({ trials, space: '' });
        if (said) {
          expect(said.key).toMatch(/^problem\.table-/);
          return;
        }
        taken += 1;
        const { value, optimum } = table.create({ trials, space: '' });
        expect(value(optimum.at[0])).toBeCloseTo(optimum.value, 6);
      }),
      { numRuns: TEXTS },
    );
    expect(taken).toBeGreaterThan(TEXTS / 20);
  });
});
