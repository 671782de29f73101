/** What the command line says of formulas and of any other problem. */
import { describe, expect, it, vi } from 'vitest';
import { getObjective } from '#core/objectives/index.ts';
import { diagnoseReport, formulaReport } from './diagnose.ts';
import { sim } from './sim.ts';

interface Spot {
  x: number[];
  value: number;
}
interface Report {
  value: number;
  at: number[][];
  more: boolean;
  certified: boolean;
  gap: number | null;
  region?: { lo: number[]; hi: number[] };
  free?: string[];
  diagnosis?: {
    unimodal: { holds: string; witness?: { kind: string; a: Spot; b: Spot; c: Spot } };
    convex: { holds: string };
    separable: { holds: string; witness?: { axes: string[]; corners: Spot[] } };
    lipschitz: { holds: string; atLeast?: number };
    minima: { count: number; atLeast: boolean; places: Spot[] };
  };
}
const ofFormula = (...args: string[]) => formulaReport(args) as Report;

async function run(...args: string[]): Promise<[code: number, out: string, err: string]> {
  let [out, err] = ['', ''];
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true)),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true)),
  ];
  const code = await sim(args);
  for (const spy of spies) spy.mockRestore();
  return [code, out, err];
}

describe('sim formula', () => {
  it('prints the minimum, all its places, and how certain it is', async () => {
    const [code, out] = await run('formula', 'sqrt(abs(x^2-0.5))', '--space', 'x -1 1');
    const report = JSON.parse(out) as Report;
    expect(code).toBe(0);
    expect(report).toMatchObject({ more: false, certified: true });
    expect(report.at.map(([x]) => x).toSorted((a, b) => a - b)).toEqual([
      expect.closeTo(-Math.SQRT1_2, 12),
      expect.closeTo(Math.SQRT1_2, 12),
    ]);
    expect(report.gap).toBeGreaterThanOrEqual(0);
    expect(report.gap).toBeLessThan(1e-7);
    expect(report.diagnosis).toBeUndefined();
  });

  it('says where a minimum is a stretch, free, in more places than it lists, or not certain', () => {
    expect(ofFormula('max(0, abs(x-0.5)-0.1)').region!.lo[0]).toBeCloseTo(0.4, 9);
    expect(ofFormula('x1 + x3').free).toEqual(['x2']);
    expect(ofFormula('sin(1000*x)')).toMatchObject({ value: -1, more: true, certified: true });
    const open = ofFormula('sin(2*x)/x');
    expect(open).toMatchObject({ more: true, certified: false });
    expect(open.gap).toBeCloseTo(open.value, 9);
    expect(ofFormula('x^2/x', '--space', 'x -1 1').gap).toBeNull();
  });

  it('takes a formula that begins with a sign, and options on either side', () => {
    expect(ofFormula('-x^2')).toMatchObject({ value: -1, at: [[1]] });
    expect(ofFormula('--space', 'x 0 2', 'x').at).toEqual([[0]]);
    expect(ofFormula('--space', 'x -2 -1', '--', '-x').at).toEqual([[-1]]);
  });

  it('with --diagnose has verdicts whose witnesses have the values that are said', () => {
    const text = '(x - y)^2 + 0.3*cos(9*x*y)';
    const { diagnosis } = ofFormula(text, '--diagnose');
    const { value } = getObjective('formula').create({ formula: text, space: '' });
    const { a, b, c } = diagnosis!.unimodal.witness!;
    const { corners, axes } = diagnosis!.separable.witness!;
    for (const spot of [a, b, c, ...corners, ...diagnosis!.minima.places])
      expect(value(spot.x)).toBeCloseTo(spot.value, 12);
    expect(b.value).toBeGreaterThan(Math.max(a.value, c.value));
    expect(axes).toEqual(['x', 'y']);
    expect(diagnosis!.minima.atLeast).toBe(true);
    const bowl = ofFormula('(x - 0.3)^2', '--diagnose').diagnosis!;
    expect([bowl.unimodal.holds, bowl.convex.holds, bowl.minima.count]).toEqual(['yes', 'yes', 1]);
    expect(bowl.lipschitz.atLeast).toBeLessThanOrEqual(1.4);
  });

  it.each<[string, string[], RegExp]>([
    ['a formula that cannot be read', ['2*x + foo(x)'], /“foo” at character 7 is not known/],
    ['a domain that cannot be read', ['x', '--space', 'x log 0 1'], /at character 7 of the domain/],
    ['a formula without a minimum', ['log(x)'], /falls to −∞ at x = 0/],
    ['no formula', [], /formula needs one/],
    ['two formulas', ['x', 'x^2'], /Unexpected “x\^2”/],
    ['an option that is none', ['x', '--budgets', '3'], /--budgets/],
  ])('refuses %s in one sentence', async (_, args, sentence) => {
    const [code, out, err] = await run('formula', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
    expect(err).toMatch(/^[^\n]+\.\n$/);
  });
});

describe('sim diagnose', () => {
  const of = (...args: string[]) =>
    diagnoseReport(args) as Report & { objective: { id: string; params: object } };

  it('does so for any problem, with its settings and its noise', () => {
    const report = of('--objective', 'morph', '--set', 'objective.ripple=0.2', '--noise', '0.1');
    expect(report.objective).toMatchObject({ id: 'morph', params: { ripple: 0.2 } });
    expect(report.diagnosis).toMatchObject({
      unimodal: { holds: 'no' },
      noise: { kind: 'gaussian', sd: 0.1 },
    });
    const bowl = of('--objective', 'morph').diagnosis!;
    // It is known to have one valley.
    expect(bowl.minima).toMatchObject({ count: 1, atLeast: false });
    expect(of('--formula', 'x*y').diagnosis!.separable.holds).toBe('no');
  });

  it.each<[string, string[], RegExp]>([
    ['no problem', [], /diagnose needs --objective ID/],
    ['an unknown one', ['--objective', 'brainin'], /“brainin”\. Known: /],
    [
      'two problems',
      ['--objective', 'branin', '--formula', 'x'],
      /one of --objective, --formula and --table/,
    ],
    ['an unknown setting', ['--objective', 'morph', '--set', 'objective.x=1'], /no setting “x”/],
  ])('refuses %s in one sentence', async (_, args, sentence) => {
    const [code, out, err] = await run('diagnose', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
    expect(err).toMatch(/^[^\n]+\.\n$/);
  });
});
