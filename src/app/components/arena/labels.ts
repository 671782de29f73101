/** How a study's problems and strategies are called and drawn. */
import type { Series } from '../../../charts/types.ts';
import { formatNumber } from '../../../charts/format.ts';
import { percentOf } from '../../../core/percent.ts';
import { SUITES } from '../../../core/study/suites.ts';
import type { Study, StudyProblem, StudyStrategy } from '../../../core/study/types.ts';
import type { Noise } from '../../../core/types.ts';
import { objectiveText, strategyText, t } from '../../i18n/index.svelte.ts';
import { seriesOf } from '../series.ts';

const ownNames = new Set<string>(
  Object.values(SUITES).flatMap((suite) =>
    suite.map((sketch) => ('name' in sketch ? sketch.name : undefined) ?? sketch.objective.id),
  ),
);

/** In the reader's language, unless somebody gave it a name: “Ackley, 5-D”, “Branin in 20-D”, “Forrester, σ 0.5”. */
export function problemLabel({ name, objective, noise }: StudyProblem): string {
  if (name !== objective.id && !ownNames.has(name)) return name;
  const { params } = objective;
  const dimension = typeof params.dimension === 'number' ? params.dimension : undefined;
  const sd = noiseLabel(noise);
  if (objective.id === 'embed' && typeof params.hidden === 'string' && dimension !== undefined)
    return t('arena.hiddenIn', { name: objectiveText(params.hidden).name, dimension }) + sd;
  const base =
    objective.id === 'bbob' && typeof params.function === 'string'
      ? `BBOB ${params.function}`
      : objectiveText(objective.id).name;
  return base + (dimension === undefined ? '' : t('arena.inDimensions', { dimension })) + sd;
}

/** What a problem's noise adds to its name. */
function noiseLabel(noise: Noise): string {
  switch (noise.kind) {
    case 'gaussian':
      return `, σ ${formatNumber(noise.sd)}`;
    case 'proportional':
      return `, σ ${formatNumber(percentOf(noise.sd))} %`;
    case 'none':
    case 'measured':
      return '';
  }
}

export const strategyLabel = ({ name, id }: StudyStrategy): string =>
  name === id ? strategyText(id).short : name;

/** Further settings of one strategy keep its colour and marker, and are dashed more and more finely. */
const AGAIN = ['8 4', '4 3', '1.5 3'];

export function seriesOfStudy({ strategies }: Study): Series[] {
  return strategies.map((strategy, i) => {
    const before = strategies.slice(0, i).filter(({ id }) => id === strategy.id).length;
    const { dash, ...look } = seriesOf(strategy.id);
    const own = before === 0 ? dash : AGAIN[Math.min(before, AGAIN.length) - 1];
    return { ...look, id: strategy.name, label: strategyLabel(strategy), ...(own && { dash: own }) };
  });
}

/** A share as a whole percentage. */
export const percent = (share: number): string =>
  Number.isNaN(share) ? '–' : `${String(Math.round(share * 100))} %`;

/** “40 s”, “3 min”, “2.5 h”. */
export function duration(seconds: number): string {
  if (seconds < 90) return t('arena.seconds', { count: Math.max(1, Math.ceil(seconds)) });
  if (seconds < 5400) return t('arena.minutes', { count: Math.round(seconds / 60) });
  return t('arena.hours', { hours: formatNumber(seconds / 3600, 2) });
}

/** Thinking of one run: “0.3 ms”, “2.1 s”; a file does not hold it. */
export function thinkingTime(seconds: number): string {
  if (Number.isNaN(seconds)) return t('arena.use.unknown');
  return seconds < 1
    ? t('arena.use.milliseconds', { value: formatNumber(seconds * 1000, 2) })
    : `${formatNumber(seconds, 2)} s`;
}
