/**
 * State that outlives the part of the page that asks for it. What is derived stands still once the effect is gone in which it
 * was made: whoever keeps what an effect makes, makes it here.
 */
import { untrack } from 'svelte';

/** @returns what was made, and what ends it */
export function lasting<Made>(make: () => Made): [made: Made, end: () => void] {
  let made!: Made;
  const end = $effect.root(() => void (made = untrack(make)));
  return [made, end];
}
