/**
 * What the first picture needs in English: the interface, the names of strategies, and what is said by default. All the rest, settings
 * too, is in `rest.en.ts`; of the other rooms, see `shelves.ts`.
 */
import type { Texts } from '../spoken.ts';
import { shell } from './shell.en.ts';

export const texts: Texts = {
  sections: shell,
  names: {
    strategies: import.meta.glob('./strategies/*.ts', {
      eager: true,
      import: 'default',
      query: '?texts=en&only=name,short',
    }),
  },
  strategies: import.meta.glob('./strategies/{babysit,bayes,binary,grid,random}.ts', {
    eager: true,
    import: 'default',
    query: '?texts=en&only=name,short,why',
  }),
  objectives: import.meta.glob('./objectives/textbook-1d.ts', {
    eager: true,
    import: 'default',
    query: '?texts=en&of=forrester',
  }),
};
