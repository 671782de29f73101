import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run } from '../run.ts';
import { readScenario } from '../scenario.ts';
import { schedule, scheduledTrials, trainingHours, type ScheduledTrial } from './schedule.ts';

const trials = (batches: readonly number[], values: readonly number[] = []): ScheduledTrial[] =>
  batches.map((batch, i) => ({ batch, unit: [i / batches.length], value: values[i] ?? i }));
const bars = (made: ReturnType<typeof schedule>) =>
  made.bars.map(({ machine, start, end }) => [machine, start, end]);

describe('a schedule by hand', () => {
  const hours = [3, 1, 2, 2, 1];

  it('of an oblivious strategy fills the machines', () => {
    const made = schedule(trials([0, 1, 2, 3, 4], [5, 4, 9, 1, 2]), { machines: 2, hours, oblivious: true });
    expect(bars(made)).toEqual([
      [0, 0, 3],
      [1, 0, 1],
      [1, 1, 3],
      [0, 3, 5],
      [1, 3, 4],
    ]);
    expect(made).toMatchObject({ makespan: 5, machineHours: 9, idle: 1 - 9 / 10, thinking: 0 });
    expect(made.progress).toEqual([
      { trial: 1, hours: 1, machineHours: 2, best: 4 },
      { trial: 0, hours: 3, machineHours: 6, best: 4 },
      { trial: 2, hours: 3, machineHours: 6, best: 4 },
      { trial: 4, hours: 4, machineHours: 8, best: 2 },
      { trial: 3, hours: 5, machineHours: 9, best: 1 },
    ]);
  });

  it('follows the point that would be deployed where that is asked for', () => {
    const observed = trials([0, 1, 2, 3, 4], [5, 4, NaN, 1, 2]).map((trial, i) => ({
      ...trial,
      y: [3, 6, 0, 9, 2][i],
    }));
    const followed = (judged: 'tried' | 'deployed') =>
      schedule(observed, { machines: 2, hours, oblivious: true, judged }).progress.map(({ best }) => best);
    // Back in the order 2, 1, 3 (not feasible), 5, 4.
    expect(followed('deployed')).toEqual([4, 5, 5, 2, 2]);
    expect(followed('tried')).toEqual([4, 4, 4, 2, 1]);
  });

  it('of a sequential one leaves all machines but one idle', () => {
    const made = schedule(trials([0, 1, 2, 3, 4]), { machines: 2, hours, thinking: 0.5 });
    expect(made.bars.map(({ machine, start }) => [machine, start])).toEqual([
      [0, 0.5],
      [0, 4],
      [0, 5.5],
      [0, 8],
      [0, 10.5],
    ]);
    expect(made.thoughts.map(({ start, end }) => [start, end])).toEqual([
      [0, 0.5],
      [3.5, 4],
      [5, 5.5],
      [7.5, 8],
      [10, 10.5],
    ]);
    expect(made).toMatchObject({ makespan: 11.5, machineHours: 9, thinking: 2.5, idle: 1 - 9 / 23 });
  });

  it('of batches waits for the slowest of each', () => {
    const made = schedule(trials([0, 0, 0, 1, 1]), { machines: 2, hours, thinking: 0.25 });
    expect(bars(made)).toEqual([
      [0, 0.75, 3.75],
      [1, 0.75, 1.75],
      [1, 1.75, 3.75],
      [0, 4.25, 6.25],
      [1, 4.25, 5.25],
    ]);
    // A batch of n takes n times as long to think of.
    expect(made.thoughts).toEqual([
      { start: 0, end: 0.75 },
      { start: 3.75, end: 4.25 },
    ]);
  });

  it('thinks of oblivious trials one by one while others train', () => {
    const made = schedule(trials([0, 0, 0]), { machines: 3, hours: [4, 4, 4], thinking: 1, oblivious: true });
    expect(made.bars.map(({ start }) => start)).toEqual([1, 2, 3]);
    expect(made.thoughts).toEqual([{ start: 0, end: 3 }]);
  });

  it('knows nothing of values that failed, and is empty without trials', () => {
    const made = schedule(trials([0, 1, 2], [NaN, 3, NaN]), { machines: 1, hours: [1, 1, 1] });
    expect(made.progress.map(({ best }) => best)).toEqual([NaN, 3, 3]);
    expect(schedule([], { machines: 4, hours: [] })).toMatchObject({
      makespan: 0,
      idle: 0,
      bars: [],
      thoughts: [],
      progress: [],
    });
  });

  it.each([
    [{ machines: 0, hours: [1] }, /0 machines were given/],
    [{ machines: 1.5, hours: [1] }, /1.5 machines/],
    [{ machines: 1, hours: [] }, /Trial 1 takes undefined hours/],
    [{ machines: 1, hours: [0] }, /Trial 1 takes 0 hours/],
    [{ machines: 1, hours: [1], thinking: -1 }, /Thinking takes -1 hours/],
  ])('refuses %j', (options, message) => {
    expect(() => schedule(trials([0]), options)).toThrow(message);
  });
});

describe('every schedule', () => {
  const cases = fc
    .array(fc.record({ same: fc.boolean(), hours: fc.double({ min: 0.01, max: 50, noNaN: true }) }), {
      minLength: 1,
      maxLength: 40,
    })
    .map((list) => {
      let batch = 0;
      return {
        batches: list.map(({ same }) => (same ? batch : ++batch)),
        hours: list.map((one) => one.hours),
      };
    });
  const any = {
    machines: fc.integer({ min: 1, max: 9 }),
    oblivious: fc.boolean(),
    thinking: fc.constantFrom(0, 0.3),
  };

  it('keeps every hour, overlaps on no machine, and respects the barriers', () => {
    fc.assert(
      fc.property(cases, fc.record(any), ({ batches, hours }, options) => {
        const given = trials(batches);
        const made = schedule(given, { ...options, hours });
        const total = hours.reduce((sum, one) => sum + one, 0);
        expect(made.machineHours).toBeCloseTo(total, 8);
        expect(made.progress.at(-1)!.machineHours).toBeCloseTo(total, 8);
        for (const { hours: at, machineHours } of made.progress) {
          const trained = made.bars.map(({ start, end }) => Math.max(0, Math.min(end, at) - start));
          expect(machineHours).toBeCloseTo(
            trained.reduce((sum, one) => sum + one, 0),
            8,
          );
        }
        const thought = made.thoughts.reduce((sum, { start, end }) => sum + end - start, 0);
        expect(thought).toBeCloseTo(made.thinking, 8);
        expect(made.progress.map(({ trial }) => trial).sort((a, b) => a - b)).toEqual(given.map((_, i) => i));
        for (let machine = 0; machine < options.machines; machine++) {
          const mine = made.bars.filter((bar) => bar.machine === machine);
          mine.forEach((bar, i) => expect(bar.start).toBeGreaterThanOrEqual(i > 0 ? mine[i - 1].end : 0));
        }
        for (const bar of made.bars) {
          const earlier = options.oblivious
            ? []
            : made.bars.filter(({ trial }) => batches[trial] < batches[bar.trial]);
          for (const other of earlier) expect(bar.start).toBeGreaterThanOrEqual(other.end);
        }
        // Graham’s bounds: no schedule is faster than these.
        expect(made.makespan).toBeGreaterThanOrEqual(total / options.machines - 1e-9);
      }),
    );
  });

  it('on one machine takes the sum of all hours, thinking aside', () => {
    fc.assert(
      fc.property(cases, fc.boolean(), ({ batches, hours }, oblivious) => {
        const made = schedule(trials(batches), { machines: 1, hours, oblivious });
        expect(made.makespan).toBeCloseTo(
          hours.reduce((sum, one) => sum + one, 0),
          8,
        );
        expect(made.idle).toBeCloseTo(0, 10);
      }),
    );
  });
});

describe('training times', () => {
  const many = trials(Array.from({ length: 20_000 }, (_, i) => i));
  it('are constant, or log-normal about their median', () => {
    expect(trainingHours(trials([0, 1]), { median: 2, sigma: 0 }, [1])).toEqual(Float64Array.of(2, 2));
    const logs = trainingHours(many, { median: 3, sigma: 0.5 }, [1]).map((h) => Math.log(h / 3));
    const mean = logs.reduce((sum, z) => sum + z, 0) / logs.length;
    const variance = logs.reduce((sum, z) => sum + z * z, 0) / logs.length;
    // Four standard errors.
    expect(Math.abs(mean)).toBeLessThan((4 * 0.5) / Math.sqrt(20_000));
    expect(Math.abs(variance / 0.25 - 1)).toBeLessThan(4 * Math.sqrt(2 / 20_000));
  });
  it('grow along an axis, about the middle of its range', () => {
    const three = [0, 0.5, 1].map((u) => ({ unit: [0.9, u] }));
    const [low, middle, high] = trainingHours(
      three,
      { median: 2, sigma: 0, longer: { axis: 1, slope: 3 } },
      [1],
    );
    expect(middle).toBe(2);
    expect(high / low).toBeCloseTo(Math.exp(3), 10);
  });
  it('are the same luck for the same label, whatever the points', () => {
    const model = { median: 1, sigma: 1 };
    expect(trainingHours(trials([0, 0, 0]), model, [1, 2])).toEqual(
      trainingHours(trials([0, 1, 2]), model, [1, 2]),
    );
    expect(trainingHours(trials([0]), model, [1, 2])).not.toEqual(trainingHours(trials([0]), model, [1, 3]));
  });
  it('refuse what has no meaning', () => {
    expect(() => trainingHours(trials([0]), { median: 0, sigma: 0 }, [])).toThrow(/expected > 0/);
    expect(() => trainingHours(trials([0]), { median: 1, sigma: -1 }, [])).toThrow(/expected ≥ 0/);
    const beyond = { median: 1, sigma: 0, longer: { axis: 1, slope: 1 } };
    expect(() => trainingHours(trials([0]), beyond, [])).toThrow(/Axis 1 was given; expected 0 … 0/);
  });
});

it('strategies on eight machines: a design fills them, batches lie between, bisection waits', () => {
  const ids = ['random', 'k-section', 'binary'];
  const { scenario } = readScenario({ objective: 'quadratic', budget: 24, strategies: ids });
  const idle = run(scenario).traces.map((trace) => {
    const given = scheduledTrials(trace.trials);
    const hours = new Float64Array(24).fill(1);
    return schedule(given, { machines: 8, hours, oblivious: trace.strategy.id === 'random' }).idle;
  });
  expect(idle[0]).toBe(0);
  expect(idle[1]).toBeGreaterThan(idle[0]);
  expect(idle[2]).toBeGreaterThan(idle[1]);
});
