/** For the tests of formulas: trees drawn at random, their text with no more brackets than needed, and their value. */
import fc from 'fast-check';
import * as elementary from '../../../math/elementary.ts';
import * as more from '../../../math/more-elementary.ts';

export type Tree =
  | { kind: 'number'; value: number }
  | { kind: 'name'; name: 'x' | 'y' | 'pi' | 'e' }
  | { kind: 'sign'; sign: '-' | '!' | '+'; of: Tree }
  | { kind: 'binary'; sign: string; left: Tree; right: Tree }
  | { kind: 'call'; name: string; args: Tree[] }
  | { kind: 'choice'; test: Tree; then: Tree; otherwise: Tree };

/** How tightly binary signs bind. */
const TIGHTNESS: Record<string, number> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};
const POWER = 8;
const SIGN = 7;
const COMPARISON = [3, 4];

const wrong = (...given: number[]) => given.some(Number.isNaN);
const angle = (f: (x: number) => number) => (x: number) => (Math.abs(x) > 1125899906842624 ? NaN : f(x));
const floored = (a: number, b: number) => {
  const rest = a % b;
  if (rest === 0) return 0;
  return rest < 0 === b < 0 ? rest : rest + b;
};

/** What the functions mean, written down a second time. */
const MEANING: Record<string, { args: number; value: (...args: number[]) => number }> = {
  exp: { args: 1, value: elementary.exp },
  ln: { args: 1, value: elementary.log },
  log: { args: 1, value: elementary.log },
  log2: { args: 1, value: elementary.log2 },
  log10: { args: 1, value: elementary.log10 },
  log1p: { args: 1, value: elementary.log1p },
  expm1: { args: 1, value: elementary.expm1 },
  sqrt: { args: 1, value: Math.sqrt },
  cbrt: { args: 1, value: more.cbrt },
  abs: { args: 1, value: Math.abs },
  sign: { args: 1, value: Math.sign },
  floor: { args: 1, value: Math.floor },
  ceil: { args: 1, value: Math.ceil },
  round: { args: 1, value: Math.round },
  sin: { args: 1, value: angle(elementary.sin) },
  cos: { args: 1, value: angle(elementary.cos) },
  tan: { args: 1, value: angle(more.tan) },
  asin: { args: 1, value: more.asin },
  acos: { args: 1, value: more.acos },
  atan: { args: 1, value: more.atan },
  sinh: { args: 1, value: more.sinh },
  cosh: { args: 1, value: more.cosh },
  tanh: { args: 1, value: elementary.tanh },
  sigmoid: { args: 1, value: more.sigmoid },
  relu: { args: 1, value: (x) => (x > 0 ? x : wrong(x) ? NaN : 0) },
  pow: { args: 2, value: elementary.pow },
  mod: { args: 2, value: floored },
  min: { args: 3, value: Math.min },
  max: { args: 2, value: Math.max },
  hypot: { args: 2, value: more.hypot },
};
export const FUNCTION_NAMES = Object.keys(MEANING);

export function valueOf(tree: Tree, x: readonly number[]): number {
  switch (tree.kind) {
    case 'number':
      return tree.value;
    case 'name':
      return { x: x[0], y: x[1], pi: Math.PI, e: Math.E }[tree.name];
    case 'sign': {
      const of = valueOf(tree.of, x);
      if (tree.sign === '!') return wrong(of) ? NaN : of === 0 ? 1 : 0;
      return tree.sign === '-' ? -of : of;
    }
    case 'binary': {
      const [a, b] = [valueOf(tree.left, x), valueOf(tree.right, x)];
      switch (tree.sign) {
        case '+':
          return a + b;
        case '-':
          return a - b;
        case '*':
          return a * b;
        case '/':
          return a / b;
        case '%':
          return floored(a, b);
        case '^':
          return elementary.pow(a, b);
      }
      if (wrong(a, b)) return NaN;
      const holds: Record<string, boolean> = {
        '<': a < b,
        '>': a > b,
        '<=': a <= b,
        '>=': a >= b,
        '==': a === b,
        '!=': a !== b,
        '&&': a !== 0 && b !== 0,
        '||': a !== 0 || b !== 0,
      };
      return holds[tree.sign] ? 1 : 0;
    }
    case 'call':
      return MEANING[tree.name].value(...tree.args.map((argument) => valueOf(argument, x)));
    case 'choice': {
      const test = valueOf(tree.test, x);
      if (wrong(test)) return NaN;
      return valueOf(test !== 0 ? tree.then : tree.otherwise, x);
    }
  }
}

/** With brackets only where the grammar needs them, so that reading has to know what binds tighter. */
export function textOf(tree: Tree, spaced = ''): string {
  const inside = (of: Tree, least: number) => {
    const text = textOf(of, spaced);
    return tightness(of) < least ? `(${text})` : text;
  };
  switch (tree.kind) {
    case 'number':
      return String(tree.value);
    case 'name':
      return tree.name;
    case 'sign':
      return `${tree.sign}${inside(tree.of, SIGN)}`;
    case 'binary': {
      if (tree.sign === '^') {
        // On the right, a sign or another power needs no brackets.
        return `${inside(tree.left, POWER + 1)}^${inside(tree.right, SIGN)}`;
      }
      const own = TIGHTNESS[tree.sign];
      const chains = COMPARISON.includes(own) && COMPARISON.includes(tightness(tree.left));
      const left = chains ? `(${textOf(tree.left, spaced)})` : inside(tree.left, own);
      return `${left}${spaced}${tree.sign}${spaced}${inside(tree.right, own + 1)}`;
    }
    case 'call':
      return `${tree.name}(${tree.args.map((argument) => textOf(argument, spaced)).join(`,${spaced}`)})`;
    case 'choice':
      return `${inside(tree.test, 1)} ? ${textOf(tree.then, spaced)} : ${textOf(tree.otherwise, spaced)}`;
  }
}

function tightness(tree: Tree): number {
  if (tree.kind === 'choice') return 0;
  if (tree.kind === 'sign') return SIGN;
  if (tree.kind === 'binary') return tree.sign === '^' ? POWER : TIGHTNESS[tree.sign];
  return POWER + 1;
}

const NUMBERS = [0, 0.3, 0.5, 1, 2, 3, 20, 1e-3, 1e3, 1e-310, 1e300];
const leaf: fc.Arbitrary<Tree> = fc.oneof(
  fc.constantFrom<Tree>({ kind: 'name', name: 'x' }, { kind: 'name', name: 'y' }),
  fc.constantFrom<Tree>({ kind: 'name', name: 'pi' }, { kind: 'name', name: 'e' }),
  fc.constantFrom(...NUMBERS).map((value): Tree => ({ kind: 'number', value })),
  fc.double({ min: 0, max: 9, noNaN: true }).map((value): Tree => ({ kind: 'number', value: value + 0 })),
);

/** Trees of every kind of node; `smooth`: without jumps, choices and truths. */
export const treeArbitrary = (smooth = false): fc.Arbitrary<Tree> =>
  fc.letrec<{ tree: Tree }>((tie) => {
    const signs = smooth ? ['+', '-', '*', '/', '^'] : [...Object.keys(TIGHTNESS), '^'];
    const jumps = ['sign', 'floor', 'ceil', 'round', 'mod', 'tan'];
    const names = FUNCTION_NAMES.filter((name) => !smooth || !jumps.includes(name));
    const inner = [
      fc
        .record({ sign: fc.constantFrom(...signs), left: tie('tree'), right: tie('tree') })
        .map((parts): Tree => ({ kind: 'binary', ...parts })),
      fc
        .record({ sign: fc.constantFrom('-' as const, '+' as const), of: tie('tree') })
        .map((parts): Tree => ({ kind: 'sign', ...parts })),
      fc
        .constantFrom(...names)
        .chain((name) =>
          fc
            .array(tie('tree'), { minLength: MEANING[name].args, maxLength: MEANING[name].args })
            .map((args): Tree => ({ kind: 'call', name, args })),
        ),
    ];
    if (!smooth) {
      inner.push(
        tie('tree').map((of): Tree => ({ kind: 'sign', sign: '!', of })),
        fc
          .record({ test: tie('tree'), then: tie('tree'), otherwise: tie('tree') })
          .map((parts): Tree => ({ kind: 'choice', ...parts })),
      );
    }
    return { tree: fc.oneof({ maxDepth: 5, depthSize: 'medium' }, leaf, ...inner) };
  }).tree;
