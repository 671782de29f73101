/**
 * What the first picture needs in Chinese: the interface, the names of strategies, and what is said by default. All the rest, settings
 * too, is in `rest.zh.ts`; of the other rooms, see `shelves.ts`.
 */
import type { Texts } from '../spoken.ts';
import { shell } from './shell.zh.ts';

export const texts: Texts = {
  sections: shell,
  names: {
    strategies: import.meta.glob('./strategies/*.ts', {
      eager: true,
      import: 'default',
      query: '?texts=zh&only=name,short',
    }),
  },
  strategies: import.meta.glob('./strategies/{babysit,bayes,binary,grid,random}.ts', {
    eager: true,
    import: 'default',
    query: '?texts=zh&only=name,short,why',
  }),
  objectives: import.meta.glob('./objectives/textbook-1d.ts', {
    eager: true,
    import: 'default',
    query: '?texts=zh&of=forrester',
  }),
};
