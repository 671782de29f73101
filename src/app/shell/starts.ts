/**
 * What each page begins with: its code and its words. The first file asks for those of the page that the address names,
 * beside the code of all pages; the page itself asks again, and says where they do not come. Keep it small.
 */
import type { Language } from '../i18n/languages.ts';
import type { RoomTexts } from '../i18n/shelves.ts';
import { fetchFronts } from '../learn/fronts/index.ts';

export interface Start<Code> {
  readonly code: () => Promise<Code>;
  readonly texts: readonly RoomTexts[];
  /** It needs all of the core: it sets what it shows, or runs what it is given. */
  readonly core?: boolean;
  /** What else its first picture needs. */
  readonly more?: (language: Language) => Promise<unknown>;
}
const start = <Code>(
  texts: readonly RoomTexts[],
  code: () => Promise<Code>,
  more: Partial<Start<Code>> = {},
): Start<Code> => ({ texts, code, ...more });

/** By path in the address. */
export const STARTS = {
  lab: start([], () => import('../lab/index.ts')),
  arena: start(['arena', 'common', 'rest'], () => import('../arena/index.ts'), { core: true }),
  assumptions: start(['assumptions', 'common', 'rest'], () => import('../assumptions/index.ts'), {
    core: true,
  }),
  home: start(['home'], () => import('../home/index.ts')),
  learn: start(['learn'], () => import('../learn/index.ts'), { more: fetchFronts }),
  play: start(['play'], () => import('../play/index.ts')),
  class: start(['class', 'common'], () => import('../class/index.ts')),
};
