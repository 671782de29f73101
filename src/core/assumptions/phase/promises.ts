/** Where on a map theory has something to say: promises for one valley, and exact predictions for a symmetric one. */
import { getObjective } from '../../objectives/index.ts';
import type { IntParam, RealParam } from '../../params.ts';
import { problemOf } from '../../run.ts';
import type { StudyStrategy } from '../../study/types.ts';
import type { Problem, Scenario } from '../../types.ts';
import { goalOf, placementsOf, scenarioOf, settingsOf, type Grid } from './cells.ts';
import { lastOf } from './last.ts';
import { placeOf } from './plan.ts';
import { nearestTrial, worstDistance, type LawfulSearch } from './theory.ts';
import { OUTCOME, type Outcome } from './types.ts';

/** The strategy as theory knows it, where it does. */
export function lawOf({ id, params }: StudyStrategy): LawfulSearch | undefined {
  if (id === 'grid') {
    const byHand = Array.isArray(params.levels) && params.levels.some((list) => list.length > 0);
    const placement = params.placement === 'centres' ? 'centres' : 'endpoints';
    return byHand ? undefined : { rule: 'grid', placement };
  }
  if (id !== 'binary') return undefined;
  const rule = params.rule ?? 'golden';
  if (rule === 'bisection') return { rule, gap: typeof params.gap === 'number' ? params.gap : 1e-3 };
  return rule === 'golden' || rule === 'fibonacci' || rule === 'ternary' ? { rule } : undefined;
}

/** How far from the minimum the target is still met, on both sides, in unit coordinates; ∞ up to the end of the range. */
interface Reach {
  /** Middle of the minimisers. */
  at: number;
  left: number;
  right: number;
}

/** Halvings after which an interval is at the resolution of floating-point numbers. */
const HALVINGS = 60;

/**
 * Of one valley along one real hyperparameter, without noise; else nothing is promised.
 * @param goal asked for only where the rest is given: it may cost a thousand evaluations
 */
function reachOf(
  problem: Problem,
  { noise }: Pick<Scenario, 'noise'>,
  goal: () => number,
): Reach | undefined {
  const { space, optimum, facts, value, feasible } = problem;
  if (noise.kind !== 'none' || !facts.unimodal || optimum.more || feasible) return undefined;
  if (space.dimensions.length !== 1 || space.dimensions[0].kind !== 'real') return undefined;
  if (optimum.region === undefined && optimum.at.length !== 1) return undefined;
  const { lo, hi } = optimum.region ?? { lo: optimum.at[0], hi: optimum.at[0] };
  const ends = [lo, hi].map((x) => space.toUnit(x)[0]);
  const at = (ends[0] + ends[1]) / 2;
  const largest = Math.max(goal(), optimum.tolerance);
  const meets = (unit: number) => value(space.toReal([unit])) - optimum.value <= largest;
  if (!meets(at)) return undefined;
  return { at, left: edge(meets, at, 0), right: edge(meets, at, 1) };
}

/** Distance to the last point that meets the target, between one that does and an end of the range. */
function edge(meets: (unit: number) => boolean, from: number, end: number): number {
  if (meets(end)) return Infinity;
  let [inside, outside] = [from, end];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (inside + outside) / 2;
    if (meets(middle)) inside = middle;
    else outside = middle;
  }
  return Math.abs(inside - from);
}

/**
 * For every strategy the cells in which theory promises that it reaches the target in every run, row-major: 1 where it
 * does. Undefined where it promises nothing anywhere, or knows no law of the strategy.
 *
 * Where the placement changes from repeat to repeat, the valley is looked at in the middle of the range: such objectives
 * only shift it, and the ends of the range can only help.
 */
export function promisedCells(grid: Grid): (Uint8Array | undefined)[] {
  const { strategies } = grid.question;
  const laws = strategies.map(lawOf);
  const cells = grid.columns * grid.rows;
  const promised = laws.map((law) => law && new Uint8Array(cells));
  if (laws.every((law) => law === undefined)) return promised as undefined[];
  const known = new Map<string, Reach | undefined>();
  for (let cell = 0; cell < cells; cell++) {
    const scenario = centred(grid, scenarioOf(grid, cell, 0));
    const { target } = settingsOf(grid, cell);
    const key = JSON.stringify([scenario.objective, scenario.noise, target]);
    if (!known.has(key))
      known.set(
        key,
        reachOf(problemOf(scenario), scenario, () => goalOf(grid, cell)),
      );
    const reach = known.get(key);
    if (!reach) continue;
    const far = Math.min(reach.left, reach.right) * (1 - 1e-9);
    for (const [strategy, law] of laws.entries())
      if (law && worstDistance(law, scenario.budget) <= far) promised[strategy]![cell] = 1;
  }
  return promised.map((one) => (one?.includes(1) ? one : undefined));
}

function centred({ question }: Grid, scenario: Scenario): Scenario {
  if (!question.placed) return scenario;
  const { id, params } = scenario.objective;
  const middles = placementsOf(question).map((name) => {
    const { min, max } = getObjective(id).params[name] as RealParam | IntParam;
    return [name, (min + max) / 2];
  });
  return { ...scenario, objective: { id, params: { ...params, ...Object.fromEntries(middles) } } };
}

/**
 * Predicts runs, without a search, where the valley is symmetric about its minimum: a comparison is then won by the nearer
 * probe. Undefined where the valley is not symmetric, or nothing is known.
 */
export function makePredictor(grid: Grid): (run: number) => Outcome | undefined {
  const goal = lastOf((cell: number) => goalOf(grid, cell), String);
  const reach = lastOf(
    ({ scenario, cell }: { scenario: Scenario; cell: number }) => {
      const problem = problemOf(scenario);
      const found = reachOf(problem, scenario, () => goal(cell));
      return found && isSymmetric(problem, found.at) ? found : undefined;
    },
    ({ scenario: { objective, noise }, cell }) => JSON.stringify([objective, noise, cell]),
  );
  return (run) => {
    const { cell, strategy, repeat } = placeOf(grid, run);
    const law = lawOf(grid.question.strategies[strategy]);
    const scenario = scenarioOf(grid, cell, repeat);
    const found = law && reach({ scenario, cell });
    if (!found) return undefined;
    const nearest = nearestTrial(law, scenario.budget, found.at);
    if (nearest === undefined) return undefined;
    return nearest <= Math.min(found.left, found.right) ? OUTCOME.reached : OUTCOME.missed;
  };
}

const OFFSETS = 64;

function isSymmetric({ space, value, optimum }: Problem, at: number): boolean {
  const farthest = Math.min(at, 1 - at);
  for (let i = 1; i <= OFFSETS; i++) {
    const offset = (farthest * i) / OFFSETS;
    const [below, above] = [at - offset, at + offset].map(
      (unit) => value(space.toReal([unit])) - optimum.value,
    );
    if (!(Math.abs(below - above) <= 1e-9 * Math.max(below, above) + 1e-12)) return false;
  }
  return true;
}
