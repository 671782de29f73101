/** What waits for frames, with frames of its own. */
import { afterEach, expect, it, vi } from 'vitest';
import { afterFrames, onScreen, type Frames } from './frames.ts';

function framesOf() {
  const due = new Map<number, () => void>();
  let last = 0;
  const frames: Frames = {
    request: (callback) => (due.set((last += 1), () => callback(0)), last),
    cancel: (handle) => void due.delete(handle),
  };
  const frame = () => {
    const now = [...due.values()];
    due.clear();
    for (const callback of now) callback();
  };
  return { frames, frame, due };
}
const task = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));

it('calls back after so many frames, once', async () => {
  const { frames, frame, due } = framesOf();
  const told: number[] = [];
  for (const count of [2, 1, 0]) afterFrames(count, () => told.push(count), frames);
  expect(told).toEqual([]);
  await task(20);
  expect(told).toEqual([0]);
  frame();
  expect(told).toEqual([0, 1]);
  frame();
  frame();
  expect([told, due.size]).toEqual([[0, 1, 2], 0]);
});

it('is taken back', async () => {
  const { frames, frame } = framesOf();
  const told: string[] = [];
  const back = [0, 1, 2].map((count) => afterFrames(count, () => told.push(String(count)), frames));
  for (const take of back) take();
  await task(20);
  frame();
  frame();
  expect(told).toEqual([]);
});

/** A page of which so much is known: what was seen so far, and what tells of more. */
function pageOf({ hidden = false, seen = false, tells = true } = {}) {
  const paints: (() => void)[] = [];
  class Observer {
    static supportedEntryTypes = tells ? ['paint'] : [];
    readonly #told: (list: { getEntriesByName: () => unknown[] }) => void;
    constructor(told: (list: { getEntriesByName: () => unknown[] }) => void) {
      this.#told = told;
    }
    observe() {
      paints.push(() => this.#told({ getEntriesByName: () => [{}] }));
    }
    disconnect() {}
  }
  vi.stubGlobal('document', { hidden });
  let handle = 0;
  vi.stubGlobal('requestAnimationFrame', (call: (now: number) => void) => {
    setTimeout(() => call(0));
    return (handle += 1);
  });
  vi.stubGlobal('PerformanceObserver', Observer);
  vi.stubGlobal('performance', { getEntriesByName: () => (seen ? [{}] : []) });
  let done = false;
  void onScreen().then(() => (done = true));
  return { paints, isDone: () => done };
}
afterEach(() => vi.unstubAllGlobals());

it('what was made on arrival is on screen once the browser says so', async () => {
  const { paints, isDone } = pageOf();
  await vi.waitFor(() => expect(paints).toHaveLength(1));
  await task(50);
  expect(isDone()).toBe(false);
  paints[0]();
  await vi.waitFor(() => expect(isDone()).toBe(true));
});

it.each([{ seen: true }, { hidden: true }, { tells: false }])('does not wait for that: %o', async (how) => {
  const { paints, isDone } = pageOf(how);
  await vi.waitFor(() => expect(isDone()).toBe(true));
  expect(paints).toEqual([]);
});
