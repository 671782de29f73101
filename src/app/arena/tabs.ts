/** The Arena's parts, by their place in the address: `#/arena`, `#/arena/hours`, `#/arena/dimensions`. */
import type { Tabs } from '../address/places.svelte.ts';

export const TAB_IDS = ['study', 'hours', 'dimensions'] as const;
/** Of the element that says what the open tab is. */
export const TAB_HEADING = 'tab-heading';
export type TabId = (typeof TAB_IDS)[number];

export const TABS: Tabs = {
  ids: TAB_IDS,
  anchors: {
    words: 'study',
    course: 'study',
    ahead: 'study',
    targets: 'study',
    fairness: 'study',
    'wall-clock': 'hours',
    curse: 'dimensions',
  },
};
