/** How facts are declared: numbers of the prose, each computed from runs of the engine. */
import { problemOf, run } from '#core/run.ts';
import type { Problem, Trace } from '#core/types.ts';
import type { Figure, ShareFigure } from './figures.ts';
import { countAhead, endsOf, scenarioOf, shareOf, studyOf } from './counting.ts';

export interface FactDeclaration {
  /** The scenario or study that it comes from, to be read. */
  readonly from: string;
  /** @param repeats of many runs, how many: all where it takes none */
  readonly value: (repeats: number) => number;
  /** Of many runs: how many count. */
  readonly repeats?: number;
  /** So many of them are recomputed by `npm test`, where all would take long; `npm run test:all` makes all. */
  readonly sample?: number;
}
/** By id: small letters and dashes. @param figures of the chapter, by section */
export type Facts = (figures: Readonly<Record<string, Figure>>) => Readonly<Record<string, FactDeclaration>>;

export interface Run {
  readonly problem: Problem;
  readonly traces: readonly Trace[];
  readonly traceOf: (strategy: string) => Trace;
  /** Simple regret after the last trial. */
  readonly regretOf: (strategy: string) => number;
}
const kept = new Map<string, Run>();
/** The run of a link to the Lab; made once. */
export function runOf(lab: string): Run {
  let made = kept.get(lab);
  if (!made) {
    const scenario = scenarioOf(lab);
    const problem = problemOf(scenario);
    const { traces } = run(scenario);
    const traceOf = (strategy: string): Trace => {
      const found = traces.find((trace) => trace.strategy.id === strategy);
      if (!found) throw new Error(`${lab} does not run “${strategy}”.`);
      return found;
    };
    const regretOf = (strategy: string) => traceOf(strategy).trials.at(-1)!.best! - problem.optimum.value;
    kept.set(lab, (made = { problem, traces, traceOf, regretOf }));
  }
  return made;
}

/** A fact of one run. */
export const fromRun = (lab: string, reduce: (run: Run) => number): FactDeclaration => ({
  from: lab,
  value: () => reduce(runOf(lab)),
});

const ends = new Map<string, Float64Array[]>();
/** What the runs of a study end with; made once. */
function keptEnds(figure: ShareFigure, dial: number | undefined, count: number): Float64Array[] {
  const study = studyOf(figure, dial);
  const key = JSON.stringify([study, count]);
  let made = ends.get(key);
  if (!made) ends.set(key, (made = endsOf(study, count)));
  return made;
}

const told = ({ lab, of, against, placed }: ShareFigure, dial: number | undefined): string =>
  `${lab}; ${[of, ...against].map(({ id, params }) => [id, ...Object.values(params ?? {})].join('.')).join(', ')}; ${placed}${dial === undefined ? '' : `; dial ${dial}`}`;

/** A fact of the many runs of a `share` figure. @param reduce of what each repeat ended with, by strategy */
export function fromRuns(
  figure: Figure,
  reduce: (ends: readonly Float64Array[]) => number,
  { dial, sample }: { dial?: number; sample?: number } = {},
): FactDeclaration {
  if (figure.kind !== 'share') throw new Error(`“${figure.kind}” makes no many runs.`);
  const { repeats } = figure;
  return {
    from: told(figure, dial),
    value: (count) => reduce(keptEnds(figure, dial, count)),
    repeats,
    ...(sample !== undefined && { sample }),
  };
}

/** How often the strategy of a figure is ahead of one of those that it is compared with, counted from 0. */
export const aheadOf =
  (opponent = 0) =>
  (ends: readonly Float64Array[]): number =>
    shareOf(countAhead(ends[0], ends[opponent + 1]));

export const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
