import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubledKey } from './doubled-key.ts';

describe('a key that is there twice', () => {
  it.each([
    ['{"a":1,"a":1}', 'a'],
    ['{"a":{"b":1},"c":[0,{"d":[],"d":2}]}', 'c.1.d'],
    ['[[1,{}],{"x":{"y":null,"z":"},{","y":3}}]', '1.x.y'],
    // The same key, however it is written.
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{"\\"":1, "\\"" :2}', '"'],
    ['{"":1,"":2}', ''],
  ])('is found in %s', (text, path) => expect(doubledKey(text)).toBe(path));

  it('is not found where there is none, whatever the texts hold', () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (json, key) => {
        // fast-check may write a key twice itself: what JSON.parse keeps has none.
        const value = JSON.parse(json) as unknown;
        expect(doubledKey(JSON.stringify(value, null, 1))).toBeUndefined();
        const name = JSON.stringify(key);
        expect(doubledKey(`{${name}:${JSON.stringify(value)},${name}:"${'\\"'}{"}`)).toBe(key);
      }),
    );
  });

  it('is looked for in long texts too', () => {
    const long = JSON.stringify('"\\'.repeat(500_000));
    expect(doubledKey(`{"a":${long},"a":${long}}`)).toBe('a');
  });
});
