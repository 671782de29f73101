/* eslint-disable svelte/prefer-svelte-reactivity -- made anew with every change; the reactive map would come with the first picture */
/**
 * Which groups of dials are unfolded. What the reader folded up or unfolded stays so, until a preset is chosen: its dials
 * are part of what it says.
 */
export class Folds {
  /** By group; made anew with every change. */
  #own = $state.raw<ReadonlyMap<string, boolean>>(new Map());

  /** @param otherwise where the reader has not touched the group */
  isOpen(group: string, otherwise: boolean): boolean {
    return this.#own.get(group) ?? otherwise;
  }

  /** The group was folded up or unfolded. The browser says so of what the page itself did, too, which is no wish of anybody's. */
  toggled(group: string, open: boolean, otherwise: boolean): void {
    if (open !== this.isOpen(group, otherwise)) this.#own = new Map([...this.#own, [group, open]]);
  }

  /** Every group as it is by itself. */
  clear(): void {
    this.#own = new Map();
  }
}
