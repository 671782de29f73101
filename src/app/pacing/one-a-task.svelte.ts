/** Parts that are set up one after another, each in a task of its own: between two of them the page answers. */
import { untrack } from 'svelte';

/**
 * For components, while they are set up.
 * @param parts how many there are, or will be: none before what they need is known
 * @returns how many are to be there so far; those that have been are not taken away
 */
export function oneATask(parts: () => number): { readonly there: number } {
  let there = $state(0);
  $effect(() => {
    if (there >= parts()) return;
    const next = setTimeout(() => (there += 1));
    return () => clearTimeout(next);
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
