import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Message } from '#core/types.ts';
import { OpenTabs, readPlace, type TabsOf } from './places.svelte.ts';
import { readHash } from './url.ts';

const PAGES = ['lab', 'arena', 'about', 'course'];
const TABS: TabsOf = {
  course: { ids: [], anchors: {}, any: true },
  arena: {
    ids: ['study', 'hours', 'dimensions'],
    anchors: { words: 'study', 'wall-clock': 'hours', curse: 'dimensions' },
  },
};
function placed(hash: string) {
  const notices: Message[] = [];
  const { page, tab, rest } = readPlace(hash.replace(/^#?\/?/, ''), PAGES, TABS, notices);
  return [page, tab, rest.join('?'), ...notices.map(({ key }) => key)];
}

it.each([
  ['#/arena', 'study', ''],
  ['#/arena/', 'study', ''],
  ['#arena', 'study', ''],
  ['#/arena?objective=branin&seed=4', 'study', 'objective=branin&seed=4'],
  ['#/arena/study?lang=zh', 'study', 'lang=zh'],
  ['#/arena/hours', 'hours', ''],
  ['#/arena/dimensions?presenter=1', 'dimensions', 'presenter=1'],
  // Links to headings of the page as it was, opened in a tab of their own or written by hand.
  ['#curse', 'dimensions', ''],
  ['#wall-clock', 'hours', ''],
  ['#/arena#words', 'study', ''],
  ['#/arena#wall-clock', 'hours', ''],
  ['#/arena?seed=4#curse', 'dimensions', 'seed=4'],
])('“%s” opens the Arena at its tab', (hash, tab, rest) => {
  expect(placed(hash)).toEqual(['arena', tab, rest]);
});

it('a page that knows its parts itself is told whatever stands there', () => {
  expect(placed('#/course')).toEqual(['course', '', '']);
  expect(placed('#/course/one/two?lang=zh')).toEqual(['course', 'one/two', 'lang=zh']);
});

it('leaves alone what only looks like a heading', () => {
  expect(placed('#/lab?x=1#curse')).toEqual(['lab', '', 'x=1#curse']);
  expect(placed('#/arena?x=1#nowhere')).toEqual(['arena', 'study', 'x=1#nowhere']);
  expect(placed('#constructor')).toEqual(['lab', '', '', 'notice.unknown-page']);
});

it('says which parts there are where one is not known, and stays on the page', () => {
  const { page, tab, scenario, notices } = readHash('#/arena/weeks?seed=5', PAGES, {}, TABS);
  expect([page, tab, scenario.seed]).toEqual(['arena', 'study', 5]);
  expect(notices).toEqual([
    { key: 'notice.unknown-tab', values: { given: 'arena/weeks', known: 'study, hours, dimensions' } },
  ]);
  expect(placed('#/about/more')).toEqual(['lab', '', '', 'notice.unknown-page']);
});

it('a page is found again at the tab that was open', () => {
  const tabs = new OpenTabs(TABS);
  expect(['arena', 'lab'].map((page) => tabs.place(page))).toEqual(['arena', 'lab']);
  tabs.open('arena', 'hours');
  expect([tabs.on('arena'), tabs.place('arena'), tabs.place('arena', 'study')]).toEqual([
    'hours',
    'arena/hours',
    'arena',
  ]);
});

it('whatever stands in an address, there is a page, and a tab that it has', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '#',
      '/',
      '?',
      'arena',
      'hours',
      'study',
      'curse',
      'lab',
      'words',
      '__proto__',
      'constructor',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const { page, tab } = readHash(pieces.join(''), PAGES, {}, TABS);
      expect(PAGES).toContain(page);
      expect(page === 'arena' ? TABS.arena.ids : ['']).toContain(tab);
      const place = new OpenTabs(TABS).place(page, tab);
      expect(readPlace(place, PAGES, TABS, [])).toMatchObject({ page, tab });
    }),
    { numRuns: 500 },
  );
});
