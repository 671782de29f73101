import { expect, it } from 'vitest';
import { Recent } from './recent.ts';

it('holds so many, and lets go of what nobody has used for longest', () => {
  const recent = new Recent<string, number>(2);
  recent.set('a', 1);
  recent.set('b', 2);
  expect(recent.get('a')).toBe(1);
  recent.set('c', 3);
  expect([recent.get('b'), recent.get('a'), recent.get('c')]).toEqual([undefined, 1, 3]);
  expect([...recent.values()]).toEqual([1, 3]);
  // To ask whether it is there is no use of it.
  expect(recent.has('a')).toBe(true);
  recent.set('d', 4);
  expect([...recent.values()]).toEqual([3, 4]);
});

it('takes another value for the same key, and forgets', () => {
  const recent = new Recent<string, number>(2);
  recent.set('a', 1);
  recent.set('b', 2);
  recent.set('a', 5);
  expect([...recent.values()]).toEqual([2, 5]);
  recent.delete('b');
  expect(recent.size).toBe(1);
  recent.clear();
  expect(recent.get('a')).toBeUndefined();
});
