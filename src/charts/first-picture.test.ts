/** What can wait is asked for when the first chart is on screen, not before, and also where none comes. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type * as FirstPicture from './first-picture.ts';

let module: typeof FirstPicture;
let frames: (() => void)[];
beforeEach(async () => {
  vi.resetModules();
  module = await import('./first-picture.ts');
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (call: () => void) => frames.push(call));
  vi.stubGlobal('cancelAnimationFrame', (handle: number) => (frames[handle - 1] = () => {}));
});
afterEach(() => vi.unstubAllGlobals());

/** The next frame, and the tasks that follow at once. */
async function frame(): Promise<void> {
  for (const call of frames.splice(0)) call();
  for (let task = 0; task < 3; task++) await new Promise((resolve) => setTimeout(resolve));
}

it('waits for the first chart’s frame, however many pass before', async () => {
  const then = vi.fn();
  module.afterFirstPicture(then);
  await frame();
  await frame();
  expect(then).not.toHaveBeenCalled();
  module.chartDrawn();
  expect(then).not.toHaveBeenCalled();
  await frame();
  expect(then).toHaveBeenCalledOnce();
});

it('where charts are there already, waits for its own frame only', async () => {
  module.chartDrawn();
  await frame();
  const then = vi.fn();
  module.afterFirstPicture(then);
  expect(then).not.toHaveBeenCalled();
  await frame();
  expect(then).toHaveBeenCalledOnce();
});

it('does not wait for ever where no chart comes', async () => {
  const then = vi.fn();
  module.afterFirstPicture(then);
  await frame();
  await vi.waitFor(() => expect(then).toHaveBeenCalledOnce(), { timeout: 5000 });
});

it('is taken back', async () => {
  const then = vi.fn();
  module.afterFirstPicture(then)();
  module.chartDrawn();
  await frame();
  await frame();
  expect(then).not.toHaveBeenCalled();
});
