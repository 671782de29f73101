/** What is loaded with what: the first picture has its texts, and no room speaks with another one's. */
import { expect, it } from 'vitest';
import { objectives } from '#core/objectives/index.ts';
import { defaultScenario } from '#core/scenario.ts';
import { strategies } from '#core/strategies/index.ts';
import { idOf, type Texts } from './spoken.ts';
import { texts as baseEn } from './texts/base.en.ts';
import { texts as baseZh } from './texts/base.zh.ts';
import { texts as restEn } from './texts/rest.en.ts';
import { texts as restZh } from './texts/rest.zh.ts';
import * as common from '../settings/texts.en.ts';
import { shell } from './texts/shell.en.ts';

const strategiesIn = ({ strategies: files = {} }: Texts) => Object.keys(files).map(idOf);
const objectivesIn = ({ objectives: files = {} }: Texts) =>
  Object.values(files as Record<string, object>).flatMap((texts) => Object.keys(texts));

it.each([
  ['en', baseEn, restEn],
  ['zh', baseZh, restZh],
])(
  '%s: what is shown by default comes first, the names of all strategies with it, then everything',
  (_, base, rest) => {
    const shown = defaultScenario();
    expect(strategiesIn(base).sort()).toEqual(shown.strategies.map(({ id }) => id).sort());
    expect(objectivesIn(base)).toEqual([shown.objective.id]);
    const ids = {
      strategies: strategies.map(({ id }) => id).sort(),
      objectives: objectives.map(({ id }) => id).sort(),
    };
    expect(strategiesIn(rest).sort()).toEqual(ids.strategies);
    expect(objectivesIn(rest).sort()).toEqual(ids.objectives);
    expect(strategiesIn(base.names!).sort()).toEqual(ids.strategies);
    expect(base.names!.objectives).toBeUndefined();
  },
);

/** Sections of rooms that come late, with the rooms that bring them. */
const LATE: Record<string, string> = {
  arena: 'arena',
  curse: 'arena/dimensions',
  hours: 'arena/hours',
  assumptions: 'assumptions',
  fatal: 'assumptions',
  phase: 'assumptions',
  own: 'own',
  catalogue: 'catalogue',
  learn: 'learn',
  play: 'play',
  advice: 'play',
  classroom: 'class',
};
const sources = import.meta.glob<string>(
  ['../**/*.ts', '../**/*.svelte', '!../**/*.test.ts', '!../i18n/**'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);

/** What all rooms may say: the texts that come first, and those that come with every late room. */
const both = { ...shell, arena: { ...shell.arena, ...common.arena } };

it('no room says what only another room’s texts hold', () => {
  const there = (key: string) =>
    key.split('.').reduce<unknown>((texts, name) => {
      const inner = texts as Record<string, unknown> | undefined;
      return inner?.[name] ?? inner?.[`${name}_other`];
    }, both) !== undefined;
  const foreign = Object.entries(sources).flatMap(([path, source]) =>
    [...source.matchAll(/'((\w+)\.[\w.]+)'/g)]
      .filter(
        ([, key, section]) =>
          Object.hasOwn(LATE, section) && !path.startsWith(`../${LATE[section]}/`) && !there(key),
      )
      // Addresses of the phase diagrams begin alike.
      .filter(([, key]) => !key.endsWith('.'))
      .map(([, key]) => `${path}: ${key}`),
  );
  expect(foreign).toEqual([]);
});

it('what comes at once says nothing that comes with fields', () => {
  const rooms = /^\.\.\/(stage|shell|address|opening|pacing)\//;
  const atOnce = Object.entries(sources).filter(
    ([path]) =>
      (rooms.test(path) && !path.endsWith('/DisplayOptions.svelte')) ||
      /^\.\.\/lab\/(LabPage|Watched|lab|setting-up)\b/.test(path),
  );
  expect(atOnce.length).toBeGreaterThan(50);
  const early = atOnce.flatMap(([path, source]) =>
    [...source.matchAll(/\bt\(\s*['`]((problem|run|field|strategies|arena|display)\.[^'`]*)/g)].map(
      ([, key]) => `${path}: ${key}`,
    ),
  );
  expect(early).toEqual([]);
});
