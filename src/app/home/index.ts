/** What the front door needs besides the stage. */
import { madePage, type MadePage, type Parts } from '../shared/page.ts';
import type { Pictures } from '../stage/pictures.svelte.ts';
import { Home } from './home.svelte.ts';
import HomePage from './HomePage.svelte';

export function make({ workers, opening, address, pictures }: Parts & { pictures: Pictures }): MadePage {
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const home = new Home({ pool: workers.lane('runs'), opening, still: () => still.matches });
  return madePage(HomePage, { home, address, pictures }, () => home.dispose());
}
