/** A handout that nobody waits for any more: drawing it ends where the chapter is left. */
import { afterEach, expect, it, vi } from 'vitest';
import { Handout } from './handout.svelte.ts';

afterEach(() => vi.useRealTimers());

it('draws no further section, and prints nothing, once the chapter is left', async () => {
  vi.useFakeTimers();
  const leaving = new AbortController();
  const entered: string[] = [];
  const print = vi.fn();
  const handout = new Handout();
  const of = {
    sections: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
    // The state of a chapter that is left is gone: to ask it for another section throws.
    enter: (id: string) => {
      if (leaving.signal.aborted) throw new Error('gone');
      entered.push(id);
      if (id === 'b') leaving.abort();
    },
    figure: () => null,
    placeOf: () => null,
    left: leaving.signal,
  };
  const printing = handout.print(of, print);
  await vi.runAllTimersAsync();
  await printing;
  expect(entered).toEqual(['a', 'b']);
  expect(print).not.toHaveBeenCalled();
  expect(handout.making).toBeUndefined();
  expect(handout.made).toBe(false);

  const all = new Handout();
  const whole = all.print({ ...of, enter: () => {}, left: new AbortController().signal }, print);
  await vi.runAllTimersAsync();
  await whole;
  expect(print).toHaveBeenCalledOnce();
  expect(all.made).toBe(true);
});
