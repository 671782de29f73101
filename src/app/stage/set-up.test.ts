import { expect, it } from 'vitest';
import { RACE, RANKING, setUpOrder } from './set-up.ts';

const ids = ['grid', 'random', 'bayes'];

it('pictures come in their order, then the race, then who leads', () => {
  expect(setUpOrder(ids, { large: null, phone: false })).toEqual([...ids, RACE, RANKING]);
});

it('what is large comes first', () => {
  const order = ['bayes', 'grid', 'random', RACE, RANKING];
  expect(setUpOrder(ids, { large: 'bayes', phone: false })).toEqual(order);
});

it('on a phone the race stands above the small pictures, and does not wait for them', () => {
  const order = ['random', RACE, 'grid', 'bayes', RANKING];
  expect(setUpOrder(ids, { large: 'random', phone: true })).toEqual(order);
});

it('where pictures are hidden there is the rest', () => {
  expect(setUpOrder([], { large: null, phone: true })).toEqual([RACE, RANKING]);
});
