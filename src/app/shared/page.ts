/** What a page is to the shell: code that comes with the first visit, made once, shown whenever it is asked for. */
import type { Component } from 'svelte';
import type { Workers } from '#workers/workers.ts';
import type { Address } from '../address/address.svelte.ts';
import type { Played } from '../address/holders.ts';
import type { Opening } from '../opening/opening.ts';

/** What the owner of all state hands to a page that is made. */
export interface Parts {
  readonly workers: Workers;
  readonly opening: Opening;
  readonly address: Address;
  /** The Lab, as far as another page may know it: what the address says of an experiment goes there. */
  readonly lab: Played;
}

/** A page with its state. It outlives what is on screen: a study goes on while the reader is elsewhere. */
export interface MadePage {
  /** With what it is made of, until it is gone: a list that was left open in it is still heard while it goes. */
  readonly Page: Component;
  readonly props: Record<string, unknown>;
  readonly dispose: () => void;
}

/** What a page begins with, of words only: it is there before the rest, and has what the page is made of once that is there. */
export type Front = Component<{ address: Address }>;

/** The component and its properties, checked against each other. */
export function madePage<Props extends Record<string, unknown>>(
  Page: Component<Props>,
  props: Props,
  dispose: () => void = () => {},
): MadePage {
  return { Page: (anchor) => Page(anchor, props), props, dispose };
}
