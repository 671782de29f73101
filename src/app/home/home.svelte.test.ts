/** The front door plays by itself, until the reader takes the wheel. */
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { spawnInProcess } from '#workers/in-process.ts';
import { WorkerPool } from '#workers/pool.ts';
import { Lab } from '../lab/lab.svelte.ts';
import { Formulas } from '../opening/formulas.ts';
import { Opening } from '../opening/opening.ts';
import { FakeFrames } from '../shared/testing.ts';
import { Home } from './home.svelte.ts';
import { STORY_IDS } from './stories.ts';

let home: Home;
let frames: FakeFrames;
let pool: WorkerPool;
function open(still = false) {
  frames = new FakeFrames();
  pool = new WorkerPool({ size: 2, spawn: spawnInProcess });
  const lab = new Lab({ pool, opening: new Opening(new Formulas(pool)), frames });
  home = new Home(lab, { still: () => still, readEnd: 30 });
  home.start();
}
/** Until everything has been computed and is shown. */
async function computed() {
  await vi.waitFor(() => {
    frames.run(20);
    expect(home.lab.busy).toBe(false);
  }, 20_000);
  flushSync();
}
/** Longer than the end of a story stays. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 150));
beforeEach(() => open());
afterEach(() => {
  home.dispose();
  pool.dispose();
});

it('plays a story to its end, then the next one', async () => {
  expect(home.story).toBe(STORY_IDS[0]);
  expect(home.lab.clock.playing).toBe(true);
  await computed();
  frames.run(30_000);
  flushSync();
  expect([home.told, home.story]).toEqual([true, STORY_IDS[0]]);
  await vi.waitFor(() => expect(home.story).toBe(STORY_IDS[1]));
  expect([home.told, home.lab.clock.t, home.lab.clock.playing]).toEqual([false, 0, true]);
});

it('leaves the clock to whoever took it', async () => {
  await computed();
  home.lab.clock.seek(3);
  flushSync();
  home.lab.clock.toEnd();
  flushSync();
  await aWhile();
  expect(home.story).toBe(STORY_IDS[0]);
  // Another story is asked for: it plays again.
  home.show(STORY_IDS[3]);
  expect(home.lab.clock.playing).toBe(true);
  expect(home.lab.scenario.objective.id).toBe('forrester');
});

it('shows the end where nothing may move, and stays there', async () => {
  home.dispose();
  pool.dispose();
  open(true);
  await computed();
  expect([home.lab.clock.playing, home.told]).toEqual([false, true]);
  await aWhile();
  expect(home.story).toBe(STORY_IDS[0]);
});

it('computes nothing while it is not on screen', () => {
  home.stop();
  expect([home.lab.busy, home.lab.clock.playing]).toEqual([false, false]);
  home.start();
  expect([home.lab.busy, home.lab.clock.playing]).toEqual([true, true]);
});
