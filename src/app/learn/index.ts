/** What the course needs besides the stage. */
import type { Address } from '../address/address.svelte.ts';
import type { Played } from '../address/holders.ts';
import type { Formulas } from '../opening/formulas.ts';
import { madePage, type MadePage, type Parts } from '../shared/page.ts';
import type { Pictures } from '../stage/pictures.svelte.ts';
import { course } from './course.ts';
import { Shares } from './figures/share.svelte.ts';
import { StageState, type Player } from './figures/stage.svelte.ts';
import { Guide } from './guide/guide.svelte.ts';
import { Learn } from './learn.svelte.ts';
import LearnPage from './LearnPage.svelte';

interface Needs extends Parts {
  /** Holds what is to be said of the address. */
  readonly lab: Played;
  readonly address: Address;
  readonly pictures: Pictures;
  readonly formulas: Formulas;
}

/** @param player runs what sections show, and nothing else */
export function make({ lab, address, pictures, formulas, workers }: Needs, player: Player): MadePage {
  const learn = new Learn({ course, notify: (message) => lab.notify(message) });
  const stage = new StageState(player, (objective) => formulas.ready([objective]));
  const pool = workers.lane('learn');
  const { progress } = learn;
  const guide = new Guide(pool, {
    read: () => String(progress.prediction('guide', 'answers') ?? ''),
    write: (answers) => progress.predict('guide', 'answers', answers),
  });
  return madePage(
    LearnPage,
    { learn, stage, said: lab, address, pictures, shares: new Shares(pool), guide },
    () => stage.dispose(),
  );
}
