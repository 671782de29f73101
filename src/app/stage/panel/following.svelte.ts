/** How a panel follows the clock: at once, or in a task of its own where all at once would be a long one. */
import { untrack } from 'svelte';
import type { Clock } from '../clock/clock.svelte.ts';

/** So many panels follow at once; the others, and all but the first with their first trial, whose marks are set up then, do not. */
const AT_ONCE = 5;
/** Nor do they over more trials than these: every one is a mark, to be set up or taken away. */
const FAR = 60;

/**
 * For components, while they are set up.
 * @param turn the panel’s place among all
 * @returns the trial that it shows
 */
export function following(clock: Clock, turn: () => number): { readonly time: number } {
  let followed = $state(clock.t);
  let begun = $state(clock.t > 0);
  let due = false;
  const atOnce = $derived(turn() === 0 || (turn() < AT_ONCE && begun && Math.abs(clock.t - followed) <= FAR));
  $effect(() => {
    const now = clock.t;
    // Where it is now: how far it is to the next.
    if (atOnce) return untrack(() => void (followed = now));
    if (due || untrack(() => followed) === now) return;
    due = true;
    setTimeout(() => {
      due = false;
      followed = clock.t;
      begun ||= followed > 0;
    });
  });
  return {
    get time() {
      return atOnce ? clock.t : followed;
    },
  };
}
