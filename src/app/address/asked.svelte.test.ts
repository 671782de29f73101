/** Links of a lecturer: the stage as it was asked for, kept in the address, and the way back to it. */
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Scenario } from '#core/types.ts';
import { readScenario } from '#core/scenario.ts';
import { WorkerPool } from '#workers/pool.ts';
import { Lab } from '../lab/lab.svelte.ts';
import { openingAtOnce } from '../opening/testing.ts';
import { FakeFrames } from '../shared/testing.ts';
import { Address } from './address.svelte.ts';
import { FakeWindow } from './testing.ts';

let stop = () => {};
function setUp(hash: string, browser = new FakeWindow(hash)) {
  const pool = new WorkerPool({ size: 1, spawn: () => ({ send: () => {}, terminate: () => {} }) });
  const frames = new FakeFrames();
  const lab = new Lab({ pool, opening: openingAtOnce(), frames });
  const own = {
    scenario: readScenario({ objective: 'branin' }).scenario,
    adopt: (scenario: Scenario) => void (own.scenario = scenario),
    ...{ notify: vi.fn(), dismissNotices: () => {}, start: vi.fn(), cancel: () => {} },
  };
  const address = new Address(lab, ['lab', 'about', 'own', 'home'], browser, { own });
  const stopFollowing = address.start();
  stop = () => {
    stopFollowing();
    lab.dispose();
  };
  const settle = () => {
    flushSync();
    vi.advanceTimersByTime(400);
  };
  return { lab, browser, address, settle, frames, own };
}
const differs = ({ asked, labLink }: Address) => asked !== labLink;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const LINK = '#/lab?objective=branin&t=4&focus=bayes&hide=menu,race';

describe('runs that an address asks for', () => {
  it('start once what is new has been drawn', () => {
    const { own, browser } = setUp('#/lab');
    browser.goTo('#/own?objective=ackley');
    expect([own.scenario.objective.id, own.start.mock.calls.length]).toEqual(['ackley', 0]);
    vi.advanceTimersByTime(0);
    expect(own.start).toHaveBeenCalledTimes(1);
  });

  it('do not start on a page that was left before they could', () => {
    const { own, lab, browser, settle } = setUp('#/own?objective=ackley');
    browser.goTo('#/lab?objective=branin');
    browser.goTo('#/own?objective=himmelblau');
    settle();
    expect(own.start).toHaveBeenCalledTimes(1);
    expect([lab.scenario.objective.id, lab.busy]).toEqual(['branin', false]);
  });

  it('do not start once nobody follows the address any more', () => {
    const { own } = setUp('#/own?objective=ackley');
    stop();
    vi.advanceTimersByTime(400);
    expect(own.start).not.toHaveBeenCalled();
  });
});

describe('a link to a stage', () => {
  it('plays from its trial, or stands at it; where nothing may move it stands', () => {
    const { lab, browser } = setUp(`${LINK}&play=1`);
    expect([lab.clock.playing, lab.clock.wanted]).toEqual([true, 4]);
    browser.goTo('#/lab?objective=branin&t=6');
    expect([lab.clock.playing, lab.clock.wanted]).toEqual([false, 6]);
    // At the end there is nothing to play.
    browser.goTo('#/lab?objective=branin&budget=12&t=12&play=1');
    expect([lab.clock.playing, lab.clock.wanted]).toEqual([false, 12]);
    stop();
    const still = Object.assign(new FakeWindow(`${LINK}&play=1`), { still: true });
    expect(setUp('', still).lab.clock).toMatchObject({ playing: false, wanted: 4 });
  });

  it('keeps focus and what is hidden in the address, without filling the history', () => {
    const { lab, browser, address, settle } = setUp(LINK);
    settle();
    expect(browser.hash).toMatch(/t=4&focus=bayes&hide=menu,race$/);
    const { rewrites } = browser;
    address.set({ focus: 'grid' });
    settle();
    expect(browser.hash).toContain('focus=grid');
    address.set({ focus: '' });
    settle();
    expect(browser.hash).not.toContain('focus');
    expect(browser.rewrites).toBe(rewrites + 2);
    // A strategy that is not there any more is not asked for; once it is back, so is its picture.
    address.set({ focus: 'grid' });
    const { strategies } = lab.scenario;
    lab.update({ strategies: strategies.filter(({ id }) => id !== 'grid') });
    settle();
    expect(browser.hash).not.toContain('focus');
    lab.update({ strategies });
    settle();
    expect(browser.hash).toContain('focus=grid');
  });

  it('writes while it plays what is not the clock’s, and copies a link that plays', async () => {
    const { browser, address, settle } = setUp('#/lab?objective=branin&t=4&play=1');
    settle();
    const { rewrites } = browser;
    settle();
    expect(browser.rewrites).toBe(rewrites);
    address.set({ focus: 'grid' });
    settle();
    expect(browser.hash).toContain('focus=grid');
    expect(await address.copyLink()).toBe(true);
    expect(browser.copied).toContain('play=1');
  });

  it.each(['about', 'own', 'home'])('goes to the page “%s” and back as it was, and paused', (page) => {
    const { lab, browser, address, own } = setUp(`${LINK}&truth=hidden&play=1`);
    const link = address.asked;
    browser.goTo(address.hashOf(page));
    expect([address.page, lab.clock.playing, lab.notices, own.notify.mock.calls.flat()]).toEqual([
      ...[page, false, [], []],
    ]);
    browser.goTo(address.hashOf('lab'));
    expect(lab.notices).toEqual([]);
    expect(address.options).toMatchObject({ focus: 'bayes', hide: 'menu,race', truth: 'hidden' });
    expect(lab.clock).toMatchObject({ wanted: 4, playing: false });
    expect(address.asked).toBe(link);
    expect(differs(address)).toBe(true);
  });

  it('gives other pages’ links to the Lab no focus of its own', () => {
    const { lab, address } = setUp(LINK);
    expect(address.hashInLab(lab.scenario)).toMatch(/hide=menu,race/);
    expect(address.hashInLab(lab.scenario)).not.toMatch(/focus|play/);
  });
});

describe('what the link asked for', () => {
  it('outlives a reload and going back, and is another with another link', () => {
    const { lab, address, browser, settle } = setUp(LINK);
    const link = address.asked;
    lab.update({ seed: 99 });
    settle();
    const { hash, state } = browser;
    stop();
    const reloaded = Object.assign(new FakeWindow(hash), { state });
    const again = setUp('', reloaded);
    expect([again.address.asked, differs(again.address)]).toEqual([link, true]);
    // Another link asks anew; the way back comes to what was there.
    reloaded.goTo('#/lab?objective=branin&seed=5');
    expect(again.address.asked).toMatch(/seed=5/);
    expect(differs(again.address)).toBe(false);
    reloaded.goTo(hash, state);
    expect(again.address.asked).toBe(link);
    // The first link once more.
    reloaded.goTo(LINK);
    expect([again.address.asked, differs(again.address)]).toEqual([link, false]);
  });
});
