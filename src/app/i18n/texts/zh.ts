import type { en } from './en.ts';
import type { SameKeys } from './types.ts';
import { arena, clock, curse } from '../../arena/texts.zh.ts';
import { assumptions, fatal, phase } from '../../assumptions/texts.zh.ts';
import { own } from '../../own/texts.zh.ts';
import { help } from '../../shell/help.zh.ts';
import { notice } from './problems/notices.zh.ts';
import { problems, reading } from './problems/refusals.zh.ts';
import { shell } from './shell.zh.ts';

export const zh: SameKeys<typeof en> = {
  ...shell,
  arena: { ...shell.arena, ...arena },
  assumptions: { ...shell.assumptions, ...assumptions },
  own: { ...shell.own, ...own },
  clock,
  curse,
  fatal,
  phase,
  help,
  notice,
  problems,
  reading,
};
