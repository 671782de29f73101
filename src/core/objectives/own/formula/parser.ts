/**
 * jsep, narrowed to the grammar of formulas, in a class of its own: the library's shared tables and hooks stay as they
 * are. From jsep come numbers, names, signs, the climbing of precedences and the ternary; here is what differs:
 *
 * - `^` and `**` bind tighter than a sign on their left and group to the right, as in print: −x^2 = −(x²), 2^3^2 = 2^9;
 * - only the operators, calls and brackets of formulas exist: no members, arrays, texts, lists of expressions;
 * - every token knows where it starts, nesting is limited, and a refusal is a message with the character's index.
 */
import jsep from 'jsep';
import { shorten } from '../../../params.ts';
import { say, type Message } from '../../../types.ts';
import { FUNCTIONS, OPERATORS } from './operations.ts';

/** Why a text is not a formula; never leaves `parse.ts`. */
export class Refusal {
  readonly said: Message;
  constructor(said: Message) {
    this.said = said;
  }
}

/** A node of jsep's tree with its place in the text; `grouped`: it stands in brackets of its own. */
export interface Parsed extends jsep.Expression {
  start?: number;
  end?: number;
  grouped?: boolean;
}
type Maybe = Parsed | false | null | undefined;

/** jsep's class, of which its types say nothing. */
interface Base {
  index: number;
  readonly expr: string;
  readonly char: string;
  gobbleSpaces(): void;
  gobbleExpression(): Maybe;
  gobbleBinaryOp(): string | false;
  gobbleToken(): Maybe;
  gobbleTokenProperty(node: Parsed): Maybe;
  gobbleStringLiteral(): Maybe;
  gobbleGroup(): Maybe;
  gobbleArray(): Maybe;
  throwError(message?: string): never;
}
const Jsep = (jsep as unknown as { Jsep: new (text: string) => Base }).Jsep;

/** Brackets, powers, signs and choices within each other. */
export const DEEPEST = 100;

export class FormulaParser extends Jsep {
  /** Open tokens and open expressions: brackets, signs and powers nest in the one, choices in the other. */
  #tokens = 0;
  #expressions = 0;

  /** @throws {Refusal} */
  whole(): Parsed {
    const node = this.gobbleExpression();
    if (!node || this.index < this.expr.length) this.throwError();
    return node as Parsed;
  }

  override gobbleExpression(): Maybe {
    this.#expressions += 1;
    if (this.#expressions > DEEPEST) refuse(say('problem.formula-deep', { at: this.index, most: DEEPEST }));
    const node = super.gobbleExpression();
    this.#expressions -= 1;
    return node;
  }

  override gobbleToken(): Maybe {
    this.gobbleSpaces();
    const start = this.index;
    this.#tokens += 1;
    if (this.#tokens > DEEPEST) refuse(say('problem.formula-deep', { at: start, most: DEEPEST }));
    let node = super.gobbleToken();
    if (node) {
      node.start = start;
      node.end = this.index;
      this.gobbleSpaces();
      const sign = this.expr.startsWith('**', this.index) ? 2 : this.char === '^' ? 1 : 0;
      if (sign > 0) {
        this.index += sign;
        const right = this.gobbleToken();
        if (!right) this.throwError();
        node = { type: 'BinaryExpression', operator: '^', left: node, right: right as Parsed, start };
      }
    }
    this.#tokens -= 1;
    return node;
  }

  override gobbleBinaryOp(): string | false {
    this.gobbleSpaces();
    for (const length of [2, 1]) {
      const operator = this.expr.slice(this.index, this.index + length);
      if (operator.length === length && OPERATORS.has(operator)) {
        this.index += length;
        return operator;
      }
    }
    return false;
  }

  /** What may follow a token: the brackets of a call, and nothing else. */
  override gobbleTokenProperty(token: Parsed): Maybe {
    const node = asName(token);
    const end = this.index;
    this.gobbleSpaces();
    if (this.#at('(') && node.type === 'Identifier' && !node.grouped) {
      const open = this.index;
      const args: Parsed[] = [];
      do {
        this.index += 1;
        const argument = this.gobbleExpression();
        if (argument) args.push(argument);
        else if (args.length > 0 || !this.#at(')')) this.throwError();
      } while (this.#at(','));
      this.#close(open);
      return { type: 'CallExpression', callee: node, arguments: args };
    }
    if (['(', '.', '['].some((sign) => this.#at(sign))) this.throwError();
    this.index = end;
    return node;
  }

  override gobbleGroup(): Maybe {
    const open = this.index;
    this.index += 1;
    const node = this.gobbleExpression();
    if (!node) this.throwError();
    this.#close(open);
    return { ...(node as Parsed), grouped: true };
  }

  override gobbleStringLiteral(): Maybe {
    return this.throwError();
  }
  override gobbleArray(): Maybe {
    return this.throwError();
  }

  #at(sign: string): boolean {
    return this.char === sign;
  }

  #close(open: number): void {
    if (this.index >= this.expr.length) refuse(say('problem.formula-unclosed', { at: open }));
    if (!this.#at(')')) this.throwError();
    this.index += 1;
  }

  /** All of jsep's complaints come here: what the reader should do follows from the place, not from its words. */
  override throwError(): never {
    const { expr, index: at } = this;
    const before = expr.slice(0, at).trimEnd();
    const given = String.fromCodePoint(expr.codePointAt(at) ?? 32);
    if (/[^.\w][\d.]+[eE][+-]?$/.test(` ${before}`)) {
      refuse(say('problem.formula-number', { at: at - 1, given: /[\d.]+[eE][+-]?$/.exec(before)![0] }));
    }
    if (at >= expr.length) refuse(say('problem.formula-end', { at: expr.length }));
    const [name] = /[\p{L}_][\p{L}\p{N}_]*$/u.exec(before) ?? [];
    const [operand] = /^(?:[\p{L}\p{N}_.]+|\()/u.exec(expr.slice(at)) ?? [];
    if (operand !== undefined && name !== undefined && FUNCTIONS.has(name.toLowerCase())) {
      refuse(say('problem.formula-not-called', { at: before.length - name.length, given: name }));
    }
    if (operand !== undefined && /[\p{L}\p{N}_.)]$/u.test(before) && given !== '.') {
      const [left] = /(?:[\p{L}\p{N}_.]+|\))$/u.exec(before)!;
      const [first, second] = [left === ')' ? '(…)' : left, operand === '(' ? '(…)' : operand];
      refuse(say('problem.formula-times', { at, given: shorten(`${first}*${second}`) }));
    }
    if (given === ',') refuse(say('problem.formula-comma', { at }));
    if (given === '=') refuse(say('problem.formula-equals', { at }));
    if (given === '?' || given === ':') refuse(say('problem.formula-choice', { at }));
    return refuse(say('problem.formula-unexpected', { at, given }));
  }
}

/** To jsep `this`, `true`, `false` and `null` are more than names. */
const asName = (node: Parsed): Parsed =>
  node.type === 'ThisExpression' || (node.type === 'Literal' && typeof node.value !== 'number')
    ? { type: 'Identifier', name: node.raw ?? 'this' }
    : node;

export function refuse(said: Message): never {
  throw new Refusal(said);
}
