/** What is said of runs that the clock has left behind. */
import { flushSync } from 'svelte';
import { expect, it, vi } from 'vitest';
import type { Trial } from '#core/types.ts';
import { setLanguage } from '../i18n/index.svelte.ts';
import { Clock } from './clock/clock.svelte.ts';
import { RunState } from './runs.svelte.ts';
import { awaited, Waiting } from './waiting.svelte.ts';

vi.stubGlobal('document', { documentElement: {} });
setLanguage('en');

const trials = Array.from({ length: 9 }, (_, index) => ({ index }) as Trial);

it('says which trial is being computed, after a while, and nothing of what was stopped or has ended', async () => {
  const run = new RunState({ id: 'bayes', params: {} }, 'one');
  const clock = new Clock(9);
  let waiting!: Waiting;
  const stop = $effect.root(() => void (waiting = new Waiting({ runs: { bayes: run }, clock }, 5)));
  const atOnce = () => {
    flushSync();
    return waiting.of(run, clock.t);
  };
  const soon = (words: string) => vi.waitFor(() => expect(atOnce()).toBe(words));
  expect(atOnce()).toBeUndefined();
  clock.seek(5);
  expect(atOnce(), 'most are there at once').toBeUndefined();
  await soon('Waiting for a free worker');
  run.change({ status: 'running' });
  run.change({ trials: trials.slice(0, 3) });
  expect([atOnce(), awaited(run, 3), awaited(run, 4)]).toEqual(['Computing trial 4 …', false, true]);

  run.change({ trials: trials.slice(0, 5) });
  expect(atOnce()).toBeUndefined();
  clock.seek(8);
  expect(atOnce()).toBeUndefined();
  await soon('Computing trial 6 …');
  run.change({ status: 'cancelled' });
  expect(atOnce()).toBeUndefined();
  run.change({ status: 'done' });
  run.change({ trace: { strategy: run.choice, trials: run.trials, unused: 4 } });
  expect([atOnce(), run.behind(8)]).toEqual([undefined, false]);
  stop();
});
