/** The front door's address: it has no scenario, and leaves everybody's as it is. */
import { expect, it } from 'vitest';
import { WorkerPool } from '#workers/pool.ts';
import { Lab } from '../lab/lab.svelte.ts';
import { openingAtOnce } from '../opening/testing.ts';
import { FakeFrames } from '../shared/testing.ts';
import { Address } from './address.svelte.ts';
import { FakeWindow } from './testing.ts';

it('a place in the course is the page’s own: it comes and goes without a scenario, and follows whoever scrolls', () => {
  const pool = new WorkerPool({ size: 1, spawn: () => ({ send: () => {}, terminate: () => {} }) });
  const lab = new Lab({ pool, opening: openingAtOnce(), frames: new FakeFrames() });
  const browser = new FakeWindow('#/lab?objective=branin&budget=12&seed=5&t=7');
  const tabs = { learn: { ids: [], anchors: {}, any: true } };
  const address = new Address(
    lab,
    ['lab', 'home', 'learn'],
    browser,
    {},
    undefined,
    undefined,
    undefined,
    tabs,
  );
  const stop = address.start();
  const before = lab.scenario;

  browser.goTo('#/learn/random/one-run?lang=zh');
  expect([address.page, address.tab, address.hash]).toEqual([
    ...['learn', 'random/one-run', '#/learn/random/one-run?lang=zh'],
  ]);
  expect([lab.scenario, lab.clock.wanted, lab.notices]).toEqual([before, 7, []]);
  const { arrivals } = address;
  address.turn('learn', 'random/sixty');
  expect([address.hash, address.arrivals]).toEqual(['#/learn/random/sixty?lang=zh', arrivals]);
  // Where the reader was is found again from elsewhere; the list has an address of its own.
  browser.goTo(address.hashOf('lab'));
  expect([address.hashOf('learn'), address.hashOf('learn', '')]).toEqual([
    ...['#/learn/random/sixty?lang=zh', '#/learn?lang=zh'],
  ]);
  stop();
  lab.dispose();
  pool.dispose();
});

it('leaves scenario and clock as they are, and says what it could not read', () => {
  const pool = new WorkerPool({ size: 1, spawn: () => ({ send: () => {}, terminate: () => {} }) });
  const lab = new Lab({ pool, opening: openingAtOnce(), frames: new FakeFrames() });
  const browser = new FakeWindow('#/lab?objective=branin&budget=12&seed=5&t=7');
  const address = new Address(lab, ['lab', 'home'], browser);
  const stop = address.start();
  const before = lab.scenario;
  const back = address.hashOf('lab');
  lab.start();

  browser.goTo('#/?lang=klingon');
  expect(address.page).toBe('home');
  expect([lab.scenario, lab.clock.wanted]).toEqual([before, 7]);
  expect(lab.busy, 'the cores belong to what is on screen').toBe(false);
  expect(lab.notices.map(({ key }) => key)).toEqual(['notice.unreadable']);
  expect([address.hash, address.hashOf('lab')]).toEqual(['#/', back]);

  browser.goTo(back);
  expect([address.page, lab.scenario, lab.clock.wanted, lab.notices]).toEqual(['lab', before, 7, []]);
  stop();
  lab.dispose();
  pool.dispose();
});
