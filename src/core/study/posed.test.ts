import { expect, it } from 'vitest';
import { defaults } from '../params.ts';
import { getObjective, objectives } from '../objectives/index.ts';
import { dimensionSetting, dimensionsOf, posed, usualName, type Asked } from './posed.ts';
import { readStudy } from './read-study.ts';
import { typicalRegret } from './statistics/index.ts';
import { SUITES, type ProblemSketch, type SuiteId } from './suites.ts';

const suites = Object.keys(SUITES) as SuiteId[];
function problemsOf(entries: readonly (string | ProblemSketch)[], asked: Asked) {
  const read = readStudy({ problems: posed(entries, asked), strategies: ['random'] });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.study.problems;
}
const sizes = (entries: readonly (string | ProblemSketch)[], dimensions: number) =>
  problemsOf(entries, { dimensions }).map(({ name, objective }) => `${name}: ${dimensionsOf(objective)}`);

it('is the study as it stands where nothing is asked', () => {
  const entries = ['unimodal', 'branin', { objective: { id: 'ackley' }, name: 'mine' }];
  expect(posed(entries, {})).toBe(entries);
});

it('problems of a suite are called what they are', () => {
  for (const suite of suites)
    for (const { name } of problemsOf([suite], {})) {
      const { objective, noise } = problemsOf([suite], {}).find((one) => one.name === name)!;
      expect(usualName(objective, noise)).toBe(name);
    }
});

it('gives the number of hyperparameters to every problem that has the setting, and leaves the others', () => {
  expect(sizes(['unimodal'], 8)).toEqual([
    'quadratic: 1',
    'skewed-u: 1',
    'cliff: 1',
    'rotated-quadratic: 2',
    'bbob-f1-8d: 8',
    'bbob-f5-8d: 8',
    'bbob-f14-8d: 8',
  ]);
  // Two that differ in their number only come to the same.
  expect(sizes(['low-effective-dimension'], 12)).toEqual([
    'important-unimportant: 2',
    ...['quadratic', 'forrester', 'branin', 'six-hump-camel'].map((name) => `${name}-in-12d: 12`),
  ]);
  // Of a reader's own entries, too, whatever they said.
  const mine = { objective: { id: 'levy', params: { dimension: 7 } }, name: 'mine' };
  expect(sizes(['ackley', mine], 3)).toEqual(['ackley: 3', 'mine: 3']);
});

it.each(objectives.map(({ id }) => id))('“%s” has the number, or the nearest that it can have', (id) => {
  const own = dimensionsOf({ id, params: defaults(getObjective(id).params) });
  const setting = dimensionSetting(id);
  for (const dimensions of [1, 2, 5, 20]) {
    const [{ objective }] = problemsOf([id], { dimensions });
    const least = Math.max(setting?.min ?? own, id === 'embed' ? 2 : 1);
    expect(dimensionsOf(objective)).toBe(setting ? Math.max(least, dimensions) : own);
    if (setting) expect(objective.params.dimension).toBe(dimensionsOf(objective));
  }
});

it('noise is a share of what a random point has to gain, in each problem’s own units; none is none', () => {
  for (const { objective, noise } of problemsOf(['noisy', 'measured', 'rosenbrock'], { noise: 0.05 })) {
    expect(noise.kind).toBe('gaussian');
    const { sd } = noise as { sd: number };
    expect(sd / typicalRegret(objective)).toBeCloseTo(0.05, 3);
  }
  const quiet = problemsOf(['noisy', 'measured'], { noise: 0 });
  expect(quiet.map(({ noise }) => noise.kind)).toEqual(quiet.map(() => 'none'));
  expect(quiet[0].name).toBe('quadratic');
});

it('every suite can be asked for with any number and any noise', () => {
  for (const dimensions of [1, 3, 20])
    expect(problemsOf(suites, { dimensions, noise: 1 }).length).toBeGreaterThan(20);
});

it('leaves what is not known to whoever reads the study', () => {
  expect(
    readStudy({ problems: posed(['nowhere'], { dimensions: 3 }), strategies: ['random'] }),
  ).toMatchObject({
    problems: [{ key: 'problem.study-unknown' }],
  });
});
