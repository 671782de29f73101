/** What waits for frames, with frames of its own. */
import { expect, it } from 'vitest';
import { afterFrames, type Frames } from './frames.ts';

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
