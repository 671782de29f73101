import { describe, expect, it } from 'vitest';
import coco from '#core/objectives/bbob/coco-excerpt.json';
import golden from '#core/surrogate/golden-excerpt.json';
import { checkBbob } from './bbob.ts';
import { checkGolden, TOLERANCES, type Section } from './golden.ts';
import { checkFile } from './index.ts';

const copy = () => structuredClone(golden);
const sections = Object.keys(TOLERANCES) as Section[];

describe('golden values of scikit-learn and SciPy', () => {
  const report = checkGolden(golden);
  for (const section of sections) {
    for (const [name, limit] of Object.entries(TOLERANCES[section])) {
      it(`${section}: ${name} within ${limit}`, () => {
        expect(report.details[section][name]).toBeLessThanOrEqual(limit);
      });
    }
  }
  it('passes as a whole, and names the largest error of each section', () => {
    expect(report.ok).toBe(true);
    for (const section of sections) {
      expect(report[section]).toBe(Math.max(...Object.values(report.details[section])));
    }
  });
});

describe('one wrong number', () => {
  const corruptions: [string, Section, (data: ReturnType<typeof copy>) => void][] = [
    ['a posterior mean', 'posterior', (data) => (data.posterior[3].mean[2] += 1e-6)],
    ['a posterior standard deviation', 'posterior', (data) => (data.posterior[0].std[1] *= 1 + 1e-5)],
    ['a posterior covariance', 'posterior', (data) => (data.posterior[5].cov[0][1] += 1e-6)],
    ['a log marginal likelihood', 'posterior', (data) => (data.posterior[2].log_marginal_likelihood += 1e-3)],
    ['a fitted likelihood', 'fit', (data) => (data.fit[1].best_log_marginal_likelihood += 0.02)],
    ['an EI', 'acquisition', (data) => (data.acquisition[0].ei *= 1 + 1e-7)],
    ['a log-EI', 'acquisition', (data) => (data.acquisition[4].log_ei *= 1 + 1e-7)],
    ['a PI', 'acquisition', (data) => (data.acquisition[0].pi *= 1 + 1e-7)],
    ['an LCB', 'acquisition', (data) => (data.acquisition[0].lcb += 1e-6)],
    ['a Sobol point', 'sobol', (data) => (data.sobol['10'][7][9] += 1e-9)],
    ['a Halton point', 'halton', (data) => (data.halton['6'][31][5] -= 1e-9)],
    ['a log-CDF', 'normal_cdf', (data) => (data.normal_cdf[0][2] *= 1 + 1e-9)],
  ];
  it.each(corruptions)('%s fails its section, and no other', (_, section, corrupt) => {
    const data = copy();
    corrupt(data);
    const report = checkGolden(data);
    expect(report.ok).toBe(false);
    for (const other of sections) {
      const within = Object.entries(TOLERANCES[other]).every(
        ([name, limit]) => report.details[other][name] <= limit,
      );
      expect(within, other).toBe(other !== section);
    }
  });
});

describe('what is not a file of golden values', () => {
  const malformed: [string, (data: ReturnType<typeof copy>) => unknown, RegExp][] = [
    ['no sections', () => ({}), /at posterior/],
    ['a section left out', (data) => ({ ...data, fit: undefined }), /at fit/],
    ['an empty section', (data) => ({ ...data, acquisition: [] }), /at acquisition, expected at least one/],
    ['no sequences', (data) => ({ ...data, sobol: {} }), /at sobol/],
    [
      'a kernel nobody knows',
      (data) => ({ ...data, posterior: [{ ...data.posterior[0], kernel: 'linear' }] }),
      /at posterior\.0\.kernel/,
    ],
    [
      'predictions left out',
      (data) => ({ ...data, posterior: [{ ...data.posterior[0], mean: data.posterior[0].mean.slice(1) }] }),
      /at posterior\.0, expected .* matching sizes/,
    ],
    [
      'a ragged matrix',
      (data) => ({ ...data, posterior: [{ ...data.posterior[0], X: [[0.1], [0.2, 0.3], [0.4], [0.5]] }] }),
      /at posterior\.0\.X, expected rows of equal length/,
    ],
    ['text for a number', (data) => ({ ...data, normal_cdf: [['0', 0.5, -0.69]] }), /at normal_cdf\.0\.0/],
  ];
  it.each(malformed)('%s is refused in one sentence that names the place', (_, spoil, place) => {
    const check = () => checkFile(spoil(copy()));
    expect(check).toThrow(/^This is not a file of golden values: [^\n]+\.$/);
    expect(check).toThrow(place);
  });
});

describe('BBOB values of COCO', () => {
  const report = checkFile(coco);

  it('agree within 1e-9, function by function', () => {
    expect(report).toMatchObject({ ok: true, tolerances: { bbob: 1e-9 } });
    expect(Object.keys(report.details)).toHaveLength(24);
    expect((report as { bbob: number }).bbob).toBeLessThan(1e-9);
    expect((report as { values: number }).values).toBe(coco.flatMap(({ points }) => points).length);
  });

  it('one wrong value fails its function, and no other', () => {
    const data = structuredClone(coco);
    data[7].points[0].f *= 1 + 1e-8;
    const { ok, bbob, details } = checkBbob(data);
    expect(ok).toBe(false);
    expect(bbob).toBeCloseTo(1e-8, 12);
    const wrong = Object.entries(details).filter(([, error]) => error > 1e-9);
    expect(wrong.map(([name]) => name)).toEqual([`f${data[7].function}`]);
  });

  it('another instance is another function', () => {
    const data = structuredClone(coco);
    data[0].instance += 1;
    expect(checkBbob(data).ok).toBe(false);
  });

  const entry = () => structuredClone(coco[0]);
  const malformed: [string, unknown, RegExp][] = [
    ['an empty list', [], /at the file, expected at least one entry/],
    [
      'a function nobody knows',
      [{ ...entry(), function: 25 }],
      /at 0\.function, expected a whole number from 1 to 24/,
    ],
    [
      'one dimension',
      [entry(), { ...entry(), dimension: 1 }],
      /at 1\.dimension, expected a whole number from 2 to/,
    ],
    ['half an instance', [{ ...entry(), instance: 1.5 }], /at 0\.instance/],
    ['no points', [{ ...entry(), points: [] }], /at 0\.points, expected at least one/],
    [
      'a point too long',
      [{ ...entry(), points: [{ x: new Array(50).fill(0), f: 1 }] }],
      /at 0, expected every x/,
    ],
    ['text for a value', [{ ...entry(), points: [{ x: [0, 0], f: '1' }] }], /at 0\.points\.0\.f/],
  ];
  it.each(malformed)('%s is refused in one sentence that names the place', (_, data, place) => {
    expect(() => checkFile(data)).toThrow(/^This is not a file of BBOB values: [^\n]+\.$/);
    expect(() => checkFile(data)).toThrow(place);
  });
});

it.each([null, 7, 'golden'])('%j is refused, naming both formats', (data) => {
  expect(() => checkFile(data)).toThrow(/^This is not a file of reference values: [^\n]+\.$/);
});
