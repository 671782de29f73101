/** What a `share` figure draws: every repeat as a point, and how often one strategy is ahead of each other one. */
import type { PointRow, ShareRow } from '#charts/arena/types.ts';
import { formatNumber } from '#charts/format.ts';
import type { Series } from '#charts/types.ts';
import { wilsonInterval } from '#core/study/statistics/index.ts';
import { countAhead, shareOf, type Count } from '../../../learn/counting.ts';
import type { ShareFigure } from '../../../learn/figures.ts';
import { strategyText, t } from '../../i18n/index.svelte.ts';
import { seriesOfStudy } from '../../shared/labels.ts';
import { finePercent, whole } from '../../shared/numbers.ts';
import type { Ends } from './share.svelte.ts';

/** As they are called in the figure: the first is the strategy that it is about. */
export function seriesIn({ of, against }: ShareFigure, { study }: Ends): Series[] {
  const looks = seriesOfStudy(study);
  return [strategyText(of.id).short, ...against.map(({ name }) => name)].map((label, i) => ({
    ...looks[i],
    id: String(i),
    label,
  }));
}

function quantile(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return NaN;
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  return sorted[low] + (at - low) * (sorted[Math.min(low + 1, sorted.length - 1)] - sorted[low]);
}

/** @param regrets by strategy and repeat; NaN where there is none yet */
export function pointRows(
  series: readonly Series[],
  regrets: readonly Float64Array[],
): { rows: PointRow[]; domain: [number, number] } {
  const all = regrets.flatMap((values) => Array.from(values)).filter((value) => value > 0);
  const lo =
    all.length > 0 ? 10 ** Math.floor(Math.log10(Math.max(1e-6, Math.min(...quartileEdges(all))))) : 0.001;
  const hi = all.length > 0 ? 10 ** Math.ceil(Math.log10(Math.max(...all))) : 1;
  const domain: [number, number] = [lo, Math.max(hi, lo * 10)];
  const rows = regrets.map((values, i): PointRow => {
    const sorted = values.filter((value) => !Number.isNaN(value)).sort();
    const alike = sorted.length > 1 && sorted[0] === sorted[sorted.length - 1];
    return {
      series: series[i],
      values: values.map((value) => (value < lo ? lo : value)),
      describe: (repeat) =>
        t('learn.share.point', {
          name: series[i].label,
          repeat: repeat + 1,
          regret: formatNumber(values[repeat]),
        }),
      lower: Math.max(lo, quantile(sorted, 0.25)),
      median: Math.max(lo, quantile(sorted, 0.5)),
      upper: Math.max(lo, quantile(sorted, 0.75)),
      ...(alike && { remark: t('learn.share.alike') }),
    };
  });
  return { rows, domain };
}
/** All but the lowest hundredth: one lucky run does not squeeze the others. */
function quartileEdges(all: readonly number[]): number[] {
  const sorted = Float64Array.from(all).sort();
  return [quantile(sorted, 0.01)];
}

export interface Compared {
  count: Count;
  share: number;
  interval: readonly [number, number];
}
export function comparedWith({ values }: Ends, opponent: number): Compared {
  const count = countAhead(values[0], values[opponent + 1]);
  return {
    count,
    share: count.of > 0 ? shareOf(count) : NaN,
    interval: wilsonInterval(Math.round(count.ahead + count.tied / 2), count.of),
  };
}

export function shareRows(series: readonly Series[], ends: Ends): ShareRow[] {
  return series.slice(1).map((opponent, i): ShareRow => {
    const { count, share, interval } = comparedWith(ends, i);
    const words = {
      of: series[0].label,
      against: opponent.label,
      share: finePercent(share),
      count: whole(count.of),
    };
    return {
      id: opponent.id,
      label: t('learn.share.against', { against: opponent.label }),
      parts: [
        {
          series: series[0],
          texture: 'plain',
          share: count.of > 0 ? share : 0,
          description: t('learn.share.said', words),
        },
      ],
      interval,
      text: count.of > 0 ? finePercent(share) : '–',
      description: t('learn.share.said', words),
    };
  });
}
