/** A diagnosis of values of extreme size: made in units in which its arithmetic holds, said in the problem's own. */
import { inUnits, unitOf } from '../../magnitude.ts';
import type { Noise, Problem } from '../../types.ts';
import type { Diagnosis } from './types.ts';

export interface Tamed {
  problem: Problem;
  noise: Noise;
  /** What was found of it, in the units of the problem that was given. */
  said: (found: Diagnosis) => Diagnosis;
}

/** The problem and its noise in ordinary units; as they are where these are. */
export function tamed(problem: Problem, noise: Noise): Tamed {
  const unit = unitOf(problem);
  if (unit === 1) return { problem, noise, said: (found) => found };
  return {
    problem: inUnits(problem, unit),
    noise: noise.kind === 'gaussian' ? { ...noise, sd: noise.sd / unit } : noise,
    said: (found) =>
      asItIs({ ...(told(found, unit) as Diagnosis), optimum: problem.optimum, noise }, problem),
  };
}

/** What is measured in units of the value, wherever it stands; all else has none. */
const MEASURED = new Set([
  'value',
  'values',
  'chord',
  'violation',
  'difference',
  'constant',
  'tolerance',
  'range',
  'observed',
]);

function told(found: unknown, unit: number, measured = false): unknown {
  if (typeof found === 'number') return measured ? times(found, unit) : found;
  if (found instanceof Float64Array) return measured ? found.map((value) => times(value, unit)) : found;
  if (Array.isArray(found)) return found.map((item) => told(item, unit, measured));
  if (typeof found !== 'object' || found === null) return found;
  return Object.fromEntries(
    Object.entries(found).map(([key, inner]) => [key, told(inner, unit, MEASURED.has(key))]),
  );
}

/** Values at points as the problem gives them: the smallest numbers have none in another unit. */
function asItIs(found: Diagnosis, problem: Problem): Diagnosis {
  const again = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(again);
    if (typeof part !== 'object' || part === null || ArrayBuffer.isView(part)) return part;
    const inner = Object.fromEntries(Object.entries(part).map(([key, one]) => [key, again(one)]));
    if (!Array.isArray(inner.unit) || !Number.isFinite(inner.value)) return inner;
    return { ...inner, value: problem.value(problem.space.toReal(inner.unit as number[])) };
  };
  const seen = again(found) as Diagnosis;
  const [low, high] = seen.resolution.range;
  // The lowest value that was met is at the lowest of the minima.
  const lowest = Math.max(low, seen.minima.spots[0]?.value ?? low);
  return { ...seen, resolution: { ...seen.resolution, range: [lowest, high] } };
}

/** A slope may be more than any number: it is at least the largest one. */
const times = (value: number, unit: number): number =>
  Number.isFinite(value) ? Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, value * unit)) : value;
