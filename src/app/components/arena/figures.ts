/** From a summary to what the charts draw. */
import { formatNumber } from '../../../charts/format.ts';
import type { CurveLine, MatrixCell, MatrixRow, PointRow } from '../../../charts/arena/types.ts';
import type { Series } from '../../../charts/types.ts';
import type { StudySummary } from '../../../core/study/summary.ts';
import { t } from '../../i18n/index.svelte.ts';
import { percent } from './labels.ts';
import { verdictSentence } from './verdicts.ts';

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

const clamped = (values: Float64Array, lo: number): Float64Array =>
  values.map((value) => (value < lo ? lo : value));

/** Strategies that are shown: their places in the study. */
export const shownOf = (series: readonly Series[], hidden: readonly string[]): number[] =>
  series.flatMap(({ id }, i) => (hidden.includes(id) ? [] : [i]));

export function regretLines(
  { curves }: StudySummary,
  series: readonly Series[],
  shown: readonly number[],
): { lines: CurveLine[]; domain: [number, number] } {
  const used = shown.filter((s) => curves[s].runs > 0);
  const domain = logDomain(
    used.flatMap((s) => [...curves[s].lower, ...curves[s].median, ...curves[s].upper]),
  );
  const floor = domain[0] * 1.2;
  const lines = used.map((s) => ({
    series: series[s],
    values: clamped(curves[s].median, floor),
    lower: clamped(curves[s].lower, floor),
    upper: clamped(curves[s].upper, floor),
  }));
  return { lines, domain };
}

export function pointRows(
  { points, curves, trial }: StudySummary,
  series: readonly Series[],
  shown: readonly number[],
): { rows: PointRow[]; domain: [number, number] } {
  const domain = logDomain(shown.flatMap((s) => points[s].map(({ regret }) => regret)));
  const floor = domain[0] * 1.2;
  const rows = shown.map((s) => {
    const none = points[s].filter(({ regret }) => regret === Infinity).length;
    const { lower, median, upper } = curves[s];
    return {
      series: series[s],
      points: points[s].map(({ repeat, regret, best }) => ({
        value: regret < floor ? floor : regret,
        description: t('arena.point', {
          name: series[s].label,
          repeat: repeat + 1,
          regret: formatNumber(regret),
          best: formatNumber(best, 4),
        }),
      })),
      lower: Math.max(floor, lower[trial - 1]),
      median: Math.max(floor, median[trial - 1]),
      upper: Math.max(floor, upper[trial - 1]),
      ...(none > 0 && { beyond: t('arena.nothingFound', { count: none }) }),
    };
  });
  return { rows, domain };
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
              text: formatNumber(values[s], 2),
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
        detail: `${Math.round(one.low * 100)}–${percent(one.high)}`,
        weight: tied ? 0 : Math.abs(one.share - 0.5) * 2,
        ink: one.verdict === 'worse' ? 'bad' : 'good',
        description: verdictSentence(one, names),
      };
    }),
  }));
}
