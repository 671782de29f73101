/** What the front door needs besides the stage. */
import type { Address } from '../address/address.svelte.ts';
import { madePage, type MadePage } from '../shared/page.ts';
import type { Pictures } from '../stage/pictures.svelte.ts';
import { Home, type Player } from './home.svelte.ts';
import HomePage from './HomePage.svelte';

interface Parts {
  readonly address: Address;
  readonly pictures: Pictures;
}

/** @param player plays the stories, and nothing else */
export function make({ address, pictures }: Parts, player: Player): MadePage {
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const home = new Home(player, { still: () => still.matches });
  return madePage(HomePage, { home, address, pictures }, () => home.dispose());
}
