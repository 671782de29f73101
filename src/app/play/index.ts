/** What the game needs besides the stage. */
import { atLeisure, lateCode } from '#charts/at-leisure.ts';
import type { Address } from '../address/address.svelte.ts';
import type { Played } from '../address/holders.ts';
import { madePage, type MadePage, type Parts } from '../shared/page.ts';
import type { Pictures } from '../stage/pictures.svelte.ts';
import { bringTexts } from '../i18n/index.svelte.ts';
import { Brought } from '../opening/brought.svelte.ts';
import { allCode } from '../opening/code.ts';
import { Play } from './play.svelte.ts';
import PlayPage from './PlayPage.svelte';
import type { Player } from './end/reveal.ts';

/** With the problems, their names, and what matters in runs. */
const views = new Brought(
  lateCode(async () => (await Promise.all([import('./views.ts'), allCode(), bringTexts('moments')]))[0]),
);

interface Needs extends Parts {
  /** Holds what is to be said of the address. */
  readonly lab: Played;
  readonly address: Address;
  readonly pictures: Pictures;
}

/** @param player runs what the end shows, and nothing else */
export function make({ lab, address, pictures, workers }: Needs, player: Player): MadePage {
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const runs = workers.lane('runs');
  const play = new Play({ runs, many: workers.lane('play'), still: () => still.matches });
  // Workers are code, too.
  atLeisure(() => Promise.resolve(runs.warm()));
  return madePage(PlayPage, { play, said: lab, address, pictures, player, views }, () => {
    play.dispose();
    player.dispose();
  });
}
