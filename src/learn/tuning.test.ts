import { describe, expect, it } from 'vitest';
import { scenarioOf } from './counting.ts';
import { problemIn } from './lost.ts';
import { placedLab, readPlaces, writePlaces } from './placements.ts';
import { lowestOf, seedsAt, settingsOf } from './seeds.ts';
import { reportsAt, winnersIn } from './winners.ts';

const TWELVE = 'objective=mlp-digits&strategies=random&budget=12&seed=4';

describe('points that a reader has placed', () => {
  const points = [
    [0.01, 1e-6],
    [0.5, 3],
  ];
  it('are read as they were written', () => {
    expect(readPlaces(writePlaces(points), 2)).toEqual(points);
  });
  it.each([undefined, '', 3, 'nonsense', '1,2;3', '1,2;x,4'])('are none: %s', (text) => {
    expect(readPlaces(text, 2)).toBeUndefined();
  });
  it('take the place of what a link ran', () => {
    expect(placedLab(TWELVE, points)).toBe(
      'objective=mlp-digits&budget=12&seed=4&strategies=manual&manual.points=0.01,0.000001;0.5,3',
    );
  });
  it('stand before what a link ran, where that stays', () => {
    const five = 'objective=mlp-digits&strategies=grid,random&budget=12&seed=4&t=12';
    const lab = placedLab(five, points, true);
    expect(lab).toBe(
      'objective=mlp-digits&budget=12&seed=4&t=12&strategies=manual,grid,random&manual.points=0.01,0.000001;0.5,3',
    );
    const [alone, together] = [five, lab].map((one) => scenarioOf(one.replace('&t=12', '')));
    expect(together.strategies[0]).toMatchObject({ id: 'manual', params: { points } });
    expect(together.strategies.slice(1)).toEqual(alone.strategies);
    expect(placedLab('strategies=grid&budget=12', points, true)).toMatch(
      /^&?budget=12&strategies=manual,grid&/,
    );
    expect(placedLab('budget=12', points, true)).toMatch(/&strategies=manual&/);
  });
  it('are tried where they are, with noise that the measured seeds have, the same every time', () => {
    const tried = settingsOf(TWELVE, points);
    expect(tried.map(({ x }) => x)).toEqual(points);
    for (const { seen, seeds } of tried)
      expect(Math.min(...seeds.map((seed) => Math.abs(seed - seen)))).toBeLessThan(1e-12);
    expect(settingsOf(TWELVE, points)).toEqual(tried);
  });
});

describe('seeds of a setting', () => {
  it('are as many as were measured, and their mean is the true value', () => {
    for (const [objective, x, count] of [
      ['ridge-diabetes', [1], 5],
      ['mlp-digits', [0.01, 1e-4], 3],
    ] as const) {
      const problem = problemIn(`objective=${objective}`);
      const seeds = seedsAt(problem, [...x]);
      expect(seeds).toHaveLength(count);
      expect(seeds.reduce((a, b) => a + b) / count).toBeCloseTo(problem.value([...x]), 9);
    }
  });
  it('are refused where none were measured', () => {
    expect(() => seedsAt(problemIn('objective=branin'), [0, 0])).toThrow(/measured/);
  });
  it('say of the chapter’s twelve that another one was truly better', () => {
    const settings = settingsOf(TWELVE);
    expect(lowestOf(settings, 'seen')).toBe(0);
    expect(lowestOf(settings, 'true')).toBe(4);
  });
});

it('what is handed in is what looked best, whatever it is worth', () => {
  const run = winnersIn({ y: [3, 1, 2], value: [2.5, 2, 1], best: [2.5, 2, 1], flags: [0, 0, 0] } as never);
  expect([...run.reported]).toEqual([3, 1, 1]);
  expect([...run.worth]).toEqual([2.5, 2, 2]);
  expect(reportsAt([run], 1)).toMatchObject({ tooLow: 0, wrong: 0, by: -0.5 });
  expect(reportsAt([run], 3)).toMatchObject({ tooLow: 1, wrong: 1, by: 1 });
});
