/** Moments on the stage: of real runs, as they come in. */
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { signOf } from '#charts/stepped/moment-marks.ts';
import { MOMENT_KINDS } from '#core/moments/index.ts';
import { problemOf, run } from '#core/run.ts';
import { readScenario } from '#core/scenario.ts';
import type { Trace } from '#core/types.ts';
import { setLanguage } from '../../i18n/index.svelte.ts';
import { Clock } from './clock.svelte.ts';
import { StageMoments } from './moments.svelte.ts';
import { RunState } from '../runs.svelte.ts';
import type { Staged } from '../staged.ts';

vi.stubGlobal('document', { documentElement: {} });
setLanguage('en');

const TAUGHT = ['babysit', 'grid', 'binary', 'random', 'bayes'];

/** @param upTo trials that have come in; all of them by default */
function staged(raw: object, upTo: number | Record<string, number> = Infinity) {
  const { scenario } = readScenario(raw);
  const runs: Record<string, RunState> = {};
  const give = (trace: Trace, trials: number) => {
    const state = (runs[trace.strategy.id] ??= new RunState(trace.strategy, trace.strategy.id));
    state.change({ trials: trace.trials.slice(0, trials) });
    if (trials >= trace.trials.length) state.change({ trace });
  };
  const { traces } = run(scenario);
  for (const trace of traces)
    give(trace, typeof upTo === 'number' ? upTo : (upTo[trace.strategy.id] ?? Infinity));
  const clock = new Clock(scenario.budget);
  const lab: Staged = {
    scenario,
    problem: problemOf(scenario),
    runs,
    clock,
    replayed: null,
    retry: () => {},
  };
  return { lab, clock, arrive: (trials: number) => traces.forEach((trace) => give(trace, trials)) };
}

async function within(
  lab: Staged,
  check: (moments: StageMoments) => void,
  revealed?: () => boolean,
  without?: () => { moments: boolean; ranking: boolean },
) {
  let moments!: StageMoments;
  const stop = $effect.root(() => void (moments = new StageMoments(lab, revealed, without)));
  expect([moments.all, moments.captionAt(5), moments.go(1)]).toEqual([[], undefined, false]);
  await moments.bring();
  flushSync();
  check(moments);
  stop();
}

const doubleWell = { objective: 'double-well', seed: 3, budget: 12, strategies: TAUGHT };

describe('moments on the stage', () => {
  it('are said in a caption, from their trial on, until it is long past', async () => {
    const { lab } = staged(doubleWell);
    await within(lab, (moments) => {
      const lost = moments.all.find(({ kind }) => kind === 'lost')!;
      expect(lost).toMatchObject({ strategy: 'binary', trial: 2 });
      const caption = moments.captionAt(2)!;
      expect([caption.text, ...caption.more].join(' ')).toContain('Binary throws the true minimum away');
      expect(moments.captionAt(0)).toBeUndefined();
      const last = moments.byTrial.at(-1)!.trial;
      expect(moments.captionAt(last + 3)?.trial).toBe(last);
      expect(moments.captionAt(last + 4)).toBeUndefined();
    });
  });

  it('tell nobody who leads where the ranking is hidden, and nothing where they are', async () => {
    const { lab } = staged(doubleWell);
    let without = { moments: false, ranking: true };
    const told = () => without;
    await within(
      lab,
      (moments) => {
        const kinds = new Set(moments.all.map(({ kind }) => kind));
        expect([kinds.has('leader'), kinds.has('lost')]).toEqual([false, true]);
        without = { moments: true, ranking: false };
      },
      undefined,
      told,
    );
    await within(
      lab,
      (moments) =>
        expect([moments.all, moments.marks(12), moments.captionAt(2)]).toEqual([[], [], undefined]),
      undefined,
      told,
    );
  });

  it('stand as marks up to a trial, one for each that has any; all of what happened is said', async () => {
    const { lab } = staged(doubleWell);
    await within(lab, (moments) => {
      const marks = moments.marks(5);
      expect(marks.map(({ trial }) => trial)).toEqual(
        [...new Set(moments.all.map(({ trial }) => trial))].filter((trial) => trial <= 5),
      );
      expect(moments.marks(0)).toEqual([]);
      for (const { trial, text, series, kind } of moments.marks(12)) {
        const there = moments.all.filter((moment) => moment.trial === trial);
        expect(text.split('\n')).toHaveLength(1 + there.length);
        expect([series.id, kind]).toEqual([there[0].strategy, there[0].kind]);
      }
    });
  });

  it('are looked for when the clock has left the start: not while runs come in', async () => {
    const { lab } = staged(doubleWell);
    let asked = 0;
    const counting: Staged = {
      ...lab,
      get problem() {
        asked++;
        return lab.problem;
      },
    };
    await within(counting, (moments) => {
      asked = 0;
      expect([moments.marks(0), moments.captionAt(0), asked]).toEqual([[], undefined, 0]);
      expect(moments.marks(12).length).toBeGreaterThan(0);
      expect(asked).toBeGreaterThan(0);
    });
  });

  it('are what keys go to, and where a clock that plays stays longer', async () => {
    const { lab, clock } = staged(doubleWell);
    await within(lab, (moments) => {
      const trials = moments.byTrial.map(({ trial }) => trial);
      const met: number[] = [];
      while (moments.go(1)) met.push(clock.t);
      expect(met).toEqual(trials);
      expect(moments.go(-1)).toBe(true);
      expect(clock.t).toBe(trials.at(-2));
      const quiet = Array.from({ length: 12 }, (_, i) => i + 1).find((trial) => !trials.includes(trial))!;
      expect(moments.beats(trials[0])).toBeGreaterThan(1);
      expect(moments.beats(quiet)).toBe(1);
    });
  });

  it('do not tell where the optimum is while that is a secret', async () => {
    let revealed = $state(false);
    const { lab } = staged(doubleWell);
    await within(
      lab,
      (moments) => {
        expect(moments.all.length).toBeGreaterThan(0);
        expect(moments.all.filter(({ kind }) => kind === 'lost' || kind === 'within')).toEqual([]);
        revealed = true;
        flushSync();
        expect(moments.all.some(({ kind }) => kind === 'lost')).toBe(true);
      },
      () => revealed,
    );
  });

  it('have a sign each, whatever happened', () => {
    for (const kind of MOMENT_KINDS) expect(signOf(kind), kind).not.toBe(signOf('no such kind'));
  });

  it('do not say who leads at trials that some have not come to, nor who led before; what one did alone they do', async () => {
    const raw = { ...doubleWell, seed: 1, budget: 16 };
    const leaderAt = (moments: StageMoments, trial: number) => {
      const caption = moments.captionAt(trial);
      return caption && moments.all.find((one) => one.trial === caption.trial && one.kind === 'leader');
    };
    /** The last trial at which somebody took the lead, with room for what would be said after it. */
    let last = 0;
    await within(staged(raw).lab, (moments) => {
      last = moments.all.findLast(({ kind, trial }) => kind === 'leader' && trial < 14)!.trial;
      expect(leaderAt(moments, last)).toBeDefined();
    });
    expect(last).toBeGreaterThan(1);
    await within(staged(raw, { bayes: last }).lab, (moments) => {
      expect(leaderAt(moments, last)).toBeDefined();
      expect(moments.all.filter(({ kind, trial }) => kind === 'leader' && trial > last)).toEqual([]);
      expect(moments.all.some(({ trial }) => trial > last)).toBe(true);
      const text = (trial: number) => moments.captionAt(trial)?.text ?? '';
      for (let trial = last + 1; trial <= 16; trial++)
        expect(text(trial)).not.toMatch(/\blead|\bahead|takes over/);
    });
  });

  it('come with the trials; those that were there stay', async () => {
    const { lab, arrive } = staged({ ...doubleWell, objective: 'forrester' }, 6);
    await within(lab, (moments) => {
      const before = moments.all.filter(({ trial }) => trial < 6);
      arrive(Infinity);
      flushSync();
      expect(moments.all.filter(({ trial }) => trial < 6)).toEqual(before);
      expect(moments.all.length).toBeGreaterThan(before.length);
    });
  });
});
