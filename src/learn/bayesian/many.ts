/** What the chapter on Bayesian optimisation counts over many runs; several facts ask for the same ones. */
import { run } from '#core/run.ts';
import type { ModelView, Trace } from '#core/types.ts';
import { processOf, type Seen } from '../belief.ts';
import { endsOf, scenarioOf, studyOf } from '../counting.ts';
import { mean, runOf, type FactDeclaration } from '../facts.ts';
import type { Figure } from '../figures.ts';

export const NOISY = 'objective=forrester&budget=30&seed=1&strategies=bayes&noise=2';

const kept = new Map<string, readonly Trace[]>();
/** Traces of one strategy, seeds 1 … repeats; several facts ask for the same. @param lab without its seed */
export function traces(lab: string, repeats: number): readonly Trace[] {
  const key = `${lab} ${repeats}`;
  const made =
    kept.get(key) ??
    Array.from({ length: repeats }, (_, i) => run(scenarioOf(`${lab}&seed=${i + 1}`)).traces[0]);
  kept.set(key, made);
  return made;
}
export const repeatsOf = (figure: Figure): number => (figure.kind === 'share' ? figure.repeats : 1);
const keptEnds = new Map<string, readonly Float64Array[]>();
export function endsIn(figure: Figure, repeats: number): readonly Float64Array[] {
  if (figure.kind !== 'share') throw new Error(`“${figure.kind}” makes no many runs.`);
  const key = `${figure.lab} ${repeats}`;
  const made = keptEnds.get(key) ?? endsOf(studyOf(figure), repeats);
  keptEnds.set(key, made);
  return made;
}
export function many(
  lab: string,
  reduce: (regrets: number[], all: readonly Trace[], optimum: number) => number,
  { repeats, sample, at }: { repeats: number; sample: number; at?: number },
): FactDeclaration {
  return {
    from: `${lab}, seeds 1 … ${repeats}${at === undefined ? '' : `, after trial ${at}`}`,
    repeats,
    sample,
    value: (count) => {
      const all = traces(lab, count);
      const optimum = runOf(`${lab}&seed=1`).problem.optimum.value;
      return reduce(
        all.map(({ trials }) => trials[(at ?? trials.length) - 1].best! - optimum),
        all,
        optimum,
      );
    },
  };
}
export const shareOf = (holds: (regret: number) => boolean) => (regrets: readonly number[]) =>
  mean(regrets.map((regret) => (holds(regret) ? 1 : 0)));
/** As good as there. */
export const near = shareOf((regret) => regret < 0.05);
/** In a wrong valley. */
export const STUCK = 4;

/** A needle of a width, placed evenly over the range: in what share of runs is something found. */
export const needle = (width: number, strategy: string): FactDeclaration => ({
  from: `1 - exp(-((x - p) / ${width})²), 30 trials of ${strategy}, p spread evenly over 0.02 … 0.98: best below 0.5`,
  repeats: 150,
  sample: 3,
  value: (repeats) =>
    mean(
      Array.from({ length: repeats }, (_, i) => {
        const place = (0.02 + (0.96 * (i + 0.5)) / repeats).toFixed(4);
        const formula = encodeURIComponent(`1-exp(-((x-${place})/${width})^2)`);
        const { trials } = run(
          scenarioOf(
            `objective=formula&objective.formula=${formula}&budget=30&seed=${i + 1}&strategies=${strategy}`,
          ),
        ).traces[0];
        return trials.at(-1)!.best! < 0.5 ? 1 : 0;
      }),
    ),
});

/** Regrets of a noisy run's choice: the lowest value observed, or the lowest mean of its last model. */
export function chosen(trace: Trace, by: 'observed' | 'mean'): number {
  const { trials, closing } = trace;
  const { problem } = runOf(NOISY);
  if (by === 'observed')
    return trials.reduce((a, b) => (b.y! < a.y! ? b : a)).trueValue! - problem.optimum.value;
  const view = closing!.view as ModelView;
  const seen: Seen[] = trials.map(({ unit, y }) => ({ u: unit[0], y: y! }));
  const given = { mean: view.yMean, scale: view.yScale, signalVariance: view.signalVariance };
  const held = {
    ...{ seen, kernel: view.kernel, lengthscale: view.lengthscales[0] },
    noise: Math.sqrt(view.noiseVariance),
  };
  const means = processOf(given, held).gp.meansAtData();
  return trials[means.indexOf(Math.min(...means))].trueValue! - problem.optimum.value;
}
export const noisy = (name: string, reduce: (all: readonly Trace[]) => number): FactDeclaration => ({
  from: `objective=forrester&budget=30&strategies=bayes&noise=2, seeds 1 … 100, ${name}`,
  repeats: 100,
  sample: 4,
  value: (count) => reduce(traces('objective=forrester&budget=30&strategies=bayes&noise=2', count)),
});
export const lowestOf = ({ trials }: Trace) => trials.reduce((a, b) => (b.y! < a.y! ? b : a));
