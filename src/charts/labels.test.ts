import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatWithin, roundTicks, spacedLabels, tellingLabels, tickLabels } from './labels.ts';
import { axisScale, axisTicks, textWidth, withinNumbers, withOffset } from './scales.ts';
import type { Axis } from './types.ts';

/** A decimal number, n · 10^place, as a label or an offset says it. */
interface Decimal {
  n: bigint;
  place: number;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
function parsed(label: string): Decimal {
  const plain = label.replaceAll(',', '').replace('+', '').replace('−', '-');
  const [head, power] = plain.includes('10') && /10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+$/.test(plain) ? split(plain) : [plain, 0];
  const [whole, decimals = ''] = head.split('.');
  return { n: BigInt(whole + decimals), place: power - decimals.length };
}
function split(text: string): [string, number] {
  const raised = /10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/.exec(text)!;
  const power = Number([...raised[1]].map((sign) => (sign === '⁻' ? '-' : RAISED.indexOf(sign))).join(''));
  const head = text.slice(0, raised.index);
  return [head.endsWith('×') ? head.slice(0, -1) : `${head}1`, power];
}
function sum(a: Decimal, b: Decimal): Decimal {
  const place = Math.min(a.place, b.place);
  const raised = ({ n, place: own }: Decimal) => n * 10n ** BigInt(own - place);
  return { n: raised(a) + raised(b), place };
}
const numberOf = ({ n, place }: Decimal): number => Number(`${n}e${place}`);

/** What each label says, its axis's offset added. */
const said = (labels: readonly string[], offset: string | undefined): number[] =>
  labels.map((label) => numberOf(offset === undefined ? parsed(label) : sum(parsed(label), parsed(offset))));

/** Anything from very narrow to very wide, on both sides of 0, of any size. */
const anyRange = fc
  .tuple(
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.double({ min: -299, max: 299, noNaN: true }),
    fc.double({ min: -12, max: 3, noNaN: true }),
  )
  .map(([place, decade, narrow]): [number, number] => {
    const centre = place * 10 ** decade;
    const width = 10 ** Math.max(-306, Math.min(300, decade + narrow));
    return [centre - width / 2, centre + width / 2];
  })
  .filter(([lo, hi]) => hi > lo);

describe('labels of ticks', () => {
  it('of 10⁴ random ranges are all different, and all true', () => {
    fc.assert(
      fc.property(anyRange, fc.integer({ min: 1, max: 10 }), ([lo, hi], count) => {
        const ticks = roundTicks(lo, hi, count);
        const { labels, offset } = tickLabels(ticks);
        expect(labels).toHaveLength(ticks.length);
        expect(new Set(labels).size).toBe(ticks.length);
        const step = ticks.length > 1 ? ticks[1] - ticks[0] : Math.abs(ticks[0]);
        said(labels, offset).forEach((value, i) => {
          // Of a decimal number binary holds this much; of a step near that, no more.
          const known = Math.max(1e-6 * step, Math.abs(ticks[i]) * 2 ** -50);
          expect(Math.abs(value - ticks[i])).toBeLessThanOrEqual(known);
        });
        // Short enough to be read; the offset is there because they would not be.
        if (labels.length > 1) for (const label of labels) expect(label.length).toBeLessThanOrEqual(13);
      }),
      { numRuns: 10_000 },
    );
  });

  it.each<[number[], string[], string?]>([
    [
      [0, 0.2, 0.4, 0.6000000000000001, 0.8, 1],
      ['0', '0.2', '0.4', '0.6', '0.8', '1.0'],
    ],
    [
      [-2, -1, 0, 1],
      ['−2', '−1', '0', '1'],
    ],
    [
      [0.9999, 0.99995, 1, 1.00005],
      ['0.99990', '0.99995', '1.00000', '1.00005'],
    ],
    [[123456, 123456.0005, 123456.001], ['0', '0.0005', '0.0010'], '+123,456'],
    [
      [123450, 123451, 123452],
      ['1.2345×10⁵', '1.23451×10⁵', '1.23452×10⁵'],
    ],
    [[300000000000, 300000000000.5, 300000000001], ['0', '0.5', '1.0'], '+3×10¹¹'],
    [[-1234567.5, -1234567, -1234566.5], ['2.5', '3.0', '3.5'], '−1,234,570'],
    [
      [100000, 150000, 200000],
      ['10⁵', '1.5×10⁵', '2×10⁵'],
    ],
    [
      [0, 5e-5, 1e-4],
      ['0', '5×10⁻⁵', '10⁻⁴'],
    ],
    [
      [2e-310, 3e-310],
      ['2×10⁻³¹⁰', '3×10⁻³¹⁰'],
    ],
    [
      [-1e300, 0, 1e300],
      ['−10³⁰⁰', '0', '10³⁰⁰'],
    ],
    [[], []],
    [[0.25], ['0.25']],
  ])('%j', (ticks, labels, offset) => {
    expect(tickLabels(ticks)).toEqual({ labels, ...(offset && { offset }) });
  });

  it('on an axis of whole numbers are whole', () => {
    expect(tickLabels([100001, 100002, 100003], true)).toEqual({ labels: ['100001', '100002', '100003'] });
    expect(tickLabels([1234567, 1234568], true)).toEqual({ labels: ['7', '8'], offset: '+1,234,560' });
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 9000 }), (lo, more) => {
        const axis: Axis = { label: 'n', scale: 'linear', lo, hi: lo + more, integer: true };
        const ticks = axisTicks(axis, axisScale(axis, [0, 500]), 13, true);
        const values = said(
          ticks.map(({ label }) => label),
          ticks[0].offset,
        );
        expect(values).toEqual(ticks.map(({ value }) => value));
        expect(new Set(values).size).toBe(ticks.length);
        for (const value of values) expect(Number.isInteger(value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('on log axes, narrow or of hundreds of decades, are different and true', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -299, max: 299, noNaN: true }),
        fc.oneof(
          fc.double({ min: -9, max: 0, noNaN: true }).map((exponent) => 10 ** exponent),
          fc.double({ min: 1, max: 500, noNaN: true }),
        ),
        fc.integer({ min: 80, max: 900 }),
        (from, decades, length) => {
          const lo = 10 ** from;
          const hi = Math.min(1e300, lo * 10 ** Math.min(decades, 300 - from));
          fc.pre(hi > lo * (1 + 1e-9));
          const axis: Axis = { label: 'x', scale: 'log', lo, hi, integer: false };
          const ticks = axisTicks(axis, axisScale(axis, [0, length]), 13, true);
          const values = said(
            ticks.map(({ label }) => label),
            ticks[0]?.offset,
          );
          expect(new Set(values).size).toBe(ticks.length);
          values.forEach((value, i) =>
            expect(Math.abs(value / ticks[i].value - 1)).toBeLessThanOrEqual(1e-14),
          );
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('an axis', () => {
  it('can be drawn for any finite range: ticks there and nowhere else, labels that do not touch', () => {
    const end = fc.double({ noNaN: true, noDefaultInfinity: true, min: -8e307, max: 8e307 });
    fc.assert(
      fc.property(end, end, fc.integer({ min: 60, max: 900 }), (a, b, length) => {
        fc.pre(a !== b);
        const axis: Axis = {
          label: 'y',
          scale: 'linear',
          lo: Math.min(a, b),
          hi: Math.max(a, b),
          integer: false,
        };
        const scale = axisScale(axis, [0, length]);
        const ticks = axisTicks(axis, scale, 13, true);
        ticks.forEach(({ value, label }, i) => {
          expect(Number.isFinite(scale(value))).toBe(true);
          if (i === 0) return;
          const gap = scale(value) - scale(ticks[i - 1].value);
          expect(gap).toBeGreaterThan((textWidth(label, 13) + textWidth(ticks[i - 1].label, 13)) / 2);
        });
        expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length);
      }),
      {
        numRuns: 3000,
        examples: [
          [5e-324, 0, 300],
          [1e-310, 3e-310, 300],
          [-8e307, 8e307, 300],
        ],
      },
    );
  });

  it('has a place for every finite number, whatever its range', () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(any, any, any, (a, b, value) => {
        const [lo, hi] = withinNumbers(Math.min(a, b), Math.max(a, b));
        const axis: Axis = { label: 'y', scale: 'linear', lo, hi, integer: false };
        // What lies 10²⁰⁰ times as far away as the range is wide is on no picture.
        fc.pre(
          hi > lo && (hi - lo < 1e-200 || Math.max(-lo, hi) > 1e290 || Math.abs(value) / (hi - lo) < 1e200),
        );
        expect(axisScale(axis, [0, 300])(value)).not.toBeNaN();
      }),
      {
        examples: [
          [-8e307, 8e307, 1.7e308],
          [-1.8960482940579838e293, 0, 1.797693134862314e308],
        ],
      },
    );
  });

  it('states its offset whole, however long its own label is', () => {
    const ticks = [{ value: 1, label: '0', offset: '+123,456' }];
    expect(withOffset('f(x)', ticks, 300, 13)).toBe('f(x)\u2002+123,456');
    const cut = withOffset('validation error of a network', ticks, 120, 13);
    expect(cut).toMatch(/^valid.*…\u2002\+123,456$/);
    expect(textWidth(cut, 13)).toBeLessThanOrEqual(125);
    expect(withOffset('f(x)', [{ value: 1, label: '1' }], 300, 13)).toBe('f(x)');
  });
});

it('a place in a narrow range has the digits that move along it', () => {
  expect(formatWithin(0.123456, [0, 1])).toBe('0.123');
  expect(formatWithin(3.14159, [-5, 10])).toBe('3.14');
  expect(formatWithin(0.999951, [0.9999, 1.0001])).toBe('0.999951');
  expect(formatWithin(123456.00023, [123456, 123456.001])).toBe('1.2345600023×10⁵');
  expect(formatWithin(0, [0, 0])).toBe('0');
  expect(formatWithin(1e-3, [1e-5, 1])).toBe('0.001');
  const steps = Array.from({ length: 101 }, (_, i) => 0.9999 + (i / 100) * 2e-4);
  expect(new Set(steps.map((x) => formatWithin(x, [0.9999, 1.0001]))).size).toBe(101);
});

describe('values of a list', () => {
  it('are told to four digits, to more where they would look alike', () => {
    expect(tellingLabels([0.25, 1.23456, 100])).toEqual(['0.25', '1.235', '100']);
    expect(tellingLabels([1.23456, 1.23461, 7])).toEqual(
      ['1.2346', '1.23461', '7'].map((s, i) => (i === 0 ? '1.23456' : s)),
    );
    expect(tellingLabels([0.5, 0.5, 0.5])).toEqual(['0.5', '0.5', '0.5']);
    expect(tellingLabels([-6.02074, -6.020740055])).toEqual(['−6.02074', '−6.0207401']);
  });

  it('that differ further right are told by what they lie above the lowest', () => {
    expect(tellingLabels([0.12345, 0.12345 + 2e-10])).toEqual(['0.1235', '0.1235 + 2×10⁻¹⁰']);
    expect(tellingLabels([3e11, 3e11 + 0.001, 3e11 + 0.002])).toEqual([
      '3×10¹¹',
      '3×10¹¹ + 9.8×10⁻⁴',
      '3×10¹¹ + 0.002',
    ]);
    // The first one is 1 already.
    expect(tellingLabels([1, 1.000035876331967, 1.0000359499999998])).toEqual([
      '1',
      '1.00004',
      '1.00004 + 7.4×10⁻⁸',
    ]);
  });

  it('are different where the values are, the same where these are', () => {
    const near = fc.tuple(
      fc.double({ min: -300, max: 300, noNaN: true }),
      fc.array(fc.nat(1000), { maxLength: 12 }),
    );
    fc.assert(
      fc.property(near, fc.double({ min: -17, max: 0, noNaN: true }), ([decade, steps], narrow) => {
        const base = 10 ** decade;
        const values = steps.map((step) => base * (1 + step * 10 ** narrow));
        const labels = tellingLabels(values);
        expect(new Set(labels).size).toBe(new Set(values).size);
        values.forEach((value, i) => expect(labels[i]).toBe(labels[values.indexOf(value)]));
      }),
      { numRuns: 3000 },
    );
  });

  it('on a colour bar are brief, and get an offset where they would repeat', () => {
    expect(spacedLabels([0.013, 2.4, 1e6]).labels).toEqual(['0.013', '2.4', '10⁶']);
    const { labels, offset } = spacedLabels([123456.00012, 123456.0005, 123456.0009]);
    expect(new Set(labels).size).toBe(3);
    expect(offset).toBe('+123,456');
  });
});
