import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultScenario } from '#core/scenario.ts';
import type { Scenario } from '#core/types.ts';
import { tell } from '../i18n/index.svelte.ts';
import { HIDEABLE } from './hiding.ts';
import { defaultOptions, readHash, showsOptimum, writeBare, writeHash, type PageOptions } from './url.ts';

const pages = ['lab', 'about'];
const branin: Scenario = {
  ...defaultScenario(),
  objective: { id: 'branin', params: {} },
  noise: { kind: 'gaussian', sd: 0.25 },
  budget: 30,
  seed: 99,
};
const keys = (hash: string) => readHash(hash, pages).notices.map((notice) => notice.key);

describe('the address', () => {
  it('reads back what was written', () => {
    const options: PageOptions = {
      lang: 'zh',
      t: 17,
      play: true,
      focus: 'bayes',
      hide: 'menu,truth',
      truth: 'hidden',
      optimum: false,
      numbers: false,
      moment: 'after',
      log: false,
      field: 'sd',
      slices: true,
      paths: 3,
      dwell: false,
      presenter: true,
      figure: 'all',
      embed: 'setup',
      strings: 'long',
      study: '',
      results: '',
      name: '',
    };
    const hash = writeHash('about', branin, options);
    const read = { page: 'about', tab: '', scenario: branin, options, part: '', notices: [] };
    expect(readHash(hash, pages)).toEqual(read);
    const withPart = writeHash('about', branin, options, 'map.x=a,%25&map.y=');
    expect(readHash(withPart, pages, { about: { prefix: 'map.' } })).toEqual({
      ...read,
      part: 'map.x=a,%25&map.y=',
    });
  });

  it('takes a study for the Arena alone, results and whose they are for the Class page alone', () => {
    const keys = (hash: string) =>
      readHash(hash, ['lab', 'arena', 'class']).notices.map(({ key, values }) => [key, values.name]);
    expect(keys('#/arena?study=1')).toEqual([]);
    expect(keys('#/class?results=1&name=Anna')).toEqual([]);
    expect(keys('#/lab?study=1&name=Anna')).toEqual([
      ['notice.unknown-key', 'study'],
      ['notice.unknown-key', 'name'],
    ]);
    expect(keys('#/class?study=1')).toEqual([['notice.unknown-key', 'study']]);
    const said = { results: 'Anna: TbT1 & more', name: 'Zoë & Ö' };
    const hash = writeHash('class', undefined, { ...defaultOptions(), ...said });
    expect(readHash(hash, ['lab', 'class']).options).toMatchObject(said);
  });

  it('leaves to a page what only that page reads, and says elsewhere that it is not known', () => {
    const own = { about: { prefix: 'map.', objective: 'branin' } };
    const { part, scenario, notices } = readHash('#/about?map.x=1&budget=12&map.y=2&t=3', pages, own);
    expect([part, scenario.objective.id, scenario.budget]).toEqual(['map.x=1&map.y=2', 'branin', 12]);
    expect(notices).toEqual([]);
    const elsewhere = readHash('#/lab?map.x=1', pages, own);
    expect([elsewhere.part, elsewhere.notices.map(({ key }) => key)]).toEqual(['', ['notice.unknown-key']]);
  });

  it('narrows ranges in the Lab, and says that a page with a scenario of its own does not', () => {
    const own = { about: { objective: 'branin' } };
    const link = 'objective=branin&box=-4..9.9,1..14';
    const box = { lo: [-4, 1], hi: [9.9, 14] };
    expect(readHash(`#/lab?${link}`, pages, own)).toMatchObject({ scenario: { box }, notices: [] });
    const { scenario, notices } = readHash(`#/about?${link}`, pages, own);
    expect(['box' in scenario, notices.map(({ key }) => key)]).toEqual([false, ['notice.box-elsewhere']]);
    expect(writeHash('lab', { ...scenario, box }, defaultOptions())).toContain('box=-4..9.9,1..14');
  });

  it('leaves defaults out', () => {
    expect(writeHash('lab', branin, defaultOptions())).not.toMatch(
      /lang|play|focus|hide|truth|optimum|numbers|moment|log|field|slices|paths|[?&]t=/,
    );
  });

  it.each(['', '#', '#/', '#/lab', '#lab', '#/lab?'])('shows the default scenario for “%s”', (hash) => {
    expect(readHash(hash, pages)).toEqual({
      page: 'lab',
      tab: '',
      scenario: defaultScenario(),
      options: defaultOptions(),
      part: '',
      notices: [],
    });
  });

  it('is the front door’s where it names no experiment, else the Lab’s', () => {
    const all = [...pages, 'home'];
    const pageOf = (hash: string) => readHash(hash, all).page;
    for (const hash of ['', '#', '#/', '#/home', '#/?lang=zh', '#/?presenter=1&lang=en'])
      expect(pageOf(hash), hash).toBe('home');
    for (const hash of ['#/lab', '#/?objective=branin', '#/?t=3', '#/?seed=2&lang=zh', '#/home?budget=9'])
      expect(pageOf(hash), hash).toBe('lab');
    expect(readHash('#/home?budget=9', all).scenario.budget).toBe(9);
    // Said, not swallowed.
    expect(readHash('#/?lang=klingon', all).notices.map(({ key }) => key)).toEqual(['notice.unreadable']);
    expect(writeBare('', { ...defaultOptions(), lang: 'zh', t: 9, log: false })).toBe('#/?lang=zh');
    expect(writeBare('', defaultOptions())).toBe('#/');
  });

  it('opens a stage playing, focused and with less on it, and says which names it does not know', () => {
    const { options, notices } = readHash(
      '#/lab?objective=branin&t=4&play=1&focus=random&hide=race,%20menu,race,',
      pages,
    );
    expect(notices).toEqual([]);
    expect(options).toMatchObject({ t: 4, play: true, focus: 'random', hide: 'menu,race' });
    expect(writeHash('lab', branin, options)).toContain('hide=menu,race');

    const unknown = readHash('#/lab?hide=menu,clouds,Race&focus=tpe', pages);
    expect(unknown.options).toMatchObject({ focus: '', hide: 'menu' });
    expect(unknown.notices).toEqual([
      { key: 'notice.unknown-hide', values: { given: 'clouds', known: HIDEABLE.join(', ') } },
      { key: 'notice.unknown-hide', values: { given: 'Race', known: HIDEABLE.join(', ') } },
      { key: 'notice.no-focus', values: { given: 'tpe', shown: 'babysit, grid, binary, random, bayes' } },
    ]);
    for (const notice of unknown.notices) expect(tell(notice)).toMatch(/(clouds|Race|tpe).*(truth|bayes)/);
    expect(readHash('#/lab?strategies=grid,tpe&focus=tpe', pages).notices).toEqual([]);
    expect(keys('#/lab?play=perhaps')).toEqual(['notice.unreadable']);
    // Where there is nothing to enlarge, nothing is missed.
    expect(readHash('#/about?focus=tpe', pages, { about: {} })).toMatchObject({
      ...{ options: { focus: '' }, notices: [] },
    });
  });

  it('reads back whatever is played, focused and hidden; a strategy that has gone is left out', () => {
    const ids = ['babysit', 'grid', 'binary', 'random', 'bayes'];
    fc.assert(
      fc.property(
        fc.subarray([...HIDEABLE]),
        fc.constantFrom('', ...ids),
        fc.subarray(ids, { minLength: 1 }),
        fc.boolean(),
        fc.nat(30),
        (hidden, focus, shown, play, t) => {
          const strategies = branin.strategies.filter(({ id }) => shown.includes(id));
          const scenario = { ...branin, strategies };
          const options = { ...defaultOptions(), ...{ t, play, focus, hide: hidden.join(',') } };
          const kept = shown.includes(focus) ? focus : '';
          expect(readHash(writeHash('lab', scenario, options), pages)).toMatchObject({
            ...{ scenario, options: { ...options, focus: kept }, notices: [] },
          });
        },
      ),
      { numRuns: 100 },
    );
  });

  it('never marks the optimum of a hidden truth', () => {
    const shown = defaultOptions();
    expect(showsOptimum(shown)).toBe(true);
    expect(showsOptimum({ ...shown, truth: 'hidden' })).toBe(false);
    expect(showsOptimum({ ...shown, optimum: false })).toBe(false);
  });

  it('says what it does not know or cannot read', () => {
    expect(keys('#/nowhere')).toEqual(['notice.unknown-page']);
    expect(keys('#/lab?truth=perhaps')).toEqual(['notice.unreadable']);
    expect(keys('#/lab?paths=99')).toEqual(['notice.clamped']);
    expect(keys('#/lab?log=0&lang=zh')).toEqual([]);
    expect(keys('#/lab?colour=red').length).toBe(1);
    expect(keys('#/lab?objective=nonsense').length).toBe(1);
  });

  it('keeps the clock within the budget', () => {
    const { options, notices } = readHash('#/lab?objective=branin&budget=10&t=50', pages);
    expect([options.t, notices.map((n) => n.key)]).toEqual([10, ['notice.clamped']]);
  });

  it('is never a blank page, whatever is in it', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '#/lab?',
        '&',
        '=',
        '%',
        '%E0%A4',
        '?',
        'budget=',
        'objective=branin',
        't=-1',
        '__proto__=1',
        ...['hide=', 'menu', ',', 'focus=', 'bayes', 'play=1'],
        'bayes.',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const read = readHash(pieces.join(''), pages);
        expect(pages).toContain(read.page);
        expect(read.options.t).toBeLessThanOrEqual(read.scenario.budget);
        const again = readHash(writeHash(read.page, read.scenario, read.options), pages);
        expect(again).toEqual({ ...read, notices: [] });
      }),
      { numRuns: 300 },
    );
  });
});
