import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { measuring, type Sizes } from './measuring.ts';

/** Of the browser: told by hand when a layout is done. */
const observers: ResizeObserverCallback[] = [];
class Observer {
  constructor(heard: ResizeObserverCallback) {
    observers.push(heard);
  }
  observe() {}
  disconnect() {}
}
let now = 0;
beforeEach(() => {
  observers.length = 0;
  vi.stubGlobal('ResizeObserver', Observer);
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});
const task = () => new Promise((resolve) => setTimeout(resolve));

/** A chart in a box that is so wide, which takes so many ms to be drawn. */
function chart(width: number, ms: number, atOnce: boolean) {
  const probe = { clientHeight: 125 };
  const box = { firstElementChild: probe, clientWidth: width, clientHeight: 300 };
  const told: Sizes[] = [];
  const letGo = measuring((sizes) => {
    told.push(sizes);
    now += ms;
  }, atOnce)(box as unknown as HTMLElement);
  const heard = observers.at(-1)!;
  const laidOut = (wide: number) =>
    heard(
      [
        { target: box, contentRect: { width: wide, height: 300 } },
        { target: probe, contentRect: { width: 0, height: 125 } },
      ] as unknown as ResizeObserverEntry[],
      {} as ResizeObserver,
    );
  return { told, laidOut, letGo: letGo as () => void, widths: () => told.map((sizes) => sizes.width) };
}

describe('the size of a chart', () => {
  it('is asked for once where what stands below would move; then the browser tells', () => {
    const one = chart(600, 1, true);
    expect(one.told).toEqual([{ width: 600, tall: 300, tenEms: 125 }]);
    one.laidOut(390.4);
    expect(one.widths()).toEqual([600, 390]);
  });

  it('is never asked for where the box has its size anyway: the first drawing is a task of its own', async () => {
    const one = chart(600, 1, false);
    one.laidOut(600);
    expect(one.told).toEqual([]);
    await task();
    expect(one.told).toEqual([{ width: 600, tall: 300, tenEms: 125 }]);
  });

  it.each([true, false])(
    'draws no more in one task than a frame has time for (asked for: %s)',
    async (atOnce) => {
      const charts = [9, 9, 9, 9].map((ms) => chart(600, ms, atOnce));
      for (const one of charts) one.laidOut(600);
      await task();
      for (const one of charts) one.laidOut(390);
      expect(charts.map(({ widths }) => widths().at(-1))).toEqual([390, 390, 600, 600]);
      await task();
      expect(charts.map(({ widths }) => widths().at(-1))).toEqual([390, 390, 390, 390]);
      for (const one of charts) one.laidOut(820);
      expect(charts[0].widths().at(-1)).toBe(820);
    },
  );

  it('is not told any more to who is gone', async () => {
    const one = chart(600, 1, false);
    one.laidOut(600);
    one.letGo();
    await task();
    expect(one.told).toEqual([]);
  });
});
