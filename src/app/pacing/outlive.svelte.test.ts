import { flushSync } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { outliving } from './outlive.svelte.ts';

class Counter {
  count = $state(1);
  double = $derived(this.count * 2);
}

afterEach(() => void vi.restoreAllMocks());

it('state that is made within an effect goes on deriving when the effect is gone, and nothing warns', () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  let kept: Counter | undefined;
  const read: number[] = [];
  const show = () =>
    $effect.root(() => {
      $effect(() => {
        kept ??= outliving(() => new Counter());
        read.push(kept.double);
      });
    });
  const leave = show();
  flushSync();
  leave();
  kept!.count = 5;
  const again = show();
  flushSync();
  kept!.count = 7;
  flushSync();
  again();
  expect(read).toEqual([2, 10, 14]);
  expect(warned).not.toHaveBeenCalled();
});
