/** What holds of a problem, as JSON: `sim formula` and `sim diagnose`. */
import { diagnose, type Diagnosis, type Spot, type Verdict } from '#core/assumptions/diagnosis/index.ts';
import { lookUp } from '#core/look-up.ts';
import { problemOf } from '#core/run.ts';
import type { Space } from '#core/space.ts';
import type { Optimum, Problem, Scenario } from '#core/types.ts';
import { whichObjective } from './own.ts';
import { readFlags } from './scenario.ts';
import { flags, UsageError } from './usage.ts';

type Flags = Partial<Record<string, string>>;

const OPTIONS = {
  space: { type: 'string' },
  noise: { type: 'string' },
  budget: { type: 'string' },
  seed: { type: 'string' },
} as const;

/** @returns what is to be printed */
export function formulaReport(args: string[]): object {
  // A formula may begin with a sign, which would make it an option.
  const [first, ...others] = args;
  const leads =
    first !== undefined && !/^--(space|noise|budget|seed|diagnose)(=|$)/.test(first) && first !== '--';
  const { values, positionals } = flags(
    leads ? others : args,
    { ...OPTIONS, diagnose: { type: 'boolean' } },
    leads ? 0 : 1,
  );
  const formula = leads ? first : positionals[0];
  if (formula === undefined) throw new UsageError("formula needs one, as in sim formula '(x - 0.3)^2'.");
  const { space, noise, budget, seed } = values as Flags;
  const scenario = readFlags({
    strategy: 'random',
    ...whichObjective({ formula, ...(space !== undefined && { space }) }),
    noise,
    budget,
    seed,
  });
  const problem = problemOf(scenario);
  return {
    formula,
    ...minimumOf(problem),
    ...(values.diagnose === true && { diagnosis: diagnosisOf(scenario, problem) }),
  };
}

/** @returns what is to be printed */
export function diagnoseReport(args: string[]): object {
  const { values } = flags(
    args,
    {
      ...OPTIONS,
      objective: { type: 'string' },
      formula: { type: 'string' },
      table: { type: 'string' },
      columns: { type: 'string' },
      set: { type: 'string', multiple: true },
    },
    0,
  );
  const { set, ...own } = values as Flags & { set?: string[] };
  const given = ['objective', 'formula', 'table'].filter((name) => lookUp(own, name) !== undefined);
  if (given.length === 0) throw new UsageError('diagnose needs --objective ID; `sim list` names them.');
  if (given.length > 1) {
    const [one, other] = given;
    throw new UsageError(
      `diagnose takes one of --objective, --formula and --table; got --${one} and --${other}.`,
    );
  }
  const { noise, budget, seed } = own;
  const scenario = readFlags({ strategy: 'random', ...whichObjective(own), noise, budget, seed, set });
  const problem = problemOf(scenario);
  return {
    objective: scenario.objective,
    ...minimumOf(problem),
    diagnosis: diagnosisOf(scenario, problem),
  };
}

/** What is known of a problem without looking. Values of hyperparameters throughout. */
function minimumOf({ space, optimum, facts }: Problem) {
  const { value, at, more, region, free, kind, tolerance } = optimum;
  return {
    value,
    at,
    more: more === true,
    certified: optimum.certified !== false,
    gap: gapOf(optimum),
    tolerance,
    kind,
    ...(region && { region }),
    ...(free && { free: free.map((axis) => space.dimensions[axis].id) }),
    dimensions: space.dimensions,
    facts,
  };
}

/** Value minus lower bound: how much lower the minimum may be at most; null where nothing bounds it. */
function gapOf({ value, certified, tolerance, lowerBound }: Optimum): number | null {
  if (certified !== false) return tolerance;
  return lowerBound === undefined ? null : value - lowerBound;
}

function diagnosisOf(scenario: Scenario, problem: Problem) {
  const steps = diagnose(problem, scenario);
  for (;;) {
    const step = steps.next();
    if (step.done) return reportOf(step.value, problem.space);
  }
}

/** The verdicts of the Assumptions page; places as hyperparameter values, slopes per length of the unit cube. */
function reportOf(found: Diagnosis, space: Space) {
  const { minima, sensitivity, lipschitz, resolution } = found;
  const place = ({ unit, value }: Spot) => ({ x: space.toReal(unit), value });
  const names = (axes: readonly number[]) => axes.map((axis) => space.dimensions[axis].id);
  const answered = <W extends object>(verdict: Verdict<W>) =>
    verdict.holds === 'no'
      ? { holds: verdict.holds, witness: witnessOf(verdict.witness, place, names) }
      : { ...verdict };
  return {
    unimodal: answered(found.unimodal),
    convex: answered(found.convex),
    // One hyperparameter is a sum of one term.
    separable: space.dimensions.length === 1 ? { holds: 'yes' } : answered(found.separable),
    lipschitz:
      lipschitz.holds === 'yes'
        ? { holds: 'yes', atLeast: lipschitz.constant, a: place(lipschitz.a), b: place(lipschitz.b) }
        : answered<object>(lipschitz),
    minima: {
      count: minima.count,
      atLeast: !minima.proved || minima.more,
      keptFinding: minima.more,
      level: minima.level === true,
      places: minima.spots.map(place),
    },
    sensitivity:
      'unknown' in sensitivity
        ? { holds: 'unknown', why: sensitivity.unknown }
        : {
            effective: sensitivity.effective,
            knobs: space.dimensions.map(({ id }, i) => ({
              id,
              alone: sensitivity.first[i],
              withInteractions: sensitivity.total[i],
            })),
          },
    ...(found.noise.kind !== 'none' && { noise: found.noise, chances: found.chances }),
    ...(found.look && {
      look: { points: found.look.points, clean: found.look.clean, noisy: found.look.noisy },
    }),
    resolution,
  };
}

/** Spots of a witness as places; whatever else it says as it is. */
function witnessOf(
  witness: object,
  place: (spot: Spot) => object,
  names: (axes: number[]) => string[],
): object {
  return Object.fromEntries(
    Object.entries(witness).map(([key, value]: [string, unknown]) => {
      if (key === 'axes') return [key, names(value as number[])];
      if (key === 'corners') return [key, (value as Spot[]).map(place)];
      return [key, typeof value === 'object' ? place(value as Spot) : value];
    }),
  );
}
