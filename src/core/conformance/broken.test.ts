/** The checks can fail: strategies that are broken in one way each, and the check that notices. */
import { describe, expect, it } from 'vitest';
import { problemOf } from '../run.ts';
import { stream } from '../rng.ts';
import { integer, real } from '../space.ts';
import { problem } from '../testing.ts';
import {
  say,
  type Problem,
  type Proposal,
  type Search,
  type SearchContext,
  type StepView,
  type Strategy,
} from '../types.ts';
import { caseScenario } from './cases.ts';
import { complaints, counted, expectContract, expectDeterministic, notPlain, observe } from './contract.ts';
import { expectCloseChoices, expectSameChoices, flaky, INCREASING, single } from './invariance.ts';
import { alone, drawsOf, interleaved } from './streams.ts';

/** They stand in for this one, whose name is known to readers of trace files. */
const scenario = caseScenario({ objective: 'branin', budget: 12, strategies: ['random'] });
const branin = () => counted(problemOf(scenario));

const make = (search: (context: SearchContext) => Search, more: Partial<Strategy> = {}): Strategy => ({
  id: 'random',
  params: {},
  source: 'this test',
  search,
  ...more,
});
const at = (unit: readonly number[], more: Partial<Proposal> = {}): Proposal => ({
  unit,
  why: say('random.draw'),
  ...more,
});
const drawn = (dim: number, next: () => number) => Array.from({ length: dim }, next);

/** Nothing is wrong with this one: a walk from the best point so far. */
const sound = make(function* ({ dim, stream }) {
  const { next } = stream('walk');
  let [best] = yield at(drawn(dim, next));
  for (;;) {
    const [tried] = yield at(best.unit.map((u) => 0.7 * u + 0.3 * next()));
    if (tried.y < best.y) best = tried;
  }
});

describe('a sound strategy passes', () => {
  it('the contract', () => {
    expect(expectContract(scenario, branin(), sound).trials).toHaveLength(12);
    expectContract(scenario, counted(flaky(branin())), sound);
    expectDeterministic(scenario, branin, sound, expectContract(scenario, branin(), sound));
  });
  it('the transforms', () => {
    for (const transform of Object.values(INCREASING)) {
      expectSameChoices(scenario, () => single(branin()), transform, sound);
    }
    expectCloseChoices(scenario, branin, (y) => 3 * y - 1, 0, sound);
  });
});

describe('the contract is broken by a strategy that', () => {
  const broken: [string, (target: Problem) => Strategy, RegExp][] = [
    [
      'leaves the cube',
      () =>
        make(function* ({ dim }) {
          for (let u = 0; ; u += 0.3) yield at(drawn(dim, () => u));
        }),
      /not in the unit cube/,
    ],
    [
      'computes a point that is no number',
      () =>
        make(function* ({ dim }) {
          for (let zero = 0; ;) yield at(drawn(dim, () => zero / zero));
        }),
      /not in the unit cube/,
    ],
    [
      'evaluates behind the run loop’s back',
      ({ value, space }) =>
        make(function* ({ dim, stream }) {
          const { next } = stream('draws');
          for (;;) {
            const [a, b] = [drawn(dim, next), drawn(dim, next)];
            yield at(value(space.toReal(a)) < value(space.toReal(b)) ? a : b);
          }
        }),
      /evaluations: expected 38 to be 12/,
    ],
    [
      'computes with the infinity that a failure is',
      () =>
        make(function* ({ dim }) {
          let [previous] = yield at(drawn(dim, () => 0.5));
          for (;;) {
            const share = previous.y / (1 + Math.abs(previous.y));
            [previous] = yield at(drawn(dim, () => Math.abs(share)));
          }
        }),
      /not in the unit cube/,
    ],
    [
      'says a number that is none',
      () =>
        make(function* () {
          yield at([0.5, 0.5], { why: say('random.draw', { mean: 0 / 0 }) });
        }),
      /trials\[0\]\.why\.values\.mean is NaN/,
    ],
    [
      'shows a number that is none',
      () =>
        make(function* () {
          const view = { kind: 'step', from: [0.5, NaN], axis: null, step: 1 } satisfies StepView;
          yield at([0.5, 0.5], { view });
        }),
      /trials\[0\]\.view\.from\[1\] is NaN/,
    ],
    [
      'closes with infinity',
      () =>
        make(function* () {
          yield at([0.5, 0.5]);
          return { why: say('random.draw', { score: -Infinity }) };
        }),
      /closing\.why\.values\.score is -Infinity/,
    ],
    [
      'shows an array that only the engine has',
      () =>
        make(function* () {
          const mean = Float64Array.of(0.5, 0.5) as unknown as number[];
          yield at([0.5, 0.5], { view: { kind: 'gaussian', mean, covariance: [1, 0, 0, 1] } });
        }),
      /view\.mean is a Float64Array/,
    ],
    [
      'shows a point of another space',
      () =>
        make(function* () {
          yield at([0.5, 0.5], { view: { kind: 'step', from: [0.5], axis: null, step: 1 } });
        }),
      /trace file/,
    ],
    [
      'goes on changing what it has shown',
      () =>
        make(function* () {
          const levels = [[0.1], [0.1]];
          for (let i = 0; i < 9; i++) {
            yield at([i / 9, 0.5], { view: { kind: 'lattice', levels } });
            levels[0].push(0.5);
          }
        }),
      /not changed later/,
    ],
  ];

  it.each(broken)('%s', (_, of, message) => {
    const target = branin();
    expect(() => {
      expectContract(scenario, target, of(target));
      expectContract(scenario, counted(flaky(target)), of(target));
    }).toThrow(message);
  });

  it.each<[string, () => Strategy]>([
    [
      'takes its luck from the engine',
      () =>
        make(function* ({ dim }) {
          for (;;) yield at(drawn(dim, Math.random));
        }),
    ],
    [
      'remembers another run',
      () => {
        let runs = 0;
        return make(function* ({ dim }) {
          runs += 1;
          for (;;) yield at(drawn(dim, () => 1 / runs));
        });
      },
    ],
  ])('does something else the second time: %s', (_, of) => {
    const strategy = of();
    const trace = expectContract(scenario, branin(), strategy);
    expect(() => expectDeterministic(scenario, branin, strategy, trace)).toThrow(/the same run again/);
  });
});

describe('a trace that a broken run loop would make', () => {
  const space = problem([real('x', -2, 2), integer('n', 1, 5)], ([x, n]) => x * x + n);
  const { trace } = observe(scenario, space, sound);
  type Mutable = typeof trace & { trials: { [key: string]: unknown }[] };

  it('as it is, has nothing wrong with it', () => expect(complaints(trace, scenario, space)).toEqual([]));

  it.each<[string, (copy: Mutable) => void, RegExp]>([
    ['a trial too few', ({ trials }) => void trials.pop(), /budget: 11 trials and 0 unused of 12/],
    ['part of a trial left', (copy) => (copy.unused = 0.5), /budget/],
    ['a number out of order', ({ trials }) => (trials[4].index = 5), /trial 4: index 5/],
    ['a batch left out', ({ trials }) => (trials[11].batch = 13), /trial 11: batch 13 after 10/],
    ['a value out of range', ({ trials }) => (trials[3].x[0] = 2.5), /trial 3: x\[0\] = 2.5, out of -2 … 2/],
    ['an integer that is none', ({ trials }) => (trials[3].x[1] = 2.5), /trial 3: x\[1\] = 2.5, not whole/],
    [
      'a unit point elsewhere',
      ({ trials }) => (trials[2].unit[0] /= 2),
      /trial 2: unit and x differ along 0/,
    ],
    ['a unit point outside', ({ trials }) => (trials[2].unit[0] = 1.5), /trial 2: unit\[0\] = 1.5/],
    ['no value and no reason', ({ trials }) => (trials[0].y = null), /trial 0: failed without a reason/],
    [
      'a value and a reason',
      ({ trials }) => (trials[0].failure = 'no'),
      /trial 0: has a value and a failure/,
    ],
    ['infeasible for nothing', ({ trials }) => (trials[0].feasible = false), /trial 0: feasible: false/],
    ['a wrong best', ({ trials }) => (trials[9].best! += 1), /trial 9: best/],
    ['a wrong incumbent', ({ trials }) => (trials[9].incumbent = -1), /trial 9: incumbent -1/],
  ])('%s', (_, spoil, message) => {
    const copy = structuredClone(trace) as Mutable;
    spoil(copy);
    expect(complaints(copy, scenario, space).join('\n')).toMatch(message);
  });

  it('values that are not plain', () => {
    const strange = { a: [1, NaN, -Infinity], b: { c: undefined, d: () => 0 }, e: new Map(), f: 1n, g: 'ok' };
    expect([...notPlain(strange, 'it')]).toEqual([
      'it.a[1] is NaN',
      'it.a[2] is -Infinity',
      'it.b.c is undefined',
      'it.b.d is function',
      'it.e is a Map',
      'it.f is bigint',
    ]);
  });
});

describe('what is declared falsely', () => {
  /** Halves its steps when it gets worse by more than some amount in the units of y. */
  const threshold = (amount: number) =>
    make(function* ({ dim, stream }) {
      const { next } = stream('walk');
      let [previous] = yield at(drawn(dim, next));
      for (let step = 0.4; ;) {
        const [tried] = yield at(previous.unit.map((u) => (1 - step) * u + step * next()));
        if (tried.y > previous.y + amount) step /= 2;
        previous = tried;
      }
    });

  it.each(Object.keys(INCREASING).filter((name) => name !== 'a cliff at 0'))(
    'a strategy that minds the units of y, under %s',
    (name) => {
      const check = () =>
        expectSameChoices(scenario, () => single(branin()), INCREASING[name], threshold(20));
      expect(check).toThrow(/deeply equal/);
    },
  );

  it('the same, under a change of units', () => {
    const check = () => expectCloseChoices(scenario, branin, (y) => 1000 * y, 0.01, threshold(20));
    expect(check).toThrow(/trial/);
    const exact = () => expectSameChoices(scenario, branin, (y) => 1024 * y, threshold(20));
    expect(exact).toThrow(/deeply equal/);
  });

  it('a strategy that weighs differences is not one that only compares', () => {
    const weighing = make(function* () {
      const [a] = yield at([0, 0]);
      const [b] = yield at([1, 1]);
      const [c] = yield at([1, 0]);
      for (;;) yield at([Math.min(1, Math.abs((a.y - b.y) / (a.y - c.y))), 0]);
    });
    expectSameChoices(scenario, branin, (y) => 8 * y, weighing);
    expect(() => expectSameChoices(scenario, () => single(branin()), INCREASING.cube, weighing)).toThrow(
      /deeply equal/,
    );
  });
});

describe('shared luck', () => {
  const two = { ...scenario, strategies: [scenario.strategies[0], { id: 'grid', params: {} }] };

  it('is noticed where strategies run side by side', () => {
    expect(interleaved(two, [sound, { ...sound }])).toEqual(alone(two, [sound, { ...sound }]));
    let rng = stream('one for all');
    const sharing = make(function* ({ dim }) {
      rng = stream('one for all');
      for (;;) yield at(drawn(dim, () => rng.next()));
    });
    expect(interleaved(two, [sharing, { ...sharing }])).not.toEqual(alone(two, [sharing, { ...sharing }]));
  });

  it('that is drawn and not used is noticed', () => {
    const wasting = make(function* ({ dim, stream }) {
      const { next } = stream('draws');
      for (;;) yield at(drawn(dim, () => 0 * next()));
    });
    const [one, two] = [1, 2].map((seed) => drawsOf({ ...scenario, seed }, wasting));
    expect(one.draws).toBeGreaterThanOrEqual(24);
    expect(two.points).toEqual(one.points);
  });
});
