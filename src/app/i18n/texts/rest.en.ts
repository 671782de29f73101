/** What is said in English of all strategies and problems, of what happens in runs, and where something is refused. */
import { placing } from '../../stage/placing/texts.en.ts';
import type { Texts } from '../spoken.ts';
import { notice } from './problems/notices.en.ts';
import { problems, reading } from './problems/refusals.en.ts';

export const texts: Texts = {
  sections: { notice, placing, problems, reading },
  strategies: import.meta.glob('./strategies/*.ts', { eager: true, import: 'default', query: '?texts=en' }),
  objectives: import.meta.glob('./objectives/*.ts', { eager: true, import: 'default', query: '?texts=en' }),
};
