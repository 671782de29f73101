/** Latin hypercube sampling (McKay, Beckman & Conover 1979, Technometrics 21): n points, one in each of n slices of every dimension. */
import { shuffle, type Rng } from '../rng.ts';

export function latinHypercube(n: number, d: number, rng: Rng): number[][] {
  const columns = Array.from({ length: d }, () =>
    shuffle(
      Array.from({ length: n }, (_, i) => i),
      rng,
    ).map((slice) => (slice + rng.next()) / n),
  );
  return Array.from({ length: n }, (_, i) => columns.map((column) => column[i]));
}
