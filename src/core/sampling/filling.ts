import { uniformPoint, type Rng } from '../rng.ts';
import { SOBOL_MAX_DIMENSION, sobol } from './sobol.ts';

/** Endless points that fill the cube evenly: scrambled Sobol as far as its table goes, uniform beyond it. */
export function* fillingPoints(d: number, rng: Rng): Generator<number[], never, void> {
  if (d <= SOBOL_MAX_DIMENSION) return yield* sobol(d, rng);
  for (;;) yield uniformPoint(d, rng);
}
