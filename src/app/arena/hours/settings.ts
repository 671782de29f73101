/** What the wall-clock section is asked: machines, how long training and thinking take, which run, which strategies. */
import { lookUp } from '#core/look-up.ts';
import { log } from '#core/math/elementary.ts';
import { defaults, type ParamDeclaration } from '#core/params.ts';
import { getStrategy, strategies } from '#core/strategies/index.ts';
import type { TrainingTime } from '#core/study/schedule.ts';
import type { Study, StudyStrategy } from '#core/study/types.ts';
import type { Strategy } from '#core/types.ts';

export interface HoursSettings {
  machines: number;
  /** Median hours of one training run. */
  median: number;
  /** Training takes differently long by chance (log-normal, `sigma`), or always the same. */
  chance: boolean;
  sigma: number;
  /** The hyperparameter along which training takes longer; null: none. */
  axis: number | null;
  /** How many times as long the upper end of its range takes as the lower one. */
  factor: number;
  /** Of each suggestion: nothing, what was measured in the same run, or `seconds`. */
  thinking: 'none' | 'measured' | 'given';
  seconds: number;
  /** 0-based. */
  repeat: number;
  /** Strategies that ask for several points at once ask for as many as there are machines. */
  follow: boolean;
  /** Such strategies take part even where the study lacks them. */
  extra: boolean;
  /** Curves are medians over the study's repeats, not of the one repeat. */
  overall: boolean;
}

export const DEFAULT_HOURS: HoursSettings = {
  machines: 4,
  median: 1,
  chance: true,
  sigma: 0.5,
  axis: null,
  factor: 4,
  thinking: 'none',
  seconds: 60,
  repeat: 0,
  follow: true,
  extra: false,
  overall: false,
};

/** Limits of what is entered as a number. */
export const HOURS_LIMITS = {
  machines: { kind: 'int', min: 1, max: 64, default: DEFAULT_HOURS.machines },
  median: { kind: 'real', min: 0.01, max: 1000, default: DEFAULT_HOURS.median, scale: 'log' },
  sigma: { kind: 'real', min: 0.05, max: 2, default: DEFAULT_HOURS.sigma, step: 0.05 },
  factor: { kind: 'real', min: 0.05, max: 20, default: DEFAULT_HOURS.factor, scale: 'log' },
  seconds: { kind: 'real', min: 0, max: 86_400, default: DEFAULT_HOURS.seconds },
} as const satisfies Partial<Record<keyof HoursSettings, ParamDeclaration>>;

/** Strategies made for several machines that the study lacks. */
export const addableTo = ({ strategies: taken }: Pick<Study, 'strategies'>): Strategy[] =>
  strategies.filter(({ id, batchSize }) => batchSize !== undefined && !taken.some((one) => one.id === id));

/** Who takes part: the study's strategies, then those that are added; batches as large as asked for. */
export function entrantsOf(
  study: Pick<Study, 'strategies'>,
  { machines, follow, extra }: Pick<HoursSettings, 'machines' | 'follow' | 'extra'>,
): StudyStrategy[] {
  const entrants = [...study.strategies];
  for (const { id, params } of extra ? addableTo(study) : []) {
    let name = id;
    for (let k = 2; entrants.some((other) => other.name === name); k++) name = `${id}#${k}`;
    entrants.push({ name, id, params: defaults(params) });
  }
  return follow ? entrants.map((entrant) => resized(entrant, machines)) : entrants;
}

/** As many points at once as there are machines, or as near as the strategy allows. */
function resized(entrant: StudyStrategy, machines: number): StudyStrategy {
  const { batchSize, params } = getStrategy(entrant.id);
  const declared = batchSize === undefined ? undefined : lookUp(params, batchSize);
  if (batchSize === undefined || declared?.kind !== 'int') return entrant;
  const size = Math.min(declared.max, Math.max(declared.min, machines));
  return { ...entrant, params: { ...entrant.params, [batchSize]: size } };
}

/** Points that it asks for at once, where there is a setting for that. */
export function batchSizeOf({ id, params }: Pick<StudyStrategy, 'id' | 'params'>): number | undefined {
  const { batchSize } = getStrategy(id);
  const size = batchSize === undefined ? undefined : lookUp(params, batchSize);
  return typeof size === 'number' ? size : undefined;
}

/** @param dimensions how many hyperparameters the problem has: an axis that it lacks makes nothing longer */
export function trainingTimeOf(
  { median, chance, sigma, axis, factor }: HoursSettings,
  dimensions: number,
): TrainingTime {
  return {
    median,
    sigma: chance ? sigma : 0,
    ...(axis !== null && axis < dimensions && { longer: { axis, slope: log(factor) } }),
  };
}

/** Hours for each suggestion of a run that thought for so many seconds over so many trials. */
export function thinkingHours(
  { thinking, seconds }: HoursSettings,
  measured: { seconds: number; trials: number },
): number {
  if (thinking === 'none') return 0;
  return (thinking === 'given' ? seconds : measured.seconds / Math.max(1, measured.trials)) / 3600;
}
