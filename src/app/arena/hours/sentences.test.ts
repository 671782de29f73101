import { describe, expect, it } from 'vitest';
import { schedule, type ScheduledTrial, type ScheduleOptions } from '#core/study/schedule.ts';
import { sentences, thoughtText, useOf } from './sentences.ts';

const one = Array.from({ length: 8 }, (_, i) => i);
const pairs = one.map((i) => i >> 1);
const made = (batches: readonly number[], values: readonly number[], options: Partial<ScheduleOptions>) => {
  const trials = batches.map((batch, i): ScheduledTrial => ({ batch, unit: [0.5], value: values[i] }));
  return schedule(trials, { machines: 4, hours: new Float64Array(batches.length).fill(1), ...options });
};
const down = one.map((i) => 8 - i);
const flat = one.map((i) => (i === 0 ? 5 : 6));
/** A design, a search and something between on so many machines. */
const three = (options: Partial<ScheduleOptions> = {}) => [
  { label: 'Design', schedule: made(one, flat, { oblivious: true, ...options }) },
  { label: 'Search', schedule: made(one, down, options) },
  { label: 'Pairs', schedule: made(pairs, flat, options) },
];
const said = (given: Parameters<typeof sentences>[0]) => sentences(given, (best) => best - 0.5);

describe('how machines are used', () => {
  it('is read off the schedule', () => {
    expect(three().map((all) => useOf(all.schedule))).toEqual(['full', 'single', 'between']);
    expect(three({ machines: 1 }).map((all) => useOf(all.schedule))).toEqual(['alone', 'alone', 'alone']);
    expect(three({ machines: 8 }).map((all) => useOf(all.schedule))).toEqual(['atOnce', 'single', 'between']);
    // Pairs fill two machines: what counts is the schedule, not the strategy.
    expect(three({ machines: 2 }).map((all) => useOf(all.schedule))).toEqual(['full', 'single', 'full']);
  });
  it('by a design that must think longer than it trains, is one machine at a time', () => {
    expect(useOf(made(one, flat, { oblivious: true, thinking: 1.5 }))).toBe('single');
  });
});

describe('what is seen', () => {
  it('is said for machines that are filled, one at a time, and between', () => {
    expect(said(three())).toEqual([
      'With 4 machines, Design (2 h) keeps all of them busy while there are trials left.',
      'Search (8 h) uses one machine at a time; of 4 machines, 3 stand idle.',
      'In between, on average: Pairs (2 of 4 machines busy, 4 h).',
      'Training costs all of them the same 8 machine-hours.',
      'First to be done: Design, after 2 h; last: Search, after 8 h.',
      'After 2 h the lowest regret is 4.5, found by Design and Pairs.',
      'When all are done, it is 0.5, found by Search.',
    ]);
  });
  it('changes with the machines', () => {
    expect(said(three({ machines: 1 }))).toEqual([
      'With one machine, every strategy trains one trial after another: Design (8 h), Search (8 h), and Pairs (8 h).',
      'Training costs all of them the same 8 machine-hours.',
      'All are done after 8 h.',
      'When all are done, it is 0.5, found by Search.',
    ]);
    expect(said(three({ machines: 8 }))[0]).toBe(
      'Design (1 h) trains all of its trials at once; more machines would change nothing.',
    );
  });
  it('names what differs in cost, and who found nothing', () => {
    const nothing = one.map(() => NaN);
    const given = [
      { label: 'Short', schedule: made([0, 1], nothing, {}) },
      { label: 'Long', schedule: made([0, 1, 2], nothing, {}) },
    ];
    expect(said(given)).toContain('Training costs 2 to 3 machine-hours.');
    expect(said(given)).toContain('Nothing feasible has been found by then.');
  });
  it('tells of thinking that can be seen, and how little the rest is', () => {
    expect(said(three({ thinking: 0.25 })).at(-1)).toBe('Thinking takes every strategy 2 h in all.');
    const [design, search] = three();
    const thinker = { label: 'Thinker', schedule: made(one, down, { thinking: 0.5 }) };
    expect(said([design, search, thinker]).at(-1)).toBe('Thinking takes, in all: Thinker (4 h).');
    const quick = { label: 'Quick', schedule: made(one, down, { thinking: 0.001 / 3600 }) };
    expect(said([design, quick]).at(-1)).toBe(
      'Thinking takes at most 8 ms in all, too little to be seen on this axis.',
    );
    expect(said(three()).some((sentence) => sentence.startsWith('Thinking'))).toBe(false);
  });
  it('is nothing without trials', () => {
    expect(said([{ label: 'None', schedule: made([], [], {}) }])).toEqual([]);
  });
});

it('thinking is said in units that fit', () => {
  expect([0, 2, 0.05, 0.001, 1e-6].map(thoughtText)).toEqual(['0 h', '2 h', '0.05 h', '3.6 s', '3.6 ms']);
});
