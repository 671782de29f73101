/** Parts that are set up one after another, each after a frame of its own: between two of them the page answers. */
import { untrack } from 'svelte';
import { afterFrames } from './frames.ts';

/**
 * For components, while they are set up. A chart learns its size in the frame after it has been set up, and is drawn then:
 * charts that were set up before one and the same frame would all be drawn in one task.
 * @param parts how many there are, or will be: none before what they need is known
 * @returns how many are to be there so far; those that have been are not taken away
 */
export function oneAFrame(parts: () => number): { readonly there: number } {
  let there = $state(0);
  $effect(() => {
    if (there >= parts()) return;
    return afterFrames(there && 1, () => (there += 1));
  });
  // Where there are fewer for a while, those that come then are new.
  $effect(() => {
    const most = parts();
    untrack(() => (there = Math.min(there, most)));
  });
  return {
    get there() {
      return there;
    },
  };
}
