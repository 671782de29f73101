/**
 * State that is made at its first use, from within a component, and stays when that component has gone. Made as it is, it
 * would belong to the component’s effect, and what it derives would be dead with it: stale values, and a warning of the
 * library’s at every read (`derived_inert`).
 */
import { untrack } from 'svelte';

export function outliving<State>(make: () => State): State {
  let made!: State;
  $effect.root(() => {
    made = untrack(make);
  });
  return made;
}
