/** The lit lines of binary search are those of its rule, in step with the clock. */
import { expect, it } from 'vitest';
import { run } from '#core/run.ts';
import { scenarioOf } from '../../../learn/counting.ts';
import { litLine } from './lit-line.ts';

function litOf(lab: string): (string | undefined)[] {
  const scenario = scenarioOf(lab);
  const { trials } = run(scenario).traces[0];
  return Array.from({ length: trials.length + 1 }, (_, t) => litLine('binary', trials, t, scenario.budget));
}
const FACE = 'objective=face-detector&budget=6&seed=1&strategies=binary';

it.each(['golden', 'fibonacci'])('%s trains one new probe a cut', (rule) => {
  expect(litOf(`${FACE}&binary.rule=${rule}`)).toEqual([
    'bracket',
    'first',
    'second',
    'cut probe',
    'cut probe',
    'cut probe',
    'return',
  ]);
});

it.each(['bisection', 'ternary'])('%s trains a new pair a cut', (rule) => {
  expect(litOf(`${FACE}&binary.rule=${rule}`)).toEqual([
    'bracket',
    'first',
    'second',
    'cut first',
    'second',
    'cut first',
    'return',
  ]);
});

it('says when another knob has its turn', () => {
  const lit = litOf('objective=morph-2d&budget=10&seed=1&strategies=binary');
  expect(lit.slice(0, 9)).toEqual([
    'bracket',
    'first',
    'second',
    'cut probe',
    'cut probe',
    'knob cut first',
    'second',
    'cut probe',
    'cut probe',
  ]);
});
