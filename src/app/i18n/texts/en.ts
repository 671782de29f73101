/** The whole interface in English, as types and tests know it: a page loads what it needs of it (`shelves.ts`). */
import { curse } from '../../arena/dimensions/texts.en.ts';
import { hours } from '../../arena/hours/texts.en.ts';
import { arena } from '../../arena/texts.en.ts';
import { assumptions, fatal, phase } from '../../assumptions/texts.en.ts';
import { embed, parameters } from '../../address/words/texts.en.ts';
import { catalogue } from '../../catalogue/texts.en.ts';
import { classroom } from '../../class/texts.en.ts';
import { home } from '../../home/texts.en.ts';
import { learn } from '../../learn/texts.en.ts';
import { own } from '../../own/texts.en.ts';
import * as common from '../../settings/texts.en.ts';
import { advice, play } from '../../play/texts.en.ts';
import { help, menu } from '../../shell/help.en.ts';
import { take } from '../../stage/take/texts.en.ts';
import { placing } from '../../stage/placing/texts.en.ts';
import * as moments from './moments.en.ts';
import { notice } from './problems/notices.en.ts';
import { problems, reading } from './problems/refusals.en.ts';
import { shell } from './shell.en.ts';

/** Its keys are the interface's vocabulary. */
export const en = {
  ...shell,
  ...common,
  keep: { ...shell.keep, ...common.keep },
  arena: { ...shell.arena, ...common.arena, ...arena },
  assumptions: { ...shell.assumptions, ...assumptions },
  own: { ...shell.own, ...own },
  home: { ...shell.home, ...home },
  learn: { ...shell.learn, ...learn },
  play: { ...shell.play, ...play },
  advice,
  catalogue,
  classroom,
  curse,
  fatal,
  hours,
  phase,
  help,
  embed,
  parameters,
  menu,
  ...moments,
  notice,
  placing,
  problems,
  reading,
  take,
};
