/** The table of public parameters: links are read by it, help and docs are made from it, and none of them fails without a word. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scenarioToQuery } from '#core/query.ts';
import { setLanguage, tell } from '../../i18n/index.svelte.ts';
import { languageIds } from '../../i18n/languages.ts';
import { HIDEABLE } from '../hiding.ts';
import { isBare } from '../home.ts';
import { EVERYWHERE, optionsOf, pageParams } from '../options.ts';
import { standardText, valuesText } from './parameter-words.ts';
import { PARAMETERS, parametersOf } from './parameters.ts';
import * as en from './texts.en.ts';
import * as zh from './texts.zh.ts';
import { readHash, writeHash } from '../url.ts';

const PAGES = ['lab', 'arena', 'assumptions', 'home', 'learn', 'play', 'class'];
const OWN = { assumptions: { prefix: 'phase.', objective: 'morph' } };
const read = (hash: string) => readHash(hash, PAGES, OWN);
const docs = new URL('../../../../docs/links.md', import.meta.url);
// `setLanguage` tells the page; there is none here.
beforeEach(() => vi.stubGlobal('document', { documentElement: {} }));
afterEach(() => setLanguage('en'));

const GARBAGE = [
  '',
  '§',
  '-1e999',
  'NaN',
  'constructor',
  '__proto__',
  'no such thing',
  '\u0000',
  '🎲'.repeat(40),
];
/** What says of itself whether it can be read comes later, from the page that takes it: any text is passed on. */
const PASSED_ON = ['study', 'figure', 'results', 'name', 'phase', 'kept'];
/** Garbage that is none: nothing is named, or nothing is asked for. */
const TAKEN: Record<string, readonly string[]> = {
  hide: [''],
  focus: [''],
  strategies: [],
  strategySetting: [''],
};

describe('every parameter', () => {
  const words = PARAMETERS.filter(({ id }) => !PASSED_ON.includes(id));
  it.each(words.flatMap(({ id, name, pages }) => pages.map((page) => [name, page, id] as const)))(
    '%s on the page %s: what it cannot take is said by its name, in every language, and there is a page',
    (name, page, id) => {
      const key =
        { objectiveSetting: 'objective.levels', strategySetting: 'grid.levels' }[id as string] ?? name;
      for (const text of GARBAGE) {
        if (TAKEN[id]?.includes(text)) continue;
        // A front door whose address says more is the Lab's.
        const at = page === 'home' ? '' : page;
        const { notices, scenario } = read(`#/${at}?${key}=${encodeURIComponent(text)}`);
        for (const spoken of languageIds) {
          setLanguage(spoken);
          const said = notices.map((notice) => tell(notice)).join('\n');
          const named = {
            objective: /problem called|名为.*的问题/,
            strategies: /strateg|策略/i,
            objectiveSetting: /levels/,
          };
          expect(said, `${key}=${text}`).toMatch(
            (named as Record<string, RegExp>)[id] ??
              new RegExp(`\\b${key.replace('.', '\\.')}\\b|grid .*levels`),
          );
        }
        expect(scenarioToQuery(scenario)).not.toContain('§');
      }
    },
  );

  it('takes its default, which an address leaves out', () => {
    for (const { id, name, pages, standard } of PARAMETERS.filter(({ standard }) => standard)) {
      const { notices, page, scenario, options, part } = read(`#/${pages[0]}?${name}=${standard}`);
      expect(notices, name).toEqual([]);
      if (id !== 'objective')
        expect(writeHash(page, scenario, options, part)).not.toMatch(new RegExp(`[?&]${name}=`));
    }
  });

  it('is known on the pages that the table names, and nowhere else where there is no experiment', () => {
    for (const page of PAGES.filter((id) => id !== 'home')) {
      const listed = parametersOf(page).map(({ id }) => id);
      for (const option of Object.keys(pageParams)) {
        // Pages with an experiment carry the Lab's options along.
        const known = optionsOf(page).includes(option);
        if (listed.includes(option as never)) expect(known, `${page} ${option}`).toBe(true);
        else if (isBare(page)) {
          expect(known, `${page} ${option}`).toBe(false);
          expect(read(`#/${page}?${option}=1`).notices.map(({ key }) => key)).toContain('notice.unknown-key');
        }
      }
    }
    expect(
      EVERYWHERE.every((name) => PAGES.every((page) => parametersOf(page).some(({ id }) => id === name))),
    ).toBe(true);
  });

  it('that is not known is said with all that are', () => {
    for (const page of PAGES.filter((id) => id !== 'home')) {
      const [notice] = read(`#/${page}?colour=red`).notices;
      expect(notice).toMatchObject({ key: 'notice.unknown-key', values: { name: 'colour' } });
      for (const name of EVERYWHERE) expect(String(notice.values.known).split(', ')).toContain(name);
      expect(String(notice.values.known)).not.toContain('version');
    }
  });

  it('belongs to whoever it is said of: a name without a result is nobody’s', () => {
    expect(read('#/class?name=Anna').notices).toEqual([{ key: 'notice.name-alone', values: {} }]);
    expect(read('#/class?name=Anna&results=x').notices).toEqual([]);
  });

  it('has words for what it does, and for what it takes where no declaration says that', () => {
    for (const { parameters } of [en, zh]) {
      expect(Object.keys(parameters.what).sort()).toEqual(PARAMETERS.map(({ id }) => id).sort());
      const wordless = PARAMETERS.filter(({ values }) => values === undefined).map(({ id }) => id);
      expect(Object.keys(parameters.values).sort()).toEqual([...wordless].sort());
    }
  });
});

describe('docs/links.md', () => {
  const tableIn = (spoken: (typeof languageIds)[number]) => {
    setLanguage(spoken);
    const { parameters } = { en, zh }[spoken];
    const cell = (text: string) => text.replaceAll('|', '\\|');
    const rows = PARAMETERS.map((one) => {
      const pages = one.pages.length === PAGES.length ? parameters.every : one.pages.join(', ');
      const cells = [`\`${one.name}\``, valuesText(one), standardText(one), pages, parameters.what[one.id]];
      return `| ${cells.map(cell).join(' | ')} |`;
    });
    const { name, takes, standard, pages, says } = parameters;
    const head = `| ${[name, takes, standard, pages, says].join(' | ')} |`;
    setLanguage('en');
    return [head, '| --- | --- | --- | --- | --- |', ...rows].join('\n');
  };
  const marks = (spoken: string) =>
    [`<!-- parameters:${spoken} -->`, `<!-- /parameters:${spoken} -->`] as const;

  it('holds the table in every language: UPDATE_DOCS=1 writes it', () => {
    let text = readFileSync(docs, 'utf8');
    for (const spoken of languageIds) {
      const [from, to] = marks(spoken);
      const [start, end] = [text.indexOf(from), text.indexOf(to)];
      expect(start).toBeGreaterThan(-1);
      expect(end).toBeGreaterThan(start);
      const wanted = `\n\n<!-- prettier-ignore -->\n${tableIn(spoken)}\n\n`;
      if (process.env.UPDATE_DOCS) text = text.slice(0, start + from.length) + wanted + text.slice(end);
      else expect(text.slice(start + from.length, end)).toBe(wanted);
    }
    if (process.env.UPDATE_DOCS) writeFileSync(docs, text);
  });

  it('lists what can be hidden, in its order; every address in it is read without a word', () => {
    const text = readFileSync(docs, 'utf8');
    const [, table] = /### What `hide` takes off\n(.*?)\n### /s.exec(text)!;
    expect([...table.matchAll(/^\| `(\w+)` /gm)].map(([, name]) => name)).toEqual([...HIDEABLE]);
    const addresses = [...text.matchAll(/#\/(?:lab|learn|play)[^`"\s)]*/g)].map(([hash]) =>
      hash.replaceAll('&amp;', '&'),
    );
    expect(addresses.length).toBeGreaterThan(12);
    for (const hash of addresses.filter((one) => !one.startsWith('#/learn/') && one !== '#/lab?'))
      expect(read(hash).notices, hash).toEqual([]);
  });
});
