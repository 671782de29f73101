import fc from 'fast-check';
import jsep from 'jsep';
import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import { LONGEST_FORMULA } from './limits.ts';
import { parseFormula } from './parse.ts';
import { FUNCTIONS } from './operations.ts';
import { FUNCTION_NAMES, textOf, treeArbitrary, valueOf } from './testing.ts';

function read(text: string) {
  const parsed = parseFormula(text);
  if ('problem' in parsed) throw new Error(`${text}: ${JSON.stringify(parsed.problem)}`);
  return parsed.formula;
}
const value = (text: string, ...x: number[]) => compile(read(text).expression)(x);
const refusal = (text: string) => {
  const parsed = parseFormula(text);
  return 'problem' in parsed ? parsed.problem : undefined;
};

describe('a formula', () => {
  it.each<[string, number]>([
    ['-x^2', -4],
    ['2^3^2', 512],
    ['2**3**2', 512],
    ['2^-x', 0.25],
    ['-2^-x^2', -0.0625],
    ['(-x)^2', 4],
    ['1 - 2 - 3', -4],
    ['12 / 2 / 3', 2],
    ['2 + 3 * x % 4', 4],
    ['x > 1 && y < 1 || 0', 0],
    ['!x == 0', 1],
    ['x > 1 ? y > 5 ? 1 : 2 : 3', 2],
    ['x>0 ?.5:1', 0.5],
    ['(0 < x) < 1', 0],
    ['mod(-1, 3)', 2],
    ['min(3, y, x) + max(1, x)', 4],
    ['1e3 + .5 + 2.', 1002.5],
    ['PI - Pi + Sin(0)', 0],
    ['（x－０．５）＊２', 3],
    ['x × y − 6 ÷ 3', 4],
    ['π/pi', 1],
  ])('%s with x = 2, y = 3 is %d', (text, expected) => {
    expect(value(text, 2, 3)).toBe(expected);
  });

  it('has the dimensions of its highest variable, at least one', () => {
    const shape = (text: string) => {
      const { dimension, used, numbered } = read(text);
      return [dimension, used, numbered];
    };
    expect(shape('3')).toEqual([1, [false], false]);
    expect(shape('y')).toEqual([2, [false, true], false]);
    expect(shape('x6 + x2')).toEqual([6, [false, true, false, false, false, true], true]);
  });

  it('lets a failed evaluation pass through truths and choices', () => {
    for (const text of ['log(x) > 0', '!log(x)', 'log(x) ? 1 : 2', '1 || log(x)', 'min(1, log(x))']) {
      expect(value(text, -1)).toBeNaN();
    }
    expect(value('x > 0 ? log(x) : 7', -1)).toBe(7);
    expect(value('sin(1e16*x)', 1)).toBeNaN();
    expect(value('1/x', 0)).toBe(Infinity);
  });

  it('means what its tree means, to the bit', () => {
    fc.assert(
      fc.property(
        treeArbitrary(),
        fc.constantFrom('', ' ', '\t '),
        fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 2, maxLength: 2 }),
        (tree, space, x) => {
          const text = textOf(tree, space);
          if (text.length > LONGEST_FORMULA) return;
          const [got, wanted] = [value(text, ...x), valueOf(tree, x)];
          if (!Object.is(got, wanted)) expect.fail(`${text} at ${x}: ${got}, not ${wanted}`);
        },
      ),
      { numRuns: 2500 },
    );
  });

  it('is tested with every function there is', () => {
    expect([...FUNCTION_NAMES].sort()).toEqual([...FUNCTIONS.keys()].sort());
  });
});

describe('a refusal points at the character', () => {
  it.each<[string, string, number | undefined, string?]>([
    ['', 'empty', undefined],
    ['  ', 'empty', undefined],
    ['x +', 'end', 3],
    ['x ^', 'end', 3],
    ['x > 0 ? 1', 'end', 9],
    ['((x)', 'unclosed', 0],
    ['1 + sin(x', 'unclosed', 7],
    ['(x))', 'unexpected', 3, ')'],
    ['2 * ()', 'unexpected', 5, ')'],
    ['* x', 'unexpected', 0, '*'],
    ['x @ 2', 'unexpected', 2, '@'],
    ['x ≤ 1', 'unexpected', 2, '≤'],
    ['x! + 1', 'unexpected', 1, '!'],
    ['~x', 'unexpected', 0, '~'],
    ['x & 1', 'unexpected', 2, '&'],
    ['1.2.3', 'unexpected', 3, '.'],
    ['"x"', 'unexpected', 0, '"'],
    ['[x, 1]', 'unexpected', 0, '['],
    ['x[0]', 'unexpected', 1, '['],
    ['x.y', 'unexpected', 1, '.'],
    ['x; y', 'unexpected', 1, ';'],
    ['max(x,)', 'unexpected', 6, ')'],
    ['0,5*x', 'comma', 1],
    ['f(x) = x', 'equals', 5],
    ['x === 1', 'equals', 4],
    ['x : 1', 'choice', 2],
    ['0 < x < 1', 'chain', 8],
    ['2x', 'times', 1, '2*x'],
    ['2 sin(x)', 'times', 2, '2*sin'],
    ['(x + 1)(x - 1)', 'times', 7, '(…)*(…)'],
    ['3(x)', 'times', 1, '3*(…)'],
    ['x y', 'times', 2, 'x*y'],
    ['sin x', 'not-called', 0, 'sin'],
    ['2 + exp', 'not-called', 4, 'exp'],
    ['x(2)', 'not-function', 0, 'x'],
    ['pi(2)', 'not-function', 0, 'pi'],
    ['2e*x', 'number', 1, '2e'],
    ['1e999', 'number', 0, '1e999'],
    ['1 + foo', 'name', 4, 'foo'],
    ['z', 'name', 0, 'z'],
    ['x7', 'name', 0, 'x7'],
    ['siin(x)', 'name-like', 0, 'siin'],
    ['1 + sqr(x)', 'name-like', 4, 'sqr'],
    ['pow(x)', 'arguments', 0, 'pow'],
    ['1 - sin(x, y)', 'arguments', 4, 'sin'],
    ['max()', 'arguments', 0, 'max'],
    ['x + x2', 'variables', 4, 'x2'],
  ])('%s: %s', (text, key, at, given) => {
    const said = refusal(text);
    expect(said?.key).toBe(`problem.formula-${key}`);
    expect([said?.values.at, said?.values.given]).toEqual([at, given]);
  });

  it.each([
    ...['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'prototype', 'this', 'null'],
    ...['true', 'window', 'globalThis', 'eval', 'Function', 'arguments', 'process', 'import'],
  ])('%s is an unknown name like any other', (name) => {
    for (const text of [name, `${name}(x)`, `${name}()`, `x + ${name}`, `sin(${name})`]) {
      expect(refusal(text)).toMatchObject({
        key: expect.stringMatching(/^problem\.formula-name(-like)?$/) as string,
        values: { at: text.indexOf(name), given: name },
      });
    }
    expect(refusal(`x.${name}`)?.values).toEqual({ at: 1, given: '.' });
  });

  it('that is too long or too deep is refused before it can do harm', () => {
    expect(refusal('x'.repeat(100_000))).toEqual({
      key: 'problem.text-long',
      values: { length: 100_000, most: LONGEST_FORMULA },
    });
    for (const [open, close] of [
      ['(', ')'],
      ['sin(', ')'],
      ['-', ''],
      ['x^', ''],
      ['x ? 1 : ', ''],
      ['!', ''],
    ]) {
      const text = `${open.repeat(240)}x${close.repeat(240)}`;
      expect(refusal(text)?.key, open).toBe('problem.formula-deep');
    }
    // As many as are allowed are worked out, and so are long sums.
    expect(value(`${'('.repeat(99)}x${')'.repeat(99)}`, 5)).toBe(5);
    expect(value('x+'.repeat(999) + 'x', 2)).toBe(2000);
  });
});

it('takes anything at all without throwing, and points inside the text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'x',
      'y',
      'x1',
      'sin',
      '(',
      ')',
      '+',
      '^',
      '**',
      '?',
      ':',
      ',',
      '.',
      '1e',
      '2',
      '&&',
      '<',
      '=',
      '!',
    ),
    fc.constantFrom(
      '"',
      "'",
      '[',
      ']',
      '`',
      '${',
      '\\',
      ';',
      '__proto__',
      '=>',
      '//',
      '\u0000',
      '\ud800',
      '−',
      '　',
    ),
    fc.string({ maxLength: 6, unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const text = pieces.join('');
      const parsed = parseFormula(text);
      if (!('problem' in parsed)) {
        compile(parsed.formula.expression)([0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
        return;
      }
      const { key, values } = parsed.problem;
      expect(key).toMatch(/^problem\.(formula|text)-/);
      if (values.at !== undefined) {
        expect(values.at).toBeGreaterThanOrEqual(0);
        expect(values.at).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 2500 },
  );
});

it('leaves the library as it was for everybody else', () => {
  read('x^2');
  expect(jsep('a^b')).toMatchObject({ type: 'BinaryExpression', operator: '^' });
  expect(jsep('a.b')).toMatchObject({ type: 'MemberExpression' });
});
