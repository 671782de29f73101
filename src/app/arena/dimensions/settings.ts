/** What a reader can set in the section on the curse of dimension, and within which limits. */
import type { IntParam, RealParam } from '#core/params.ts';
import { CLASSIC, type CurseQuestion } from '#core/study/curse.ts';
import { STUDY_LIMITS } from '#core/study/read-study.ts';

export type CurseSettings = Pick<CurseQuestion, 'dimensions' | 'volume' | 'shape' | 'targets' | 'seed'>;

export const CURSE_LIMITS = {
  dimensions: { kind: 'int', default: 5, min: 1, max: 10 },
  /** In per cent, as it is typed. */
  volume: { kind: 'real', default: 100 * CLASSIC.volume, min: 0.01, max: 50, scale: 'log' },
  targets: { kind: 'int', default: CLASSIC.targets, min: 1000, max: 20_000 },
  seed: STUDY_LIMITS.seed,
} as const satisfies Record<string, IntParam | RealParam>;

/** The four figures of the paper's § 3. */
export const CURSE_PRESETS = ([3, 5] as const).flatMap((dimensions) =>
  (['cube', 'box'] as const).map((shape) => ({ dimensions, shape })),
);
export type Preset = (typeof CURSE_PRESETS)[number];

export const UNITS = ['trials', 'hours', 'money'] as const;

export interface CostSettings {
  levels: number;
  dimensions: number;
  /** Of one machine, for one training run. */
  hours: number;
  /** Of one machine for an hour. */
  price: number;
  /** null: as usual in the reader's language. */
  currency: string | null;
  /** Trials that somebody can afford. */
  budget: number;
  unit: (typeof UNITS)[number];
}

/** Neither hours nor price can be 0: the axis is logarithmic. */
export const COST_LIMITS = {
  levels: { kind: 'int', default: 5, min: 2, max: 100 },
  dimensions: { kind: 'int', default: 10, min: 1, max: 10 },
  hours: { kind: 'real', default: 1, min: 0.001, max: 10_000, scale: 'log' },
  price: { kind: 'real', default: 3, min: 0.001, max: 10_000, scale: 'log' },
  budget: { kind: 'int', default: 100, min: 1, max: 1_000_000 },
} as const satisfies Record<string, IntParam | RealParam>;

export const DEFAULT_CURSE: CurseSettings = {
  dimensions: CURSE_LIMITS.dimensions.default,
  volume: CLASSIC.volume,
  shape: 'box',
  targets: CURSE_LIMITS.targets.default,
  seed: CURSE_LIMITS.seed.default,
};

export const DEFAULT_COST: CostSettings = {
  levels: COST_LIMITS.levels.default,
  dimensions: COST_LIMITS.dimensions.default,
  hours: COST_LIMITS.hours.default,
  price: COST_LIMITS.price.default,
  currency: null,
  budget: COST_LIMITS.budget.default,
  unit: 'trials',
};

/** Px of either half's chart, which are kept for it before it comes. */
export const CHART_HEIGHT = 340;
