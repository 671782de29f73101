/** What can be turned, how far, and what a scenario becomes when it is turned. */
import { lookUp } from '../../look-up.ts';
import { log, log10, pow } from '../../math/elementary.ts';
import { getObjective } from '../../objectives/index.ts';
import { isActive, type IntParam, type RealParam } from '../../params.ts';
import { LIMITS } from '../../scenario.ts';
import { typicalRegret } from '../../study/statistics/index.ts';
import type { Choice } from '../../types.ts';
import type { Dial, PhaseAxis, PhaseQuestion, Target } from './types.ts';

const PREFIX = 'objective.';

/** The parameter that a dial turns; undefined for the scenario's own numbers. */
export const paramOf = (dial: Dial): string | undefined =>
  dial.startsWith(PREFIX) ? dial.slice(PREFIX.length) : undefined;

/** What targets are taken, by kind. */
export const TARGET_LIMITS = {
  share: { kind: 'real', min: 1e-6, max: 1, default: 0.01, scale: 'log' },
  absolute: { kind: 'real', min: 1e-9, max: 1e6, default: 0.01, scale: 'log' },
} as const satisfies Record<Target['kind'], RealParam>;

/** Limits of a dial as a declared parameter; undefined where the question has no such dial. */
export function limitsOf(
  dial: Dial,
  { base, target }: Pick<PhaseQuestion, 'base' | 'target'>,
): RealParam | IntParam | undefined {
  if (dial === 'noise') return LIMITS.noise;
  if (dial === 'budget') return LIMITS.budget;
  if (dial === 'target') return TARGET_LIMITS[target.kind];
  const { params } = getObjective(base.objective.id);
  const name = paramOf(dial);
  const declaration = name === undefined ? undefined : lookUp(params, name);
  if (name === undefined || !declaration) return undefined;
  const numeric = declaration.kind === 'real' || declaration.kind === 'int';
  return numeric && isActive(params, name, base.objective.params) ? declaration : undefined;
}

/** Every dial of an objective, its own parameters first. */
export function dialsOf(objective: Choice): Dial[] {
  const { params } = getObjective(objective.id);
  const own = Object.entries(params).flatMap(([name, { kind }]): Dial[] =>
    (kind === 'real' || kind === 'int') && isActive(params, name, objective.params)
      ? [`${PREFIX}${name}` as Dial]
      : [],
  );
  return [...own, 'noise', 'budget', 'target'];
}

/**
 * The values of an axis, ascending, from `lo` to `hi`: evenly spread on the axis's scale and rounded to digits that a
 * hundredth of a step needs, so that links and tables can be read.
 */
export function valuesOf(
  { dial, lo, hi, scale, cells }: PhaseAxis,
  question: Pick<PhaseQuestion, 'base' | 'target'>,
): number[] {
  const isWhole = limitsOf(dial, question)?.kind === 'int';
  const values = new Set<number>();
  for (let i = 0; i < cells; i++) {
    // The ends are as given: rounding must not leave the range.
    const end = i === 0 ? lo : i === cells - 1 ? hi : undefined;
    const share = i / (cells - 1);
    const even = end ?? (scale === 'log' ? lo * pow(hi / lo, share) : lo + share * (hi - lo));
    const step = (scale === 'log' ? even * log(hi / lo) : hi - lo) / (cells - 1);
    values.add(isWhole ? Math.round(even) : (end ?? rounded(even, step)));
  }
  return [...values].sort((a, b) => a - b);
}

/** To two digits more than a step has. `toFixed` is exact by the standard, unlike arithmetic with powers of ten. */
function rounded(value: number, step: number): number {
  const digits = 2 - Math.floor(log10(step));
  return digits > 15 ? value : Number(value.toFixed(Math.max(0, digits)));
}

/** An axis that a reader may start from: the whole range of a parameter, or what suits the base scenario. */
export function suggestAxis(
  dial: Dial,
  question: Pick<PhaseQuestion, 'base' | 'target'>,
  cells: number,
): PhaseAxis {
  if (dial === 'noise') {
    const hi = Math.min(LIMITS.noise.max, oneDigit(typicalRegret(question.base.objective) / 2));
    return { dial, lo: 0, hi, scale: 'linear', cells };
  }
  if (dial === 'budget') return { dial, lo: 4, hi: 64, scale: 'log', cells };
  if (dial === 'target') {
    const { min, max } = TARGET_LIMITS[question.target.kind];
    const large = question.target.kind === 'share' ? 1 : oneDigit(typicalRegret(question.base.objective));
    const hi = Math.min(max, Math.max(min * 1000, large));
    return { dial, lo: oneDigit(hi / 1000), hi, scale: 'log', cells };
  }
  const limits = limitsOf(dial, question);
  if (!limits) throw new Error(`${question.base.objective.id} has no dial “${dial}”.`);
  const { min: lo, max: hi } = limits;
  const wide = limits.kind === 'int' ? lo > 0 && hi / lo >= 100 : limits.scale === 'log';
  return { dial, lo, hi, scale: wide && lo > 0 ? 'log' : 'linear', cells };
}

const oneDigit = (value: number): number => Number(value.toPrecision(1));
