/** What the front door needs besides the stage. */
import type { Address } from '../address/address.svelte.ts';
import type { Played } from '../address/holders.ts';
import { madePage, type MadePage } from '../shared/page.ts';
import type { Pictures } from '../stage/pictures.svelte.ts';
import { Home, type Player } from './home.svelte.ts';
import HomePage from './HomePage.svelte';

interface Parts {
  /** Holds what is to be said of the address. */
  readonly lab: Played;
  readonly address: Address;
  readonly pictures: Pictures;
}

/** @param player plays the stories, and nothing else */
export function make({ lab, address, pictures }: Parts, player: Player): MadePage {
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const home = new Home(player, { still: () => still.matches });
  return madePage(HomePage, { home, said: lab, address, pictures }, () => home.dispose());
}
