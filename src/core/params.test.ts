import { describe, expect, it } from 'vitest';
import {
  formatParam,
  isActive,
  MAX_LIST,
  quote,
  readParam,
  readParams,
  type ParamDeclarations,
} from './params.ts';

const declarations: ParamDeclarations = {
  rate: { kind: 'real', min: -1, max: 1, default: 0.5, when: { param: 'kind', is: ['a'] } },
  count: { kind: 'int', min: 1, max: 9, default: 3 },
  kind: { kind: 'choice', options: ['a', 'b'], default: 'a', when: { param: 'on', is: [true] } },
  on: { kind: 'bool', default: true },
  levels: { kind: 'lists', default: [] },
};

describe('a declared parameter', () => {
  it.each([
    ['rate', '0.25', 0.25, undefined],
    ['rate', '1e-3', 0.001, undefined],
    ['rate', -0, 0, undefined],
    ['rate', 2, 1, 'clamped'],
    ['rate', '-Infinity', -1, 'clamped'],
    ['rate', NaN, 0.5, 'unreadable'],
    ['rate', '', 0.5, 'unreadable'],
    ['rate', [0.1], 0.5, 'unreadable'],
    ['count', '4', 4, undefined],
    ['count', 4.4, 4, 'rounded'],
    ['count', 4.6, 5, 'rounded'],
    ['count', 0, 1, 'clamped'],
    ['kind', 'b', 'b', undefined],
    ['kind', 'c', 'a', 'unreadable'],
    ['kind', 'toString', 'a', 'unreadable'],
    ['on', 'false', false, undefined],
    ['on', 0, true, 'unreadable'],
    ['levels', '0.4,0.5;1e-4', [[0.4, 0.5], [1e-4]], undefined],
    ['levels', ';1', [[], [1]], undefined],
    ['levels', '', [], undefined],
    ['levels', [[]], [], undefined],
    ['levels', '1,x', [], 'unreadable'],
    ['levels', '1,Infinity', [], 'unreadable'],
    ['levels', [1, 2], [], 'unreadable'],
    ['levels', [new Array(MAX_LIST + 1).fill(0)], [], 'unreadable'],
  ] as const)('%s from %j is %j (%s)', (name, given, value, problem) => {
    expect(readParam(declarations[name], given)).toEqual(problem ? { value, problem } : { value });
  });

  it('has a text that is read back', () => {
    const levels = [[0.1, 1e-7], [], [1e21, -3]];
    expect(readParam(declarations.levels, formatParam(levels))).toEqual({ value: levels });
  });

  it('gives every run a default of its own', () => {
    const first = readParams(declarations, {}, 'x').values.levels as number[][];
    first.push([1]);
    expect(readParams(declarations, {}, 'x').values.levels).toEqual([]);
    expect((readParam(declarations.levels, 'x').value as number[][]).length).toBe(0);
  });

  it('is complained about by its owner’s name', () => {
    const { values, notices } = readParams(declarations, { count: '20', nope: 1 }, 'grid');
    expect(values.count).toBe(9);
    expect(notices).toEqual([
      { key: 'notice.clamped', values: { name: 'grid.count', given: '20', used: '9', expected: '1 … 9' } },
      {
        key: 'notice.unknown-param',
        values: { owner: 'grid', name: 'nope', known: 'rate, count, kind, on, levels' },
      },
    ]);
  });

  it('has an effect only while those it depends on say so, all the way up', () => {
    const values = readParams(declarations, {}, 'x').values;
    expect(isActive(declarations, 'rate', values)).toBe(true);
    expect(isActive(declarations, 'rate', { ...values, kind: 'b' })).toBe(false);
    expect(isActive(declarations, 'rate', { ...values, on: false })).toBe(false);
    expect(isActive(declarations, 'count', values)).toBe(true);
  });
});

describe('a text with rules of its own', () => {
  const said = { key: 'problem.no-a', values: { at: 0 } };
  const text: ParamDeclarations = {
    word: {
      kind: 'text',
      default: 'ok',
      maxLength: 5,
      check: (given) => (given.includes('a') ? said : undefined),
    },
  };

  it('is taken as it is, blanks and all, or refused in its own words', () => {
    expect(readParam(text.word, ' b+ ')).toEqual({ value: ' b+ ' });
    expect(readParam(text.word, 'cat')).toEqual({ value: 'ok', problem: 'refused', said });
    expect(readParam(text.word, 'bbbbbb').said).toEqual({
      key: 'problem.text-long',
      values: { length: 6, most: 5 },
    });
    expect(readParam(text.word, 5)).toEqual({ value: 'ok', problem: 'unreadable' });
  });

  it('keeps what was entered, and says where', () => {
    const { values, notices } = readParams(text, { word: 'cat' }, 'own');
    expect(values).toEqual({ word: 'ok' });
    expect(notices).toEqual([{ key: 'problem.no-a', values: { at: 0, field: 'own.word', entered: 'cat' } }]);
  });
});

it('lists may have limits of their own', () => {
  const lists = {
    kind: 'lists',
    default: [],
    maxLists: 2,
    maxItems: 100,
  } as const satisfies ParamDeclarations[string];
  expect(readParam({ ...lists, default: [] }, [new Array(100).fill(1), [1]]).problem).toBeUndefined();
  expect(readParam({ ...lists, default: [] }, [new Array(101).fill(1)]).problem).toBe('unreadable');
  expect(readParam({ ...lists, default: [] }, [[1], [2], [3]]).problem).toBe('unreadable');
});

it('quotes anything, long texts by their beginning', () => {
  expect(quote('x'.repeat(50))).toBe(`${'x'.repeat(39)}…`);
  expect(quote({ a: 1 })).toBe('{"a":1}');
  expect(quote(undefined)).toBe('undefined');
  expect(quote(10n)).toBe('(bigint)');
});
