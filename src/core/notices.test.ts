import { describe, expect, it } from 'vitest';
import { counted } from './notices.ts';
import { readScenario } from './scenario.ts';
import { say } from './types.ts';

describe('many messages', () => {
  it('are said as they are while they are few', () => {
    const few = ['a', 'b', 'a', 'a'].map((key) => say(key));
    expect(counted(few)).toEqual(few.map((message) => ({ message, more: 0 })));
    expect(counted([])).toEqual([]);
  });

  it('are counted by kind, the first of each said in their order', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => say(i % 2 ? 'odd' : 'even', { i }));
    const said = counted([say('first'), ...many, say('last')]);
    expect(said.map(({ message, more }) => [message.key, message.values.i, more])).toEqual([
      ['first', undefined, 0],
      ['even', 0, 0],
      ['odd', 1, 0],
      ['even', 2, 0],
      ['odd', 3, 0],
      ['even', 4, 9997],
      ['odd', 5, 9997],
      ['last', undefined, 0],
    ]);
  });

  it('take their reason with them, or leave it out with them', () => {
    const pairs = Array.from({ length: 5 }, (_, i) => [say('misfit', { i }), say('why', { i })]).flat();
    const said = counted(pairs, 1, ({ key }) => key === 'why');
    expect(said).toEqual([
      { message: say('misfit', { i: 0 }), more: 4 },
      { message: say('why', { i: 0 }), more: 0 },
    ]);
  });

  it('of a link that names 20,000 unknown strategies are a handful', () => {
    const strategies = Array.from({ length: 20_000 }, (_, i) => `s${i}`);
    const said = counted(readScenario({ strategies }).notices);
    expect(said.map(({ more }) => more)).toEqual([0, 0, 19_997, 0]);
  });
});
