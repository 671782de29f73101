/** What the course needs besides the stage. */
import { atLeisure, lateCode } from '#charts/at-leisure.ts';
import type { Address } from '../address/address.svelte.ts';
import type { Played } from '../address/holders.ts';
import { bringTexts } from '../i18n/index.svelte.ts';
import type { Language } from '../i18n/languages.ts';
import { allCode } from '../opening/code.ts';
import type { Formulas } from '../opening/formulas.ts';
import { madePage, type MadePage, type Parts } from '../shared/page.ts';
import type { Pictures } from '../stage/pictures.svelte.ts';
import { course } from './course.ts';
import { Brought } from '../opening/brought.svelte.ts';
import { StageState, type Player } from './figures/stage.svelte.ts';
import { Learn } from './learn.svelte.ts';
import LearnPage from './LearnPage.svelte';
import { courseSaid } from './said.ts';

// Not each page's: whoever reads on needs no network, see `at-leisure.ts`.
const figuresCode = lateCode(() => import('./figures/index.ts'));
const manyCode = lateCode(() => import('./figures/many.ts'));
const views = new Brought(lateCode(() => import('./chapter.ts')));
const guideCode = lateCode(() => import('./guide/index.ts'));

interface Needs extends Parts {
  /** Holds what is to be said of the address. */
  readonly lab: Played;
  readonly address: Address;
  readonly pictures: Pictures;
  readonly formulas: Formulas;
}

/** What a chapter shows, asked for before the page is there. */
export const ahead = (id: string, language: Language): Promise<unknown> =>
  Promise.all([views.get(), course.chapter(id, language)]);

/** @param player runs what sections show, and nothing else */
export function make({ lab, address, pictures, formulas, workers }: Needs, player: Player): MadePage {
  const learn = new Learn({
    course: courseSaid(course, () => address.options.strings),
    bring: () => views.get(),
    notify: (message) => lab.notify(message),
  });
  const stage = new StageState(player, (objective) => formulas.ready([objective]));
  const { progress } = learn;
  const pool = workers.lane('learn');
  // Workers are code, too. The page is made once.
  atLeisure(() => Promise.resolve(pool.warm()));
  const figures = new Brought(async () => {
    const [code] = await Promise.all([figuresCode(), bringTexts('common'), allCode()]);
    return code;
  });
  const many = new Brought(async () => {
    const code = await manyCode();
    return { code, runs: new code.ManyRuns(pool) };
  });
  const guides = new Brought(async () => {
    const code = await guideCode();
    const guide = new code.Guide(pool, {
      read: () => String(progress.prediction('guide', 'answers') ?? ''),
      write: (answers) => progress.predict('guide', 'answers', answers),
    });
    return { code, guide };
  });
  return madePage(
    LearnPage,
    { learn, views, stage, said: lab, address, pictures, figures, many, guides },
    () => stage.dispose(),
  );
}
