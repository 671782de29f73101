/**
 * Settings declared as data. A strategy or an objective lists its parameters once; the settings form, the URL,
 * trace files, the command line and the docs are made from the list.
 */
import { define, lookUp } from './look-up.ts';
import { say, type Message } from './types.ts';

export type ParamValue = number | string | boolean | number[][];
export type ParamValues = Record<string, ParamValue>;

interface Declared<Kind extends string, Value> {
  kind: Kind;
  default: Value;
  /** Shown and used only while another parameter has one of these values. */
  when?: { param: string; is: readonly ParamValue[] };
  /**
   * It is a setting of another strategy, which is handed over to: that one's id and name of it. There are many of them, so
   * settings leave out those that stand at their defaults.
   */
  passed?: { to: string; name: string };
}

export interface RealParam extends Declared<'real', number> {
  min: number;
  max: number;
  /** How a slider moves. */
  scale?: 'linear' | 'log';
  step?: number;
}
export interface IntParam extends Declared<'int', number> {
  min: number;
  max: number;
  /** It counts hyperparameters: no problem has a use for more than it has. */
  counts?: 'dimensions';
}
export interface ChoiceParam extends Declared<'choice', string> {
  options: readonly string[];
}
export type BoolParam = Declared<'bool', boolean>;
/** A list of numbers per dimension, in hyperparameter values; empty means “chosen for me”. */
export interface ListsParam extends Declared<'lists', number[][]> {
  /** Most lists, and numbers in each; {@link MAX_LIST} where not given. */
  maxLists?: number;
  maxItems?: number;
  /** Further values that are taken, for tests. */
  examples?: readonly number[][][];
}
/** Points of the problem, in hyperparameter values: a list of coordinates each. */
export interface PointsParam extends Declared<'points', number[][]> {
  /** Points at most. */
  most: number;
}
/** A text with rules of its own, such as a formula. */
export interface TextParam extends Declared<'text', string> {
  /** Characters at most. */
  maxLength: number;
  /** Why a text is refused; undefined where it is taken. Never throws. */
  check?: (text: string) => Message | undefined;
  /** Further texts that are taken: to try, and for tests. */
  examples?: readonly string[];
}

export type ParamDeclaration =
  RealParam | IntParam | ChoiceParam | BoolParam | ListsParam | PointsParam | TextParam;
/** Whether it holds hyperparameter values: it has a sense for one problem only. */
export const isForOneProblem = ({ kind }: ParamDeclaration): boolean => kind === 'lists' || kind === 'points';
export type ParamDeclarations = Record<string, ParamDeclaration>;

/** Longest list, and most lists, that a `lists` parameter takes unless it says otherwise. */
export const MAX_LIST = 64;

/** Whether the parameter has an effect, given the others. */
export function isActive(declarations: ParamDeclarations, name: string, values: ParamValues): boolean {
  const { when } = lookUp(declarations, name)!;
  return (
    !when ||
    (when.is.includes(lookUp(values, when.param) ?? lookUp(declarations, when.param)!.default) &&
      isActive(declarations, when.param, values))
  );
}

/** Lists alone can be changed from elsewhere. Cloning costs as much as a trial, and every run reads its settings. */
const copyOf = (value: ParamValue): ParamValue =>
  typeof value === 'object' ? structuredClone(value) : value;

export const defaults = (declarations: ParamDeclarations): ParamValues =>
  Object.fromEntries(
    Object.entries(declarations).flatMap(([name, { default: value, passed }]) =>
      passed ? [] : [[name, copyOf(value)]],
    ),
  );

/**
 * Completes and validates settings from outside (URL, file, command line, form). Text is accepted for every kind.
 * Out-of-range numbers are clamped, fractions of whole ones rounded; anything unreadable or unknown falls back to the default; each with a notice.
 *
 * @param owner id of the strategy or objective, for the notices
 */
export function readParams(
  declarations: ParamDeclarations,
  raw: unknown,
  owner: string,
): { values: ParamValues; notices: Message[] } {
  const values = defaults(declarations);
  const notices: Message[] = [];
  if (raw === undefined || raw === null) return { values, notices };
  if (typeof raw !== 'object' || Array.isArray(raw)) {
    return { values, notices: [say('notice.params-not-an-object', { owner })] };
  }
  for (const [name, given] of Object.entries(raw)) {
    const declaration = lookUp(declarations, name);
    if (!declaration) {
      notices.push(
        say('notice.unknown-param', {
          owner,
          name: shorten(name),
          known: Object.keys(declarations).join(', ') || '–',
        }),
      );
      continue;
    }
    const read = readParam(declaration, given);
    const silent = declaration.passed && formatParam(read.value) === formatParam(declaration.default);
    if (!silent) define(values, name, read.value);
    if (read.said) {
      // In its own words, and with everything that was entered.
      notices.push(
        say(read.said.key, { ...read.said.values, field: `${owner}.${name}`, entered: String(given) }),
      );
    } else if (read.problem) {
      notices.push(
        say(`notice.${read.problem}`, {
          name: `${owner}.${name}`,
          given: quote(given),
          used: formatParam(read.value),
          expected: describeParam(declaration),
        }),
      );
    }
  }
  return { values, notices };
}

/** Long input is quoted by its beginning. */
export const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** Anything at all, as text for a notice. */
export function quote(given: unknown): string {
  if (typeof given === 'string') return shorten(given);
  try {
    return shorten(JSON.stringify(given) ?? String(given));
  } catch {
    // Cyclic, too deep, or a kind of value that JSON does not have.
    return `(${typeof given})`;
  }
}

/** One value. `problem` is absent when it was taken as given; `said` is why a text was refused. */
export function readParam(
  declaration: ParamDeclaration,
  given: unknown,
): { value: ParamValue; problem?: 'clamped' | 'rounded' | 'unreadable' | 'refused'; said?: Message } {
  const refused = { value: copyOf(declaration.default), problem: 'unreadable' as const };
  switch (declaration.kind) {
    case 'real':
    case 'int': {
      const number = readNumber(given);
      if (Number.isNaN(number)) return refused;
      const whole = declaration.kind === 'int' ? Math.round(number) : number;
      // Adding 0 turns −0, which text and JSON do not keep, into 0.
      const value = Math.min(declaration.max, Math.max(declaration.min, whole)) + 0;
      if (value === number) return { value };
      // Within the range, only the fraction is at fault.
      return { value, problem: value === whole ? 'rounded' : 'clamped' };
    }
    case 'choice':
      return typeof given === 'string' && declaration.options.includes(given) ? { value: given } : refused;
    case 'bool':
      if (given === true || given === 'true') return { value: true };
      if (given === false || given === 'false') return { value: false };
      return refused;
    case 'lists': {
      const { maxLists = MAX_LIST, maxItems = MAX_LIST } = declaration;
      const value = readLists(given, maxItems);
      if (!value || value.length > maxLists) return refused;
      // One empty list says what no list says, and has the same text.
      return { value: value.length === 1 && value[0].length === 0 ? [] : value };
    }
    case 'points': {
      // A point without coordinates is a semicolon too many.
      const value = readLists(given, MAX_LIST)?.filter((point) => point.length > 0);
      if (!value) return refused;
      const { most } = declaration;
      if (value.length <= most) return { value };
      return { ...refused, said: say('problem.points-many', { given: value.length, most }) };
    }
    case 'text': {
      if (typeof given !== 'string') return refused;
      const { maxLength } = declaration;
      const said =
        given.length > maxLength
          ? say('problem.text-long', { length: given.length, most: maxLength })
          : declaration.check?.(given);
      if (said) return { value: declaration.default, problem: 'refused', said };
      // Half a character, as files may hold, has no place in a link: it would take the page down when it is written.
      return { value: given.replace(/\p{Surrogate}/gu, '\ufffd') };
    }
  }
}

/** Lists of finite numbers; undefined where it is anything else. */
function readLists(given: unknown, maxItems: number): number[][] | undefined {
  const lists: unknown = typeof given === 'string' ? splitLists(given) : given;
  if (!Array.isArray(lists)) return undefined;
  const value: number[][] = [];
  for (const list of lists as unknown[]) {
    if (!Array.isArray(list) || list.length > maxItems) return undefined;
    const numbers = list.map((item) => readNumber(item) + 0);
    if (numbers.some((n) => !Number.isFinite(n))) return undefined;
    value.push(numbers);
  }
  return value;
}

/** A finite or infinite number from a number or its text; NaN for everything else, also for ''. */
export function readNumber(given: unknown): number {
  if (typeof given === 'number') return given;
  if (typeof given !== 'string' || given.trim() === '') return NaN;
  return Number(given);
}

const splitLists = (text: string): string[][] =>
  text.trim() === ''
    ? []
    : text.split(';').map((list) => list.split(',').filter((item) => item.trim() !== ''));

/** The text form that {@link readParam} reads back: `0.4,0.5;1e-4,1e-3` for lists. */
export const formatParam = (value: ParamValue): string =>
  Array.isArray(value) ? value.map((list) => list.join(',')).join(';') : String(value);

/** What values are taken, for error messages and `list`: `0 to 1`, `rbf | matern52`. */
export function describeParam(declaration: ParamDeclaration): string {
  switch (declaration.kind) {
    case 'real':
    case 'int':
      return `${declaration.min} … ${declaration.max}`;
    case 'choice':
      return declaration.options.join(' | ');
    case 'bool':
      return 'true | false';
    case 'lists':
      return 'a,b,c;d,e,f';
    case 'points':
      return 'x1,x2;x1,x2';
    case 'text':
      return `≤ ${declaration.maxLength}`;
  }
}
