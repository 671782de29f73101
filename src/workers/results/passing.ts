/** For a frame of another page: nothing is kept, and what the browser keeps of the reader's own studies stays as it is. */
import type { Store } from './store.ts';

/** What names of workers end with whose results pass with them. */
export const PASSING = '/passing';

export const passingStore = (): Store => ({
  latest: () => Promise.resolve(undefined),
  begin: () => Promise.resolve({ packs: [], damaged: 0, older: 0, later: 0, begun: '' }),
  append: () => Promise.resolve(true),
  forget: () => Promise.resolve(),
  makeRoom: () => Promise.resolve(false),
});
