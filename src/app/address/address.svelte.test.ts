import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultScenario, readScenario } from '#core/scenario.ts';
import type { Message, Scenario } from '#core/types.ts';
import { WorkerPool } from '#workers/pool.ts';
import { Address } from './address.svelte.ts';
import type { Holders } from './holders.ts';
import { Lab } from '../lab/lab.svelte.ts';
import { LatePart } from '../assumptions/late-part.svelte.ts';
import { KeptFunctions, LONGEST_LINK } from './long-links.ts';
import { FakeWindow } from './testing.ts';
import type { Formulas } from '../opening/formulas.ts';
import { openingAtOnce } from '../opening/testing.ts';
import { FakeFrames } from '../shared/testing.ts';

/** A page with a scenario of its own. */
class OwnPage {
  calls: string[] = [];
  notices: Message[] = [];
  scenario: Scenario = readScenario({ objective: 'branin' }).scenario;
  adopt = (scenario: Scenario) => void (this.scenario = scenario);
  notify = (...messages: Message[]) => void this.notices.push(...messages);
  dismissNotices = () => void (this.notices = []);
  start = () => void this.calls.push('start');
  cancel = () => void this.calls.push('cancel');
}

let stop = () => {};
const atOnce = { ready: () => undefined };
function setUp(
  hash: string,
  holders: Holders = {},
  kept = new KeptFunctions(),
  learner: Pick<Formulas, 'ready'> = atOnce,
) {
  const pool = new WorkerPool({ size: 1, spawn: () => ({ send: () => {}, terminate: () => {} }) });
  const lab = new Lab({ pool, opening: openingAtOnce(), frames: new FakeFrames() });
  const browser = new FakeWindow(hash);
  const tabs = { about: { ids: ['first', 'second'], anchors: { old: 'second' } } };
  const address = new Address(lab, ['lab', 'about', 'own'], browser, holders, kept, learner, {}, tabs);
  const stopFollowing = address.start();
  stop = () => {
    stopFollowing();
    lab.dispose();
  };
  const settle = () => {
    flushSync();
    vi.advanceTimersByTime(400);
  };
  return { lab, browser, address, settle };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('Address', () => {
  it('restores scenario, clock and options', () => {
    const { lab, address } = setUp('#/lab?objective=branin&budget=33&seed=5&t=7&truth=hidden');
    expect([lab.scenario.budget, lab.scenario.seed, lab.clock.wanted]).toEqual([33, 5, 7]);
    expect([address.page, address.options.truth, lab.notices]).toEqual(['lab', 'hidden', []]);
  });

  it('shows the default scenario and a notice for a broken link, and mends it', () => {
    const { lab, browser, settle } = setUp('#/lab?objective=%E0%A4&budget=banana');
    expect(lab.scenario).toEqual(defaultScenario());
    expect(lab.notices.length).toBe(2);
    settle();
    expect(browser.hash).not.toContain('banana');
    expect(lab.notices.length).toBe(2);
  });

  it('follows changes, but not more often than browsers allow', () => {
    const { lab, browser, settle } = setUp('');
    settle();
    const before = browser.rewrites;
    for (let i = 0; i < 100; i++) {
      lab.update({ seed: i + 10 });
      flushSync();
      vi.advanceTimersByTime(10);
    }
    settle();
    expect(browser.rewrites - before).toBeLessThanOrEqual(5);
    expect(browser.hash).toContain('seed=109');
  });

  it('keeps the position out of the address while playing', () => {
    const { lab, browser, address, settle } = setUp('#/lab?objective=branin&t=3');
    settle();
    lab.clock.play();
    settle();
    expect(lab.clock.playing).toBe(true);
    const before = browser.rewrites;
    lab.clock.speed = 2;
    settle();
    expect(browser.rewrites).toBe(before);
    lab.clock.seek(9);
    address.set({ log: false });
    settle();
    expect(browser.hash).toMatch(/t=9/);
    expect(browser.hash).toMatch(/log=0/);
  });

  it('goes where the reader goes', () => {
    const { lab, browser, address } = setUp('#/lab');
    browser.goTo('#/about?objective=branin&seed=12');
    expect([address.page, lab.scenario.seed]).toEqual(['about', 12]);
  });

  it('a page with tabs is left and found again at the one that was open, with everything else as it was', () => {
    const { lab, browser, address, settle } = setUp('#/about?objective=branin&seed=12#old');
    expect([address.page, address.tab, address.place, lab.scenario.seed]).toEqual([
      ...['about', 'second', 'about/second'],
      12,
    ]);
    settle();
    expect(browser.hash).toBe('#/about/second?objective=branin&seed=12');
    expect(address.hashOf('about', 'first')).toBe('#/about?objective=branin&seed=12');
    browser.goTo(address.hashOf('lab'));
    expect([address.page, address.tab, address.place]).toEqual(['lab', '', 'lab']);
    browser.goTo(address.hashOf('about'));
    expect([address.place, lab.scenario.seed, lab.notices]).toEqual(['about/second', 12, []]);
    expect(address.link).toContain('#/about/second?');
    browser.goTo(address.hashOf('about', 'first'));
    expect(address.place).toBe('about');
  });

  it('copies a link that restores what is on screen', async () => {
    const { lab, browser, address } = setUp('#/lab?objective=branin');
    lab.update({ seed: 31 });
    lab.clock.seek(4);
    expect(await address.copyLink()).toBe(true);
    expect(browser.copied).toBe(`https://example.org/app/${browser.hash}`);
    expect(browser.copied).toMatch(/seed=31/);
    expect(browser.copied).toMatch(/t=4/);
  });

  it('goes on where the browser refuses to rewrite or to copy', async () => {
    const { lab, browser, address, settle } = setUp('#/lab');
    browser.refuses = true;
    lab.update({ seed: 2 });
    settle();
    browser.navigator.clipboard.writeText = () => Promise.reject(new Error('NotAllowedError'));
    expect(await address.copyLink()).toBe(false);
    browser.refuses = false;
    lab.update({ seed: 3 });
    settle();
    expect(browser.hash).toContain('seed=3');
  });

  describe('with a function that is too long for a link', () => {
    const held = new Map<string, string>();
    const storage = {
      getItem: (name: string) => held.get(name) ?? null,
      setItem: (name: string, value: string) => void held.set(name, value),
      removeItem: (name: string) => void held.delete(name),
    } as unknown as Storage;
    const long = Array.from({ length: 900 }, (_, i) => i + 0.123);
    const table = { id: 'table', params: { trials: [long, long.map((x) => x / 7)], space: 'lr log' } };
    beforeEach(() => held.clear());

    it('keeps the address short, says so, and restores all of it after a reload', () => {
      const first = setUp('#/lab?seed=4', {}, new KeptFunctions(storage));
      expect(first.address.tooLong).toBe(false);
      first.lab.setProblem(table);
      first.settle();
      expect(first.browser.hash.length).toBeLessThan(LONGEST_LINK);
      expect(first.address.tooLong).toBe(true);
      expect(first.address.link).toContain('0.123');
      stop();
      const again = setUp(first.browser.hash, {}, new KeptFunctions(storage));
      expect(again.lab.scenario.objective).toEqual(first.lab.scenario.objective);
      expect([again.lab.scenario.seed, again.lab.notices]).toEqual([4, []]);
    });

    it('goes to another page and back without losing it, also before it was written', () => {
      const { lab, browser, address } = setUp('#/lab', {}, new KeptFunctions(storage));
      lab.setProblem(table);
      browser.goTo(address.hashOf('about'));
      expect([address.page, lab.scenario.objective.params.trials]).toEqual(['about', table.params.trials]);
    });

    it('keeps also what a page says beyond its scenario, where that is too long by itself', () => {
      const query = `map.trials=${[...long, ...long].join()}`;
      const page = () => Object.assign(new OwnPage(), { part: new LatePart('map.') });
      const first = page();
      const { address, browser, settle } = setUp('#/own', { own: first }, new KeptFunctions(storage));
      first.part.read(query, first.scenario);
      first.scenario = { ...first.scenario, seed: 8 };
      address.set({ log: false });
      settle();
      expect(browser.hash.length).toBeLessThan(200);
      expect([address.tooLong, address.link.includes(query)]).toEqual([true, true]);
      stop();
      const again = page();
      setUp(browser.hash, { own: again }, new KeptFunctions(storage));
      expect([again.part.query, again.scenario.seed, again.notices]).toEqual([query, 8, []]);
    });

    it('says so where the browser does not hold it', () => {
      const { lab } = setUp('#/lab?objective=table&seed=4&kept=1nowhere', {}, new KeptFunctions(storage));
      expect([lab.scenario.objective.id, lab.scenario.seed]).toEqual(['table', 4]);
      expect(lab.notices.map(({ key }) => key)).toEqual(['notice.link-kept']);
    });

    it('writes a long address where the browser keeps nothing', () => {
      const refusing = {
        ...storage,
        getItem: () => null,
        setItem: () => {
          throw new Error('full');
        },
      };
      const { lab, browser, settle } = setUp('#/lab', {}, new KeptFunctions(refusing as unknown as Storage));
      lab.setProblem(table);
      settle();
      expect(browser.hash).toContain('0.123');
    });
  });
});

describe('a page with a scenario of its own', () => {
  it('reads and writes its own, and leaves the Lab’s alone', () => {
    const own = new OwnPage();
    const { lab, browser, address, settle } = setUp('#/lab?objective=forrester&seed=4&t=2', { own });
    expect(own.calls).toEqual(['cancel']);
    expect(address.hashOf('own')).toBe('#/own?objective=branin');
    browser.goTo('#/own?objective=himmelblau&budget=12&seed=x&lang=zh');
    expect([address.page, own.scenario.objective.id, own.scenario.budget]).toEqual(['own', 'himmelblau', 12]);
    expect(own.notices.map(({ key }) => key)).toEqual(['notice.unreadable']);
    expect(lab.notices).toEqual([]);
    expect([lab.scenario.objective.id, lab.scenario.seed, lab.clock.wanted]).toEqual(['forrester', 4, 2]);
    vi.advanceTimersByTime(0);
    expect(own.calls).toEqual(['cancel', 'start']);
    expect(Object.values(lab.runs).map(({ status }) => status)).toContain('cancelled');
    // The page's options go along, the clock does not.
    settle();
    expect(browser.hash).toBe('#/own?objective=himmelblau&budget=12&lang=zh');
    expect(address.hashOf('lab')).toMatch(/objective=forrester.*seed=4.*lang=zh.*t=2/);
    browser.goTo(address.hashOf('lab'));
    expect([own.scenario.objective.id, own.calls.at(-1)]).toEqual(['himmelblau', 'cancel']);
  });

  it('begins with its own problem where the address names none, settings and all', () => {
    const own = new OwnPage();
    setUp('#/own?budget=9', { own });
    expect([own.scenario.objective.id, own.scenario.budget]).toEqual(['branin', 9]);
    expect(own.notices).toEqual([]);
  });

  it('keeps more than a scenario there, also before somebody can read it', () => {
    const own = Object.assign(new OwnPage(), { part: new LatePart('map.') });
    const { browser, address, settle } = setUp('#/own?map.x=1&budget=12&map.y=2', { own });
    settle();
    expect([browser.hash, own.notices]).toEqual(['#/own?objective=branin&budget=12&map.x=1&map.y=2', []]);
    const read: [string, number][] = [];
    const reader = {
      query: 'map.x=3',
      read: (query: string, { budget }: Scenario) => {
        read.push([query, budget]);
        return [{ key: 'notice.unreadable', values: {} }];
      },
    };
    expect(own.part.attach(reader, own.scenario)).toHaveLength(1);
    expect(own.part.attach(reader, own.scenario)).toEqual([]);
    settle();
    expect(browser.hash).toBe('#/own?objective=branin&budget=12&map.x=3');
    expect(address.hashOf('lab')).not.toContain('map');
    expect(address.hashInLab(own.scenario)).not.toContain('map');
    browser.goTo('#/own?budget=13');
    expect(read).toEqual([
      ['map.x=1&map.y=2', 12],
      ['', 13],
    ]);
    expect(own.notices).toHaveLength(1);
    browser.goTo(address.hashOf('lab'));
    expect(address.hashOf('own')).toContain('map.x=3');
  });

  it('can be gone back to', () => {
    const own = new OwnPage();
    const { browser, lab, settle } = setUp('#/own?objective=ackley', { own });
    settle();
    browser.goTo('#/lab?objective=branin');
    browser.goTo('#/own?objective=ackley');
    settle();
    expect([own.scenario.objective.id, own.calls]).toEqual(['ackley', ['start', 'cancel', 'start']]);
    expect(lab.scenario.objective.id).toBe('branin');
  });
});

describe('a link to a formula', () => {
  /** Learning ends when the test says so. */
  function setUpSlow(hash: string) {
    const learning: { of: unknown; over: () => void }[] = [];
    const ready = ([objective]: readonly unknown[]) => {
      const { id, params } = objective as { id: string; params: { formula: string } };
      if (id !== 'formula') return undefined;
      return new Promise<void>((over) => learning.push({ of: params.formula, over }));
    };
    return { ...setUp(hash, {}, undefined, { ready }), learning };
  }
  const link = (formula: string) => `#/lab?objective=formula&objective.formula=${formula}`;

  it('is shown when its minimum is known; until then the page and the address stay', async () => {
    const { lab, browser, settle, learning } = setUpSlow('#/lab?objective=branin');
    browser.goTo(link('x%2B2'));
    lab.update({ seed: 77 });
    settle();
    expect([lab.scenario.objective.id, browser.hash]).toEqual(['branin', link('x%2B2')]);
    learning[0].over();
    await Promise.resolve();
    expect(lab.scenario.objective.params.formula).toBe('x+2');
    settle();
    lab.update({ seed: 78 });
    settle();
    expect(browser.hash).toContain('seed=78');
  });

  it('that another link has overtaken is never shown', async () => {
    const { lab, browser, learning } = setUpSlow('#/lab?objective=branin');
    browser.goTo(link('x%2B3'));
    browser.goTo(link('x%2B4'));
    learning[1].over();
    await Promise.resolve();
    expect(lab.scenario.objective.params.formula).toBe('x+4');
    learning[0].over();
    await Promise.resolve();
    expect(lab.scenario.objective.params.formula).toBe('x+4');

    browser.goTo(link('x%2B5'));
    browser.goTo('#/lab?objective=ackley');
    expect(lab.scenario.objective.id).toBe('ackley');
    learning[2].over();
    await Promise.resolve();
    expect(lab.scenario.objective.id).toBe('ackley');
    // Back to where one was: that, too, is a change.
    browser.goTo(link('x%2B6'));
    browser.goTo('#/lab?objective=ackley');
    learning[3].over();
    await Promise.resolve();
    expect(lab.scenario.objective.id).toBe('ackley');
    expect(learning.map(({ of }) => of)).toEqual(['x+3', 'x+4', 'x+5', 'x+6']);
  });
});
