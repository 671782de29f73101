/** What strategies that hand over have in common: to whom, with which settings, and how it is done. */
import { lookUp } from '../../look-up.ts';
import { readParams, type ParamDeclarations, type ParamValues } from '../../params.ts';
import {
  say,
  SettingsError,
  type Outcome,
  type Proposal,
  type Search,
  type SearchContext,
  type Strategy,
} from '../../types.ts';
import { alone } from '../alone.ts';
import { line } from './line.ts';
import { localRandom } from './local-random.ts';

/** Who may begin. */
export const beginners: readonly Strategy[] = alone;
/** Who may take over: these, and what has no sense without trials to begin from. */
export const successors: readonly Strategy[] = [localRandom, line, ...alone];

export const idsOf = (strategies: readonly Strategy[]): string[] => strategies.map(({ id }) => id);

/**
 * The settings of all of them, as settings of the strategy that hands over: `then.bayes.kernel`, where `then` says that
 * it is `bayes` that is handed over to.
 */
export function passedOn(leg: string, strategies: readonly Strategy[]): ParamDeclarations {
  const all = strategies.flatMap(({ id, params }) =>
    Object.entries(params).map(([name, declaration]) => {
      const { when } = declaration;
      return [
        `${leg}.${id}.${name}`,
        {
          ...declaration,
          when: when ? { ...when, param: `${leg}.${id}.${when.param}` } : { param: leg, is: [id] },
          passed: { to: id, name },
        },
      ] as const;
    }),
  );
  return Object.fromEntries(all);
}

/** Its own settings, out of those of the strategy that hands over; those that are not said stand at their defaults. */
function settingsOf({ id, params }: Strategy, leg: string, values: ParamValues): ParamValues {
  const said = Object.keys(params).flatMap((name) => {
    const value = lookUp(values, `${leg}.${id}.${name}`);
    return value === undefined ? [] : [[name, value] as const];
  });
  return readParams(params, Object.fromEntries(said), id).values;
}

interface Leg {
  /** The setting that names the strategy. */
  name: string;
  strategy: Strategy;
  /** Trials it may spend. */
  budget: number;
  given: readonly Outcome[];
}

/** Lets a strategy run with a part of the budget and luck of its own. */
export const search = ({ name, strategy, budget, given }: Leg, context: SearchContext): Search =>
  strategy.search({
    ...context,
    budget,
    given,
    params: settingsOf(strategy, name, context.params),
    stream: (purpose) => context.stream(`${name}.${purpose}`),
  });

/**
 * Who takes over; undefined where nobody does.
 * @throws {SettingsError} where its settings do not fit the problem, before anything is tried
 */
export function successorOf({ params, dim }: SearchContext): Strategy | undefined {
  const strategy = successors.find(({ id }) => id === params.then);
  for (const [name, { counts }] of Object.entries(strategy?.params ?? {}) as [
    string,
    { counts?: string },
  ][]) {
    const given = lookUp(params, `then.${strategy!.id}.${name}`);
    if (counts === 'dimensions' && (given as number) > dim)
      throw new SettingsError(say('problem.relay-no-knob', { given: given as number, dimensions: dim }));
  }
  return strategy;
}

/**
 * The rest of the budget by a strategy that is given what has been observed, if it can do anything with it. Its first
 * sentence is that it takes over.
 * @param owner whose sentences these are
 */
export function* takeOver(
  owner: string,
  strategy: Strategy,
  given: readonly Outcome[],
  context: SearchContext,
): Search {
  const resumed = strategy.resumes ? given : [];
  const budget = context.budget - given.length;
  const rest = search({ name: 'then', strategy, budget, given: resumed }, context);
  let news =
    given.length === 0
      ? undefined
      : say(`${owner}.${strategy.resumes ? 'given' : 'afresh'}`, { count: given.length });
  for (let step = rest.next([]); ;) {
    if (step.done) return step.value;
    const asked = batchOf(step.value).map((proposal, i): Proposal => {
      const { role, view, ...plain } = proposal;
      return {
        ...plain,
        ...(i === 0 && news && { why: news }),
        // The slices of a design are its own: trials before it may lie in any.
        ...(view && (view.kind !== 'strata' || given.length === 0) && { view }),
        // No run starts twice.
        ...(role && (role !== 'initial' || given.length === 0) && { role }),
      };
    });
    news = undefined;
    step = rest.next(yield asked);
  }
}

export const batchOf = (asked: Proposal | readonly Proposal[]): readonly Proposal[] =>
  Array.isArray(asked) ? asked : [asked as Proposal];
