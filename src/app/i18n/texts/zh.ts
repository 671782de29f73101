import type { en } from './en.ts';
import type { SameKeys } from './types.ts';
import { curse } from '../../arena/dimensions/texts.zh.ts';
import { hours } from '../../arena/hours/texts.zh.ts';
import { arena } from '../../arena/texts.zh.ts';
import { assumptions, fatal, phase } from '../../assumptions/texts.zh.ts';
import { embed, parameters } from '../../address/words/texts.zh.ts';
import { catalogue } from '../../catalogue/texts.zh.ts';
import { classroom } from '../../class/texts.zh.ts';
import { home } from '../../home/texts.zh.ts';
import { learn } from '../../learn/texts.zh.ts';
import { own } from '../../own/texts.zh.ts';
import * as common from '../../settings/texts.zh.ts';
import { advice, play } from '../../play/texts.zh.ts';
import { help, menu } from '../../shell/help.zh.ts';
import { take } from '../../stage/take/texts.zh.ts';
import { placing } from '../../stage/placing/texts.zh.ts';
import * as moments from './moments.zh.ts';
import { notice } from './problems/notices.zh.ts';
import { problems, reading } from './problems/refusals.zh.ts';
import { shell } from './shell.zh.ts';

export const zh: SameKeys<typeof en> = {
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
