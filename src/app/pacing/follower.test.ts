import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Follower } from './follower.ts';

let now = 0;
/** Questions that are open: each is answered by calling it. */
let open: (() => void)[] = [];
let asked = 0;
let follower: Follower;

beforeEach(() => {
  vi.useFakeTimers();
  [now, asked, open] = [0, 0, []];
  follower = new Follower({
    now: () => now,
    ask: () => {
      asked += 1;
      return new Promise((resolve) => open.push(resolve));
    },
  });
});
afterEach(() => {
  follower.stop();
  vi.useRealTimers();
});
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
async function answer(after: number) {
  now += after;
  open.shift()!();
  await pass(0);
}

it('follows results every half second, however many come', async () => {
  for (let i = 0; i < 10; i++) follower.changed('results');
  await pass(499);
  expect(asked).toBe(0);
  await pass(1);
  expect(asked).toBe(1);
});

it('asks at once where a person waits', async () => {
  follower.changed('results');
  follower.changed('view');
  await pass(0);
  expect(asked).toBe(1);
  await answer(5);
  await pass(10_000);
  expect(asked).toBe(1);
});

it('asks one question at a time, and once more for all that changed meanwhile', async () => {
  follower.changed('view');
  await pass(0);
  for (let i = 0; i < 5; i++) follower.changed('view');
  await pass(1000);
  expect(asked).toBe(1);
  await answer(300);
  expect(asked).toBe(2);
  await answer(300);
  await pass(10_000);
  expect(asked).toBe(2);
});

it('takes a fifth of the time at most while results come', async () => {
  follower.changed('view');
  await pass(0);
  follower.changed('results');
  await answer(800);
  await pass(3199);
  expect(asked).toBe(1);
  await pass(1);
  expect(asked).toBe(2);
});

it('does not make a person wait for that', async () => {
  follower.changed('view');
  await pass(0);
  follower.changed('results');
  await answer(800);
  await pass(100);
  follower.changed('view');
  await pass(0);
  expect(asked).toBe(2);
});

it('stops', async () => {
  follower.changed('results');
  follower.stop();
  follower.changed('view');
  await pass(10_000);
  expect(asked).toBe(0);
});
