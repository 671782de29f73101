/**
 * A question of the phase diagrams as part of an address, readable like the rest of it:
 * `phase.x=objective.ripple,0,0.22,12&phase.y=budget,4,64,12,log&phase.target=0.001&phase.strategies=grid,binary:golden`.
 * Axes are always written; of all else what differs from a question's usual settings, so that a link keeps its meaning
 * where a page begins with another question one day. A problem of its own stands behind the same prefix, in the
 * scenario's grammar: `phase.objective=ackley&phase.objective.dimension=5&phase.budget=60`.
 */
import { lookUp } from '#core/look-up.ts';
import {
  dialsOf,
  limitsOf,
  PHASE_LIMITS,
  suggestAxis,
  TARGET_LIMITS,
  type Dial,
  type PhaseAxis,
  type PhaseQuestion,
  type Target,
} from '#core/assumptions/phase/index.ts';
import {
  defaults,
  describeParam,
  formatParam,
  isForOneProblem,
  quote,
  readNumber,
  readParam,
  readParams,
  type ParamDeclaration,
  type ParamDeclarations,
} from '#core/params.ts';
import { fromPercent, toPercent } from '#core/percent.ts';
import { queryToRaw, scenarioToQuery } from '#core/query.ts';
import { defaultScenario, readScenario } from '#core/scenario.ts';
import { getStrategy, hasStrategy, strategies } from '#core/strategies/index.ts';
import type { StudyStrategy } from '#core/study/types.ts';
import { say, type Message } from '#core/types.ts';
import { entryOf, RULE_ENTRIES, sketchFor, USUAL, type Base, type PhaseSketch } from './phase-presets.ts';
import { PHASE_PREFIX } from '../../address/url.ts';

const OWN_KEYS = ['x', 'y', 'target', 'judged', 'repeats', 'placed', 'strategies'];
const BASE_KEYS = ['objective', 'noise', 'budget', 'seed'];
const JUDGED = { kind: 'choice', options: ['tried', 'deployed'], default: USUAL.judged } as const;
const PLACED = { kind: 'bool', default: USUAL.placed } as const;

export function sketchToQuery({ own, x, y, strategies: entries, ...rest }: PhaseSketch): string {
  const pairs: [string, string][] = [
    ['x', axisText(x)],
    ['y', axisText(y)],
  ];
  if (targetText(rest.target) !== targetText(USUAL.target)) pairs.push(['target', targetText(rest.target)]);
  if (rest.judged !== USUAL.judged) pairs.push(['judged', rest.judged]);
  if (rest.repeats !== PHASE_LIMITS.repeats.default) pairs.push(['repeats', String(rest.repeats)]);
  if (rest.placed !== USUAL.placed) pairs.push(['placed', rest.placed ? '1' : '0']);
  const names = entries.map(({ name }) => name).join();
  if (names !== USUAL.strategies.join()) pairs.push(['strategies', names]);
  for (const { name, id, params } of entries) {
    const declared = declarationsOf(id);
    const standard = defaults(declared);
    for (const param of Object.keys(declared)) {
      const text = formatParam(lookUp(params, param) ?? lookUp(standard, param)!);
      if (text !== formatParam(lookUp(standard, param)!)) pairs.push([`${name}.${param}`, text]);
    }
  }
  const about = own ? scenarioToQuery({ ...defaultScenario(), ...own }).split('&') : [];
  return [...about, ...pairs.map(([key, text]) => `${key}=${encoded(text)}`)]
    .map((pair) => PHASE_PREFIX + pair)
    .join('&');
}

/**
 * Reads what {@link sketchToQuery} wrote, or somebody by hand. Never throws: what is missing is as usual, what is unknown,
 * unreadable or out of range is replaced, each with a notice. What cannot be asked for other reasons (both axes turn
 * the same dial) is taken as it is: `checkQuestion` says so beside the form.
 *
 * @param page what the question is about where it names no problem
 */
export function readSketch(query: string, page: Base): { sketch: PhaseSketch; notices: Message[] } {
  const notices: Message[] = [];
  const pairs = query
    .split('&')
    .filter((pair) => pair.startsWith(PHASE_PREFIX))
    .map((pair) => pair.slice(PHASE_PREFIX.length));
  const given = new Map<string, string>();
  for (const pair of pairs)
    for (const [key, text] of new URLSearchParams(pair.replace(/\+/g, '%2B'))) given.set(key, text);
  const take = (declaration: ParamDeclaration, name: string, text: string | undefined) => {
    if (text === undefined) return declaration.default;
    const { value, problem } = readParam(declaration, text);
    if (problem) notices.push(replaced(problem, name, text, formatParam(value), describeParam(declaration)));
    return value;
  };

  const own = given.has('objective') ? readOwn(pairs, notices) : undefined;
  const base = own ?? page;
  const target = readTarget(given.get('target'), take);
  const { x, y } = readAxes(given, { base, target }, notices);
  const sketch: PhaseSketch = {
    own,
    strategies: readEntries(given, notices),
    x,
    y,
    target,
    judged: take(JUDGED, 'judged', given.get('judged')) as PhaseSketch['judged'],
    repeats: take(PHASE_LIMITS.repeats, 'repeats', given.get('repeats')) as number,
    placed: take(
      PLACED,
      'placed',
      lookUp(asBool, given.get('placed') ?? '') ?? given.get('placed'),
    ) as boolean,
  };
  const known = own ? [...OWN_KEYS, ...BASE_KEYS] : [...OWN_KEYS, 'objective'];
  const owners = [
    ...sketch.strategies.map(({ name }) => name),
    ...(own ? ['objective', own.objective.id] : []),
  ];
  for (const key of given.keys()) {
    const [owner, param] = key.split('.');
    // A strategy that does not take part may keep its settings in the link without harm.
    const isHarmless = param !== undefined && (owners.includes(owner) || isOffered(owner));
    if (!isHarmless && !known.includes(key))
      notices.push(say('notice.unknown-key', { name: quote(PHASE_PREFIX + key), known: known.join(', ') }));
  }
  return { sketch, notices };
}

const asBool: Record<string, string> = { 1: 'true', 0: 'false' };

const axisText = ({ dial, lo, hi, cells, scale }: PhaseAxis): string =>
  [dial, lo, hi, cells, ...(scale === 'log' ? ['log'] : [])].join();

function readAxes(
  given: ReadonlyMap<string, string>,
  about: Pick<PhaseQuestion, 'base' | 'target'>,
  notices: Message[],
): Record<'x' | 'y', PhaseAxis> {
  const usual = sketchFor(about.base);
  const read = {
    x: readAxis('x', given.get('x'), about, notices),
    y: readAxis('y', given.get('y'), about, notices),
  };
  const axes = { ...read };
  for (const place of ['x', 'y'] as const) {
    if (read[place]) continue;
    // Two axes with the same dial are refused: what is missing gives way to what is there.
    const taken = read[place === 'x' ? 'y' : 'x']?.dial;
    const axis = [usual[place], usual.x, usual.y].find(({ dial }) => dial !== taken)!;
    axes[place] = axis;
    const text = given.get(place);
    if (text === undefined) continue;
    const expected = `dial,lo,hi,cells[,log]; dial: ${dialsOf(about.base.objective).join(' | ')}`;
    notices.push(replaced('unreadable', place, text, axisText(axis), expected));
  }
  return axes as Record<'x' | 'y', PhaseAxis>;
}

/** @returns undefined where there is none, or none that can be read */
function readAxis(
  place: string,
  text: string | undefined,
  about: Pick<PhaseQuestion, 'base' | 'target'>,
  notices: Message[],
): PhaseAxis | undefined {
  const [dial, ...numbers] = (text ?? '').split(',') as [Dial, ...string[]];
  if (!dialsOf(about.base.objective).includes(dial) || numbers.length > 4) return undefined;
  const suggested = suggestAxis(dial, about, PHASE_LIMITS.cells.default);
  // A dial alone is over the range that suits it.
  if (numbers.length === 0) return suggested;
  const [lo, hi, cells = suggested.cells] = numbers.slice(0, 3).map(readNumber);
  const scale = numbers[3] ?? 'linear';
  if (![lo, hi, cells].every(Number.isFinite) || (scale !== 'linear' && scale !== 'log')) return undefined;
  const limits = limitsOf(dial, about)!;
  const within = (declaration: ParamDeclaration, number: number) =>
    readParam(declaration, number).value as number;
  const axis: PhaseAxis = {
    dial,
    lo: within(limits, lo),
    hi: within(limits, hi),
    scale,
    cells: within(PHASE_LIMITS.cells, cells),
  };
  if (axis.lo !== lo || axis.hi !== hi || axis.cells !== cells) {
    const expected = `lo, hi: ${describeParam(limits)}; cells: ${describeParam(PHASE_LIMITS.cells)}`;
    notices.push(replaced('clamped', place, text!, axisText(axis), expected));
  }
  return axis;
}

/** As noise is written: a share is a percentage. */
const targetText = ({ kind, value }: Target): string => (kind === 'share' ? toPercent(value) : String(value));

function readTarget(
  text: string | undefined,
  take: (declaration: ParamDeclaration, name: string, text: string) => unknown,
): Target {
  if (text === undefined) return USUAL.target;
  const isShare = /[%％]\s*$/.test(text);
  const kind = isShare ? 'share' : 'absolute';
  const number = isShare ? fromPercent(text) : readNumber(text);
  return {
    kind,
    value: take(TARGET_LIMITS[kind], 'target', Number.isNaN(number) ? text : String(number)) as number,
  };
}

/** A problem of its own, in the grammar of scenarios. */
function readOwn(pairs: readonly string[], notices: Message[]): Base {
  const about = pairs.filter((pair) => {
    const [key] = pair.split('=');
    return BASE_KEYS.includes(key) || (key.includes('.') && !isOffered(key.split('.')[0]));
  });
  const { scenario, notices: said } = readScenario(queryToRaw(about.join('&')));
  for (const { key, values } of said) {
    // What is only not known is said with all other keys.
    if (key !== 'notice.unknown-key')
      notices.push(
        say(key, { ...values, ...(values.name !== undefined && { name: PHASE_PREFIX + values.name }) }),
      );
  }
  const { objective, noise, budget, seed } = scenario;
  return { objective, noise, budget, seed };
}

/** Binary search takes part by its rules. */
const isOffered = (name: string): boolean =>
  RULE_ENTRIES.includes(name) || (name !== 'binary' && hasStrategy(name));

/** What can be set of a strategy in a map: its rule is its name, and lists of levels are for one problem. */
const declarationsOf = (id: string): ParamDeclarations =>
  Object.fromEntries(
    Object.entries(getStrategy(id).params).filter(([name, one]) => !isForOneProblem(one) && name !== 'rule'),
  );

function readEntries(given: ReadonlyMap<string, string>, notices: Message[]): StudyStrategy[] {
  const names = given.get('strategies')?.split(',').filter(Boolean) ?? USUAL.strategies;
  const entries: StudyStrategy[] = [];
  for (const name of names) {
    if (!isOffered(name)) {
      const known = strategies.flatMap(({ id }) => (id === 'binary' ? RULE_ENTRIES : [id])).join(', ');
      notices.push(say('notice.unknown-strategy', { given: quote(name), known }));
    } else if (entries.some((entry) => entry.name === name)) {
      notices.push(say('notice.duplicate-strategy', { given: name }));
    } else {
      const entry = entryOf(name);
      const raw = [...given]
        .filter(([key]) => key.startsWith(`${name}.`))
        .map(([key, text]) => [key.slice(name.length + 1), text]);
      const read = readParams(declarationsOf(entry.id), Object.fromEntries(raw), PHASE_PREFIX + name);
      notices.push(...read.notices);
      entries.push({ ...entry, params: { ...entry.params, ...read.values } });
    }
  }
  return entries;
}

const replaced = (problem: string, name: string, given: string, used: string, expected: string): Message =>
  say(`notice.${problem}`, { name: PHASE_PREFIX + name, given: quote(given), used, expected });

/** Commas, colons and semicolons are safe in a fragment, and lists stay readable. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/%2C/g, ',').replace(/%3A/g, ':').replace(/%3B/g, ';');
