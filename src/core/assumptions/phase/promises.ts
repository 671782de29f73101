/** Where on a map theory has something to say: promises for one valley, and exact predictions for a symmetric one. */
import { define, lookUp } from '../../look-up.ts';
import { getObjective } from '../../objectives/index.ts';
import type { IntParam, ParamValues, RealParam } from '../../params.ts';
import { problemOf } from '../../run.ts';
import type { StudyStrategy } from '../../study/types.ts';
import type { Problem, Scenario } from '../../types.ts';
import { goalOf, placementsOf, cellScenario, type Grid } from './cells.ts';
import { lastOf } from './last.ts';
import { placeOf } from './plan.ts';
import { nearestTrial, worstDistance, type LawfulSearch } from './theory.ts';
import { OUTCOME, PROMISED } from './types.ts';

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

/** A problem that theory knows about: one valley along one real hyperparameter. */
interface Valley {
  /** Middle of the minimisers, in unit coordinates. */
  at: number;
  /** Regret at a unit coordinate. */
  regret: (unit: number) => number;
}

/** @returns undefined where nothing is known; without noise is for the caller to see to */
function valleyOf(problem: Problem): Valley | undefined {
  const { space, optimum, value, feasible } = problem;
  if (space.dimensions.length !== 1 || space.dimensions[0].kind !== 'real') return undefined;
  if (optimum.more || feasible || (optimum.region === undefined && optimum.at.length !== 1)) return undefined;
  // Asked last: whether there is one valley may cost more than all the rest.
  if (problem.facts.unimodal !== true) return undefined;
  return { at: middleOf(problem), regret: (unit) => value(space.toReal([unit])) - optimum.value };
}

function middleOf({ space, optimum }: Problem): number {
  const { lo, hi } = optimum.region ?? { lo: optimum.at[0], hi: optimum.at[0] };
  return (space.toUnit(lo)[0] + space.toUnit(hi)[0]) / 2;
}

/** What is the same for all repeats of a cell. */
interface CellTheory {
  /** How far from the minimum the target is still met, on its nearer side; ∞ where it is met everywhere. */
  reach: number;
  symmetric: boolean;
}

/**
 * Where every repeat has its own placement, the left side of the valley is looked at with the minimum at the right end of
 * its range and the right side with it at the left end: placements only shift a valley, so that these two show all of it.
 */
function theoryOf(grid: Grid, cell: number): CellTheory | undefined {
  const scenario = cellScenario(grid, cell, 0);
  if (scenario.noise.kind !== 'none') return undefined;
  const [first, last] = endsOf(grid, scenario).map(problemOf);
  const left = valleyOf(last);
  const right = left && (first === last ? left : valleyOf(first));
  if (!left || !right) return undefined;
  const goal = Math.max(goalOf(grid, cell), last.optimum.tolerance);
  if (!(left.regret(left.at) <= goal && right.regret(right.at) <= goal)) return undefined;
  const reach = Math.min(reachTowards(left, 0, goal), reachTowards(right, 1, goal));
  return { reach, symmetric: isSymmetric(left, right) };
}

/** The scenario with its minimum at the lower and at the upper end of where repeats place it. */
function endsOf({ question }: Grid, scenario: Scenario): [Scenario, Scenario] {
  const names = question.placed ? placementsOf(question) : [];
  if (names.length === 0) return [scenario, scenario];
  const { id, params } = scenario.objective;
  const at = (end: 'min' | 'max'): Scenario => {
    const moved: ParamValues = { ...params };
    for (const name of names)
      define(moved, name, (lookUp(getObjective(id).params, name) as RealParam | IntParam)[end]);
    return { ...scenario, objective: { id, params: moved } };
  };
  return [at('min'), at('max')];
}

/** Halvings after which an interval is at the resolution of floating-point numbers. */
const HALVINGS = 60;

/** Distance from the minimum to the last point that meets the goal, towards an end of the range. */
function reachTowards({ at, regret }: Valley, end: number, goal: number): number {
  if (regret(end) <= goal) return Infinity;
  let [inside, outside] = [at, end];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (inside + outside) / 2;
    if (regret(middle) <= goal) inside = middle;
    else outside = middle;
  }
  return Math.abs(inside - at);
}

const OFFSETS = 64;

/** The same on both sides, as far as both are within the range: beyond, a side can only be higher. */
function isSymmetric(left: Valley, right: Valley): boolean {
  const farthest = Math.min(left.at, 1 - right.at);
  const slack = 1e-12 * Math.min(1, left.regret(0), right.regret(1));
  for (let i = 1; i <= OFFSETS; i++) {
    const offset = (farthest * i) / OFFSETS;
    const [below, above] = [left.regret(left.at - offset), right.regret(right.at + offset)];
    if (!(Math.abs(below - above) <= 1e-9 * Math.max(below, above) + slack)) return false;
  }
  return true;
}

/**
 * What theory says of runs, one by one: the outcome that it predicts, 0 where it predicts none, plus {@link PROMISED}
 * where it promises success in every run of the strategy in the cell.
 *
 * It promises where the nearest trial cannot be farther from the minimum than the target allows, whatever the valley. It
 * predicts where the valley is symmetric: a comparison is then won by the nearer probe, and no search is needed.
 */
export function makeTheory(grid: Grid): (run: number) => number {
  const laws = grid.question.strategies.map(lawOf);
  const cellTheory = lastOf((cell: number) => theoryOf(grid, cell), String);
  return (run) => {
    const { cell, strategy, repeat } = placeOf(grid, run);
    const law = laws[strategy];
    const theory = law && cellTheory(cell);
    if (!theory) return OUTCOME.unknown;
    const scenario = cellScenario(grid, cell, repeat);
    const promised = worstDistance(law, scenario.budget) <= theory.reach * (1 - 1e-9) ? PROMISED : 0;
    return promised + (theory.symmetric ? predicted(law, scenario, theory.reach) : OUTCOME.unknown);
  };
}

function predicted(law: LawfulSearch, scenario: Scenario, reach: number): number {
  const nearest = nearestTrial(law, scenario.budget, middleOf(problemOf(scenario)));
  if (nearest === undefined) return OUTCOME.unknown;
  return nearest <= reach ? OUTCOME.reached : OUTCOME.missed;
}
