/** Best true values as the race chart takes them. */
import { withinNumbers } from '#charts/scales.ts';
import { turned } from '#core/sense.ts';
import type { Sense, Trial } from '#core/types.ts';

/** Distance to the optimum that a log axis shows as “reached”, as a share of the widest distance. */
const REACHED = 1e-6;
/** The next power of ten from there: where the digits of the ranking end, too. */
const floorFor = (widest: number): number => 10 ** Math.ceil(Math.log10(widest * REACHED) - 1e-9);

export const bestSoFar = (trials: readonly Trial[]): (number | null)[] => trials.map(({ best }) => best);

/** Lines of best values in the objective's own sense. */
export const inOwnSense = (
  lines: readonly (readonly (number | null)[])[],
  sense: Sense,
): (number | null)[][] => lines.map((line) => line.map((best) => turned(best, sense)));

/** Simple regrets, and the axis that holds them: positive, as a log axis needs. */
export interface Regrets {
  lines: (number | null)[][];
  domain: readonly [number, number];
  /** What is below counts as reached. */
  floor: number;
}

export function regrets(lines: readonly (readonly (number | null)[])[], optimum: number): Regrets {
  const distances = lines.map((line) =>
    line.map((best) => (best === null ? null : Math.max(0, best - optimum))),
  );
  const positive = distances.flat().filter((value): value is number => value !== null && value > 0);
  const widest = positive.length > 0 ? Math.max(...positive) : 1;
  const floor = floorFor(widest);
  // Room for what there is: a power of ten below the least regret, no lower than the floor.
  const least = positive.length > 0 ? Math.min(...positive) : floor;
  const reached = distances.some((line) => line.some((value) => value === 0));
  const bottom = reached ? floor : Math.max(floor, 10 ** Math.floor(Math.log10(least)));
  return {
    lines: distances.map((line) => line.map((value) => (value === null ? null : Math.max(floor, value)))),
    domain: [bottom, widest * 1.5],
    floor,
  };
}

/** Room for every line, and for the optimum unless it is a secret. */
export function valueAxis(
  lines: readonly (readonly (number | null)[])[],
  optimum: number | null,
  clip?: readonly [number, number],
): readonly [number, number] {
  const known = lines.flat().filter((value): value is number => value !== null);
  const values = clip ? known.filter((value) => value >= clip[0] && value <= clip[1]) : known;
  if (clip && values.length === 0 && known.length > 0) values.push(...clip);
  if (optimum !== null) values.push(optimum);
  if (values.length === 0) return [0, 1];
  const [lo, hi] = [Math.min(...values), Math.max(...values)];
  const room = 0.06 * (hi - lo || 1);
  return withinNumbers(lo - room, hi + room);
}
