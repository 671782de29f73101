/** What is said in Chinese of all strategies and problems, of what happens in runs, and where something is refused. */
import { placing } from '../../stage/placing/texts.zh.ts';
import type { Texts } from '../spoken.ts';
import { notice } from './problems/notices.zh.ts';
import { problems, reading } from './problems/refusals.zh.ts';

export const texts: Texts = {
  sections: { notice, placing, problems, reading },
  strategies: import.meta.glob('./strategies/*.ts', { eager: true, import: 'default', query: '?texts=zh' }),
  objectives: import.meta.glob('./objectives/*.ts', { eager: true, import: 'default', query: '?texts=zh' }),
};
