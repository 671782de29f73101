/** From a summary to what the charts draw. */
import { formatNumber } from '#charts/format.ts';
import type { CurveLine, MatrixCell, MatrixRow, PointRow } from '#charts/arena/types.ts';
import type { Series } from '#charts/types.ts';
import { turned } from '#core/sense.ts';
import type { StudySummary } from '#core/study/summary.ts';
import type { Sense } from '#core/types.ts';
import type { Study } from '#core/study/types.ts';
import { t } from '../../../i18n/index.svelte.ts';
import { meanRank } from '../../../shared/labels.ts';
import { percent } from '../../../shared/numbers.ts';
import { verdictSentence } from '../../../shared/verdicts.ts';

/** Regrets further below the largest than this are drawn as reached: rounding, not search. */
const DEEPEST = 1e-9;

/** A log axis that holds these values; lower ones are drawn on its edge. */
export function logDomain(values: Iterable<number>): [number, number] {
  let [lo, hi] = [Infinity, 0];
  for (const value of values) {
    if (!(value > 0 && value < Infinity)) continue;
    lo = Math.min(lo, value);
    hi = Math.max(hi, value);
  }
  if (hi === 0) return [1e-3, 1];
  lo = Math.max(lo, hi * DEEPEST);
  return [lo / 1.4, hi * 1.4];
}

/** What a log axis shows lowest: a little above its end. */
export const floorOf = ([lo]: readonly [number, number]): number => lo * 1.2;

/** Says so where something lies below the axis, and is drawn on its edge. */
export function edgeNote(
  domain: readonly [number, number],
  all: Iterable<ArrayLike<number>>,
): string | undefined {
  const floor = floorOf(domain);
  const below = Array.from(all).some((values) => Array.from(values).some((value) => value < floor));
  return below ? t('arena.figure.onEdge', { value: formatNumber(floor, 2) }) : undefined;
}

const clamped = (values: Float64Array, lo: number): Float64Array =>
  values.map((value) => (value < lo ? lo : value));

/** Ranks of what is looked at: on the one problem, or their means. */
export const ranksOf = ({ scope, problem, ranks }: StudySummary): Float64Array => {
  const S = ranks.mean.length;
  return scope === 'one' ? ranks.ranks.subarray(problem * S, (problem + 1) * S) : ranks.mean;
};

/** Strategies that are shown: their places in the study. */
export const shownOf = (series: readonly Series[], hidden: readonly string[]): number[] =>
  series.flatMap(({ id }, i) => (hidden.includes(id) ? [] : [i]));

/** {@link shownOf}, best rank first. */
export function rankedOf(
  summary: StudySummary,
  series: readonly Series[],
  hidden: readonly string[],
): number[] {
  const ranks = ranksOf(summary);
  const at = (s: number) => (Number.isNaN(ranks[s]) ? Infinity : ranks[s]);
  return shownOf(series, hidden).sort((a, b) => (at(a) === at(b) ? a - b : at(a) - at(b)));
}

/** What is counted over: “all 6 problems”, or the one. */
export const countedOn = ({ scope, problem }: StudySummary, labels: readonly string[]): string =>
  scope === 'one' ? labels[problem] : t('arena.allProblems', { count: labels.length });

/** A table's rows: one for each trial, its number first. */
export const trialRows =
  ({ budget }: Study, row: (i: number) => (string | number | null)[]) =>
  (): (string | number | null)[][] =>
    Array.from({ length: budget }, (_, i) => [i + 1, ...row(i)]);

/** Many lines need more room to be told apart, as much as a row for each beside them. */
export const curveHeight = (places: readonly unknown[]): number =>
  Math.min(620, Math.max(340, 50 + 36 * places.length));

export function regretLines(
  { curves }: StudySummary,
  series: readonly Series[],
  shown: readonly number[],
): { lines: CurveLine[]; domain: [number, number]; edge: string | undefined } {
  const used = shown.filter((s) => curves[s].runs > 0);
  const domain = logDomain(
    used.flatMap((s) => [...curves[s].lower, ...curves[s].median, ...curves[s].upper]),
  );
  const floor = floorOf(domain);
  const lines = used.map((s) => ({
    series: series[s],
    values: clamped(curves[s].median, floor),
    lower: clamped(curves[s].lower, floor),
    upper: clamped(curves[s].upper, floor),
  }));
  return {
    lines,
    domain,
    edge: edgeNote(
      domain,
      used.map((s) => curves[s].lower),
    ),
  };
}

/** @param sense of the problem: best values are said in it */
export function pointRows(
  { points, curves, trial, judged }: StudySummary,
  series: readonly Series[],
  shown: readonly number[],
  sense: Sense = 'minimise',
): { rows: PointRow[]; domain: [number, number]; edge: string | undefined } {
  const domain = logDomain(shown.flatMap((s) => [...points[s].regret]));
  const floor = floorOf(domain);
  const rows = shown.map((s): PointRow => {
    const { repeat, regret, best } = points[s];
    const none = regret.reduce((count, value) => count + (value === Infinity ? 1 : 0), 0);
    const alike = regret.length > 1 && none === 0 && regret.every((value) => value === regret[0]);
    const { lower, median, upper } = curves[s];
    return {
      series: series[s],
      values: clamped(regret, floor),
      describe: (i) =>
        t(judged === 'deployed' ? 'arena.pointDeployed' : 'arena.point', {
          name: series[s].label,
          repeat: repeat[i] + 1,
          regret: formatNumber(regret[i]),
          best: formatNumber(turned(best[i], sense), 4),
        }),
      lower: Math.max(floor, lower[trial - 1]),
      median: Math.max(floor, median[trial - 1]),
      upper: Math.max(floor, upper[trial - 1]),
      ...(none > 0 && { remark: t('arena.nothingFound', { count: none }) }),
      ...(alike && { remark: t('arena.allAlike', { count: regret.length }) }),
    };
  });
  return {
    rows,
    domain,
    edge: edgeNote(
      domain,
      shown.map((s) => points[s].regret),
    ),
  };
}

export const profileLines = (
  { profiles }: StudySummary,
  series: readonly Series[],
  shown: readonly number[],
): CurveLine[] =>
  shown.filter((s) => profiles[s].pairs > 0).map((s) => ({ series: series[s], values: profiles[s].share }));

export function rankRows(
  { ranks }: StudySummary,
  labels: readonly string[],
  series: readonly Series[],
  shown: readonly number[],
): MatrixRow[] {
  const S = series.length;
  const row = (label: string, values: ArrayLike<number>, total: boolean): MatrixRow => {
    const best = Math.min(...shown.map((s) => values[s]).filter((value) => !Number.isNaN(value)));
    return {
      label,
      total,
      cells: shown.map((s): MatrixCell | null =>
        Number.isNaN(values[s])
          ? null
          : {
              text: meanRank(values[s]),
              weight: S > 1 ? 1 - (values[s] - 1) / (S - 1) : 0,
              ink: 'good',
              strong: values[s] === best,
              description: t('arena.rankOf', {
                name: series[s].label,
                problem: label,
                rank: formatNumber(values[s], 3),
                of: S,
              }),
            },
      ),
    };
  };
  return [
    ...labels.map((label, p) => row(label, ranks.ranks.subarray(p * S, (p + 1) * S), false)),
    row(t('arena.meanRank'), ranks.mean, true),
  ];
}

export function ertRows(
  { ert, trial }: StudySummary,
  labels: readonly string[],
  series: readonly Series[],
  shown: readonly number[],
): MatrixRow[] {
  const S = series.length;
  return labels.map((label, p) => {
    const own = ert.slice(p * S, (p + 1) * S);
    const best = Math.min(...shown.map((s) => own[s].ert).filter((value) => !Number.isNaN(value)));
    return {
      label,
      cells: shown.map((s): MatrixCell | null => {
        const { ert: value, successes, runs } = own[s];
        if (runs === 0) return null;
        return {
          text: formatNumber(value, 3),
          detail: `${successes}/${runs}`,
          weight: value < Infinity ? best / value : 0,
          ink: 'good',
          strong: value === best && value < Infinity,
          description: t('arena.ertOf', {
            name: series[s].label,
            problem: label,
            ert: formatNumber(value, 3),
            successes,
            runs,
            trial,
          }),
        };
      }),
    };
  });
}

export function winRows(
  { wins }: StudySummary,
  series: readonly Series[],
  shown: readonly number[],
): MatrixRow[] {
  const names = series.map(({ label }) => label);
  return shown.map((a) => ({
    label: series[a].label,
    series: series[a],
    cells: shown.map((b): MatrixCell | null => {
      const one = wins[a][b];
      if (!one || one.pairs === 0) return null;
      const tied = one.verdict === 'tied';
      return {
        text: tied ? t('arena.tiedShort', { share: percent(one.share) }) : percent(one.share),
        // The sign is said above: without it six columns fit half a page.
        detail: `${Math.round(one.low * 100)}–${Math.round(one.high * 100)}`,
        weight: tied ? 0 : Math.abs(one.share - 0.5) * 2,
        ink: one.verdict === 'worse' ? 'bad' : 'good',
        description: verdictSentence(one, names),
      };
    }),
  }));
}
