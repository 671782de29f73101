/**
 * Reads a formula: a text in, a tree of known operations out, or one sentence that points at the character. Nothing is
 * ever evaluated as code.
 *
 * `at` is the 0-based index of a UTF-16 unit of the text as it was given:
 *
 * | key                          | values                                       |
 * | ---------------------------- | -------------------------------------------- |
 * | problem.formula-empty        | –                                            |
 * | problem.text-long            | length, most                                 |
 * | problem.formula-deep         | at, most                                     |
 * | problem.formula-end          | at                                           |
 * | problem.formula-unclosed     | at: the bracket                              |
 * | problem.formula-unexpected   | at, given                                    |
 * | problem.formula-comma        | at                                           |
 * | problem.formula-equals       | at                                           |
 * | problem.formula-choice       | at                                           |
 * | problem.formula-chain        | at                                           |
 * | problem.formula-times        | at, given: how it would be written           |
 * | problem.formula-number       | at, given                                    |
 * | problem.formula-name         | at, given                                    |
 * | problem.formula-name-like    | at, given, meant                             |
 * | problem.formula-not-called   | at, given                                    |
 * | problem.formula-not-function | at, given                                    |
 * | problem.formula-arguments    | at, given, expected, found                   |
 * | problem.formula-variables    | at, given, other: as the first was written   |
 */
import { lookUp } from '../../../look-up.ts';
import { shorten } from '../../../params.ts';
import type { Message } from '../../../types.ts';
import { say } from '../../../types.ts';
import type { Expression, Formula } from './expression.ts';
import { FormulaParser, refuse, Refusal, type Parsed } from './parser.ts';
import { kept } from '../kept.ts';
import { LONGEST_FORMULA } from './limits.ts';
import { nearest } from './nearest.ts';
import { CONSTANTS, FUNCTIONS, OPERATIONS, OPERATORS, VARIABLES, type OperationName } from './operations.ts';

/** Never throws; the same text gives the same object while it is remembered. */
export const parseFormula = (text: string): { formula: Formula } | { problem: Message } =>
  text.length > LONGEST_FORMULA
    ? { problem: say('problem.text-long', { length: text.length, most: LONGEST_FORMULA }) }
    : remembered(text);

const remembered = kept(64, (text: string): { formula: Formula } | { problem: Message } => {
  try {
    if (text.trim() === '') refuse(say('problem.formula-empty'));
    const plain = asTyped(text);
    return { formula: new Reader(plain).formula(new FormulaParser(plain).whole()) };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.said };
    throw error;
  }
});

const LIKE: Readonly<Record<string, string>> = {
  '−': '-',
  '–': '-',
  '×': '*',
  '·': '*',
  '⋅': '*',
  '∗': '*',
  '÷': '/',
  '∕': '/',
};

/** Signs as they are printed and full-width characters as ASCII, one for one, so that every index stays right. */
const asTyped = (text: string): string =>
  text
    .replace(/[−–×·⋅∗÷∕]/g, (sign) => lookUp(LIKE, sign)!)
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, ' ');

class Reader {
  readonly #text: string;
  readonly #used: boolean[] = [];
  #spelling: { numbered: boolean; name: string } | undefined;
  #size = 0;

  constructor(text: string) {
    this.#text = text;
  }

  formula(root: Parsed): Formula {
    const expression = this.#read(root);
    const dimension = Math.max(1, this.#used.length);
    return {
      expression,
      dimension,
      used: Array.from({ length: dimension }, (_, i) => this.#used[i] ?? false),
      numbered: this.#spelling?.numbered ?? false,
      size: this.#size,
    };
  }

  /** A closed list of kinds: whatever else jsep may parse is refused where it stands. */
  #read(node: Parsed): Expression {
    this.#size += 1;
    switch (node.type) {
      case 'Literal':
        return this.#number(node);
      case 'Identifier':
        return this.#name(node);
      case 'UnaryExpression': {
        const argument = this.#read(node.argument as Parsed);
        if (node.operator === '+') return argument;
        if (node.operator === '-') return call('negate', argument);
        if (node.operator === '!') return call('not', argument);
        return this.#unknown(node);
      }
      case 'BinaryExpression':
        return this.#binary(node);
      case 'CallExpression':
        return this.#call(node);
      case 'ConditionalExpression': {
        const [test, then, otherwise] = [node.test, node.consequent, node.alternate].map((part) =>
          this.#read(part as Parsed),
        );
        return { kind: 'choice', test, then, otherwise };
      }
      default:
        return this.#unknown(node);
    }
  }

  #number(node: Parsed): Expression {
    const { value } = node;
    if (typeof value !== 'number') return this.#unknown(node);
    if (!Number.isFinite(value)) {
      refuse(say('problem.formula-number', { at: node.start!, given: shorten(String(node.raw)) }));
    }
    return { kind: 'number', value };
  }

  #name(node: Parsed): Expression {
    const name = String(node.name);
    const lower = name.toLowerCase();
    const at = node.start!;
    const variable = VARIABLES.get(lower);
    if (variable) {
      const { index, numbered } = variable;
      this.#spelling ??= { numbered, name };
      if (this.#spelling.numbered !== numbered) {
        refuse(say('problem.formula-variables', { at, given: name, other: this.#spelling.name }));
      }
      this.#used[index] = true;
      return { kind: 'variable', index };
    }
    const value = CONSTANTS.get(lower);
    if (value !== undefined) return { kind: 'number', value };
    if (FUNCTIONS.has(lower)) refuse(say('problem.formula-not-called', { at, given: name }));
    return this.#unknown(node);
  }

  #binary(node: Parsed): Expression {
    const [left, right] = [node.left as Parsed, node.right as Parsed];
    const operation = node.operator === '^' ? 'pow' : OPERATORS.get(node.operator as string);
    if (!operation) return this.#unknown(node);
    // 0 < x < 1 would compare a truth with 1: never what was meant.
    if (isComparison(node) && isComparison(left) && !left.grouped) {
      refuse(say('problem.formula-chain', { at: startOf(right) }));
    }
    return call(operation, this.#read(left), this.#read(right));
  }

  #call(node: Parsed): Expression {
    const callee = node.callee as Parsed;
    const args = node.arguments as Parsed[];
    const name = String(callee.name);
    const at = node.start!;
    const known = FUNCTIONS.get(name.toLowerCase());
    if (!known) {
      if (VARIABLES.has(name.toLowerCase()) || CONSTANTS.has(name.toLowerCase())) {
        refuse(say('problem.formula-not-function', { at, given: name }));
      }
      return this.#unknown({ ...callee, start: at, end: at + name.length });
    }
    const [least, most] = known.arity;
    if (args.length < least || args.length > most) {
      const expected = least === most ? String(least) : `${least} … ${most}`;
      refuse(say('problem.formula-arguments', { at, given: name, expected, found: args.length }));
    }
    return call(known.operation, ...args.map((argument) => this.#read(argument)));
  }

  /** A name that is none of ours; whatever it is, it is quoted and looked up nowhere else. */
  #unknown(node: Parsed): never {
    const start = startOf(node);
    const name = node.type === 'Identifier' ? String(node.name) : this.#text.slice(start, node.end);
    // To jsep every character that is not ASCII may be part of a name.
    const [letters] = /^[\p{L}\p{N}_$]*/u.exec(name)!;
    const at = letters === name ? start : start + letters.length;
    if (letters !== name || name === '') {
      const given = String.fromCodePoint(this.#text.codePointAt(at) ?? 32);
      return refuse(say('problem.formula-unexpected', { at, given }));
    }
    const meant = nearest(name.toLowerCase(), [
      ...FUNCTIONS.keys(),
      ...VARIABLES.keys(),
      ...CONSTANTS.keys(),
    ]);
    const given = shorten(name);
    if (meant !== undefined) return refuse(say('problem.formula-name-like', { at, given, meant }));
    return refuse(say('problem.formula-name', { at, given }));
  }
}

/** What does not depend on the variables is worked out here, once. */
function call(name: OperationName, ...args: Expression[]): Expression {
  const numbers = args.flatMap((argument) => (argument.kind === 'number' ? [argument.value] : []));
  if (numbers.length < args.length) return { kind: 'call', name, args };
  return { kind: 'number', value: OPERATIONS[name](...numbers) };
}

const COMPARISONS = ['==', '!=', '<', '<=', '>', '>='];
const isComparison = ({ type, operator }: Parsed): boolean =>
  type === 'BinaryExpression' && COMPARISONS.includes(operator as string);

/** Where a node begins: binary operations and choices are known by their first part. */
function startOf(node: Parsed): number {
  let first = node;
  while (first.start === undefined) first = (first.left ?? first.test) as Parsed;
  return first.start;
}
