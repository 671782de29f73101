/** What is said in English of everything that is not shown by default, and where something is refused. */
import type { Texts } from '../spoken.ts';
import { notice } from './problems/notices.en.ts';
import { problems, reading } from './problems/refusals.en.ts';

export const texts: Texts = {
  sections: { notice, problems, reading },
  strategies: import.meta.glob(['./strategies/*.ts', '!./strategies/{babysit,bayes,binary,grid,random}.ts'], {
    eager: true,
    import: 'default',
    query: '?texts=en',
  }),
  objectives: import.meta.glob(['./objectives/*.ts', '!./objectives/textbook-1d.ts'], {
    eager: true,
    import: 'default',
    query: '?texts=en',
  }),
};
