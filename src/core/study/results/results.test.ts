import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planRuns } from '../plan.ts';
import { runAll, study } from '../testing.ts';
import { FLAG, type RunRecord, type Study } from '../types.ts';
import { crc32, hex } from './crc32.ts';
import { readResults, writeCsv, writeParquet } from './index.ts';

const utf8 = new TextEncoder();
const csvOf = (given: Study, records: readonly RunRecord[]) =>
  utf8.encode([...writeCsv(given, records)].join(''));
const parquetOf = async (given: Study, records: readonly RunRecord[]) =>
  new Uint8Array(await writeParquet(given, records));
const FORMATS = [
  ['CSV', (given: Study, records: readonly RunRecord[]) => Promise.resolve(csvOf(given, records))],
  ['Parquet', parquetOf],
] as const;

const timeless = (records: readonly RunRecord[]) =>
  records.map((record) => ({ ...record, thinkingSeconds: NaN }));

/** Problems with infeasible trials and with noise; a run that ends early; names that need care. */
const small = study({
  problems: [
    'face-detector',
    { id: 'branin', noise: 0.1, name: 'a, “b” "c", d' },
    { id: 'quadratic', name: '# 山谷' },
  ],
  strategies: ['random', { id: 'k-section', name: ' two, "three" ' }, 'grid', 'batch-bayes'],
  budget: 9,
});
const records = runAll(small);

describe('CRC-32', () => {
  it('is the one of gzip, in pieces too', () => {
    // The check value of the catalogue of parametrised CRC algorithms.
    const bytes = utf8.encode('123456789');
    expect(hex(crc32(bytes))).toBe('cbf43926');
    expect(crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4)))).toBe(0xcbf43926);
    expect(hex(crc32(new Uint8Array(0)))).toBe('00000000');
    expect(hex(crc32(new Uint8Array(32)))).toBe('190a55ad');
  });
});

describe.each(FORMATS)('%s', (_, write) => {
  it('reads back what was written, of runs as they happen', async () => {
    const bytes = await write(small, records);
    expect(await readResults(bytes, 'r')).toEqual({ study: small, records: timeless(records) });
    // As a part of something larger: what a file reader may hand over.
    const inside = new Uint8Array(bytes.length + 9);
    inside.set(bytes, 5);
    for (const part of [inside.subarray(5, 5 + bytes.length), Buffer.from(inside.buffer, 5, bytes.length)])
      expect(await readResults(part, 'r')).toEqual({ study: small, records: timeless(records) });
  });

  it('does not mind the order in which runs came', async () => {
    expect(await write(small, [...records].reverse())).toEqual(await write(small, records));
  });

  it('holds a part of the runs, or none', async () => {
    for (const part of [[], records.slice(5, 7)])
      expect(await readResults(await write(small, part), 'r')).toEqual({
        study: small,
        records: timeless(part),
      });
  });

  it('reads back any numbers and names', async () => {
    await fc.assert(
      fc.asyncProperty(studies, async ({ given, made }) => {
        expect(await readResults(await write(given, made), 'r')).toEqual({ study: given, records: made });
      }),
      { numRuns: 60 },
    );
  });

  it('holds 0 where a value was −0, beside others or alone', async () => {
    const [record] = records;
    const { length } = record.y;
    for (const zeros of [
      new Float64Array(length).fill(-0),
      Float64Array.from(record.y, (_, i) => (i % 2 ? -0 : 0)),
    ]) {
      const made = { ...record, y: zeros, value: zeros, best: zeros };
      const plain = new Float64Array(length);
      expect(await readResults(await write(small, [made]), 'r')).toEqual({
        study: small,
        records: timeless([{ ...made, y: plain, value: plain, best: plain }]),
      });
    }
  });

  it('is refused wherever it is cut off', async () => {
    const bytes = await write(small, records.slice(0, 3));
    for (let length = 0; length < bytes.length; length++) {
      const read = await readResults(bytes.subarray(0, length), 'cut');
      if (!('problem' in read) || !read.problem.key.startsWith('problem.results-')) expect.fail(`${length}`);
    }
    expect(await readResults(bytes.subarray(0, -1), 'cut')).toMatchObject({
      problem: { key: 'problem.results-truncated', values: { name: 'cut' } },
    });
  }, 60_000);

  it('is refused where a byte is another, unless that says the same', async () => {
    const bytes = await write(small, records.slice(0, 3));
    const intact = await readResults(bytes, 'r');
    let refused = 0;
    for (let at = 0; at < bytes.length; at++) {
      const spoilt = bytes.slice();
      spoilt[at] ^= 1 << ((at * 5) % 8);
      const read = await readResults(spoilt, 'spoilt');
      if ('problem' in read) {
        expect(read.problem).toMatchObject({ key: REFUSED, values: { name: 'spoilt' } });
        refused += 1;
      } else expect([at, read]).toEqual([at, intact]);
    }
    expect(refused).toBeGreaterThan(bytes.length / 3);
  }, 60_000);
});

const REFUSED = expect.stringMatching(/^problem\.results-/) as string;

describe('a file that', () => {
  const [record] = records;
  const spoil = (more: Partial<RunRecord>) => csvOf(small, [{ ...record, ...more }]);
  const text = new TextDecoder().decode(csvOf(small, [record]));
  const changed = (from: string | RegExp, to: string) => utf8.encode(text.replace(from, to));
  const [, sum] = /# end 9 (.*)\n/.exec(text)!;
  /** Changed, and signed again. */
  const forged = (from: string | RegExp, to: string) => {
    const body = text.replace(/# end .*\n/, '').replace(from, to);
    return utf8.encode(`${body}# end 9 ${hex(crc32(utf8.encode(body)))}\n`);
  };
  const at = (a: Float64Array, value: number) => a.map((x, i) => (i === 4 ? value : x));
  it.each<[string, Uint8Array, string, object]>([
    ['is empty', new Uint8Array(0), 'foreign', {}],
    ['is something else', utf8.encode('problem,strategy\nx,y\n'), 'foreign', {}],
    ['is somebody else’s Parquet', utf8.encode('PAR1 and more PAR1'), 'foreign', {}],
    ['is of a later version', changed('results 1 ', 'results 2 '), 'version', { given: '2', known: 1 }],
    ['lost its last line', changed(/# end .*\n/, ''), 'truncated', { row: 9 }],
    ['was given other line ends', changed(/\n/g, '\r\n'), 'altered', { expected: sum }],
    ['was given a byte order mark', changed(/^/, '\ufeff'), 'altered', { expected: sum }],
    [
      'was saved by a spreadsheet',
      changed(/(# end .*)\n/, '"$1",,,,,,,,,,\r\n'),
      'altered',
      { expected: sum },
    ],
    ['was edited', changed('"id":"random"', '"id":"randon"'), 'study', { field: 'strategies.0.id' }],
    ['has a changed row', changed(/,3,2,[^,]*,/, ',3,2,1.0,'), 'altered', { expected: sum }],
    ['has a word for a number', changed(/,3,2,[^,]*,/, ',3,2,low,'), 'row', { row: 3, column: 'y' }],
    ['has rows in another order', forged(/,3,2,/, ',4,2,'), 'row', { row: 3, column: 'trial', given: 4 }],
    [
      'names what is not in its study',
      forged(/\nface-detector,/, '\nnowhere,'),
      'row',
      { column: 'problem' },
    ],
    ['has a study that is refused', forged('"budget":9', '"budget":0'), 'study', { field: 'budget' }],
    ['has rows past the budget', forged('"budget":9', '"budget":8'), 'row', { row: 9, column: 'trial' }],
    ['has a best that is not', spoil({ best: at(record.best, -1e9) }), 'row', { row: 5, column: 'best' }],
    ['has an unknown flag', spoil({ flags: record.flags.map(() => 64) }), 'row', { row: 1, column: 'flags' }],
    ['says failed of a value', spoil({ flags: record.flags.map(() => 1) }), 'row', { row: 1, column: 'y' }],
    ['lacks a value', spoil({ value: at(record.value, NaN) }), 'row', { row: 5, column: 'value' }],
    [
      'has a run twice',
      csvOf(small, [record, record]),
      'row',
      { row: 10, given: 0, expected: 'each run once' },
    ],
  ])('%s is refused with its place', async (_, bytes, key, values) => {
    expect(await readResults(bytes, 'file.csv')).toEqual({
      problem: {
        key: `problem.results-${key}`,
        values: expect.objectContaining({ name: 'file.csv', ...values }) as object,
      },
    });
  });

  it('is Parquet by somebody else is foreign', async () => {
    const { parquetWriteBuffer } = await import('hyparquet-writer');
    const other = parquetWriteBuffer({ columnData: [{ name: 'problem', data: ['branin'] }] });
    expect(await readResults(new Uint8Array(other), 'o.parquet')).toMatchObject({
      problem: { key: 'problem.results-foreign', values: { name: 'o.parquet' } },
    });
  });
});

/** Studies with any names, and records with any numbers that a run could have. */
const names = fc.uniqueArray(
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((name) => /^[^\p{Cc}\p{Cs}]*$/u.test(name)),
  { minLength: 1, maxLength: 3 },
);
// Adding 0 turns −0, which files do not keep, into 0.
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);
const trial = fc.record({ y: finite, value: finite, bits: fc.nat(31) });
const studies = fc
  .record({ problems: names, strategies: names, repeats: fc.integer({ min: 1, max: 3 }) })
  .chain(({ problems, strategies, repeats }) => {
    const given = study({
      problems: problems.map((name) => ({ id: 'quadratic', name })),
      strategies: strategies.map((name) => ({ id: 'random', name })),
      budget: 12,
      repeats,
    });
    const keys = planRuns(given);
    return fc
      .array(fc.array(trial, { minLength: 1, maxLength: 12 }), {
        minLength: keys.length,
        maxLength: keys.length,
      })
      .map((runs) => ({ given, made: keys.map((key, k) => recordFrom(key, runs[k])) }));
  });

function recordFrom(
  key: { problem: number; strategy: number; repeat: number },
  trials: readonly { y: number; value: number; bits: number }[],
): RunRecord {
  const failed = (bits: number) => (bits & FLAG.failed) !== 0;
  let lowest = NaN;
  return {
    ...key,
    y: Float64Array.from(trials, ({ y, bits }) => (failed(bits) ? NaN : y)),
    value: Float64Array.from(trials, ({ value, bits }) => (failed(bits) ? NaN : value)),
    best: Float64Array.from(trials, ({ value, bits }) => {
      if ((bits & (FLAG.failed | FLAG.infeasible)) === 0 && !(value >= lowest)) lowest = value;
      return lowest;
    }),
    flags: Uint8Array.from(trials, ({ bits }) => bits),
    batch: Uint16Array.from(trials, (_, i) => i >> 1),
    unused: 12 - trials.length,
    thinkingSeconds: NaN,
  };
}
