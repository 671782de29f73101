/** Questions for phase diagrams that teach something, and the one to begin with. */
import {
  dialsOf,
  paramOf,
  PHASE_LIMITS,
  placersOf,
  suggestAxis,
  type Dial,
  type PhaseAxis,
  type PhaseQuestion,
} from '#core/assumptions/phase/index.ts';
import { getObjective } from '#core/objectives/index.ts';
import { defaults, type ParamValues } from '#core/params.ts';
import { problemOf } from '#core/run.ts';
import { getStrategy } from '#core/strategies/index.ts';
import type { StudyStrategy } from '#core/study/types.ts';
import type { Noise } from '#core/types.ts';

export type Base = PhaseQuestion['base'];

/** A question as it is put together. Without a base of its own it is about the scenario of the page. */
export interface PhaseSketch extends Omit<PhaseQuestion, 'base'> {
  own: Base | undefined;
}

/** A strategy at its defaults; `binary:fibonacci` is binary search with that rule. */
export function entryOf(name: string): StudyStrategy {
  const [id, rule] = name.split(':');
  return { name, id, params: { ...defaults(getStrategy(id).params), ...(rule && { rule }) } };
}

export const RULE_ENTRIES = ['binary:golden', 'binary:fibonacci', 'binary:bisection', 'binary:ternary'];

/** What a question has unless somebody changes it; its axes depend on its problem. */
export const USUAL = {
  strategies: ['grid', 'binary:golden', 'random', 'bayes'],
  target: { kind: 'share', value: 0.01 },
  judged: 'tried',
  placed: true,
} as const satisfies Partial<Record<keyof PhaseSketch, unknown>>;

const baseOf = (id: string, params: ParamValues, budget: number, noise: Noise = { kind: 'none' }): Base => ({
  objective: { id, params: { ...defaults(getObjective(id).params), ...params } },
  noise,
  budget,
  seed: 1,
});

const axis = (
  dial: PhaseAxis['dial'],
  lo: number,
  hi: number,
  cells: number,
  scale: PhaseAxis['scale'] = 'linear',
): PhaseAxis => ({ dial, lo, hi, scale, cells });

export const PHASE_PRESETS = {
  'ripple-noise': (): PhaseSketch => ({
    own: baseOf('morph', {}, 20),
    strategies: ['grid', 'binary:golden', 'random', 'bayes'].map(entryOf),
    x: axis('objective.ripple', 0, 0.22, 12),
    y: axis('noise', 0, 0.22, 12),
    target: { kind: 'absolute', value: 0.001 },
    judged: 'tried',
    repeats: 24,
    placed: true,
  }),
  'rotation-conditioning': (): PhaseSketch => ({
    own: baseOf('morph-2d', {}, 60),
    strategies: ['babysit', 'binary:golden', 'random', 'nelder-mead', 'cma-es'].map(entryOf),
    x: axis('objective.rotation', 0, 90, 13),
    y: axis('objective.conditioning', 1, 1000, 13, 'log'),
    target: { kind: 'share', value: 1e-3 },
    judged: 'tried',
    repeats: 24,
    placed: true,
  }),
  'dimensions-budget': (): PhaseSketch => ({
    own: baseOf('ackley', {}, 40),
    strategies: ['grid', 'binary:golden', 'random', 'nelder-mead', 'cma-es'].map(entryOf),
    x: axis('objective.dimension', 1, 12, 12),
    y: axis('budget', 8, 360, 12, 'log'),
    target: { kind: 'share', value: 0.2 },
    judged: 'tried',
    repeats: 24,
    placed: true,
  }),
  'minimum-budget': (): PhaseSketch => ({
    own: baseOf('quadratic', {}, 20),
    strategies: ['grid', ...RULE_ENTRIES].map(entryOf),
    x: axis('objective.minimum', 0.05, 0.95, 40),
    y: axis('budget', 2, 33, 32),
    target: { kind: 'absolute', value: 0.001 },
    judged: 'tried',
    repeats: 1,
    placed: true,
  }),
  'target-budget': (): PhaseSketch => ({
    own: baseOf('quadratic', {}, 20),
    strategies: ['grid', ...RULE_ENTRIES, 'random'].map(entryOf),
    x: axis('budget', 2, 33, 32),
    y: axis('target', 1e-6, 0.1, 24, 'log'),
    target: { kind: 'absolute', value: 0.001 },
    judged: 'tried',
    repeats: 24,
    placed: true,
  }),
} as const satisfies Record<string, () => PhaseSketch>;
export type PresetId = keyof typeof PHASE_PRESETS;
export const PRESET_IDS = Object.keys(PHASE_PRESETS) as PresetId[];

/** About the page's scenario: its first two dials that do not only place the optimum; of a curve one, and noise. */
export function sketchFor(base: Base, cells: number = PHASE_LIMITS.cells.default): PhaseSketch {
  const about = { base, target: USUAL.target };
  const placers = placersOf(base.objective);
  const own = dialsOf(base.objective).filter((dial) => {
    const param = paramOf(dial);
    return param !== undefined && !placers.includes(param);
  });
  const several = problemOf(base).space.dimensions.length > 1;
  const [first, second] = [...own.slice(0, several ? 2 : 1), 'noise', 'budget'] as Dial[];
  return {
    ...USUAL,
    own: undefined,
    strategies: USUAL.strategies.map(entryOf),
    x: suggestAxis(first, about, cells),
    y: suggestAxis(second, about, cells),
    repeats: PHASE_LIMITS.repeats.default,
  };
}
