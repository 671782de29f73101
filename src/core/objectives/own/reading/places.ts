/** Points of a table while it is read: each place once, with what was measured there. */
import type { Sense, TablePoint, TrialRow } from './types.ts';

interface Place {
  x: number[];
  sum: number;
  /** Kept beside the sum, which may grow too large for a number. */
  mean: number;
  least: number;
  most: number;
  count: number;
  line: number;
}

export class Places {
  readonly #places: Place[] = [];
  /** By the first coordinate, then by the rest. */
  readonly #known = new Map<number, Map<number | string, Place>>();
  readonly #most: number;
  #rows = 0;

  /** @param most different places at most */
  constructor(most: number) {
    this.#most = most;
  }

  /** False where there are too many places. */
  add(x: number[], y: number, line: number): boolean {
    let along = this.#known.get(x[0]);
    if (!along) this.#known.set(x[0], (along = new Map<number | string, Place>()));
    const rest = x.length < 3 ? (x[1] ?? 0) : placeKey(x);
    let place = along.get(rest);
    if (!place) {
      if (this.#places.length >= this.#most) return false;
      place = { x, sum: 0, mean: 0, least: y, most: y, count: 0, line };
      along.set(rest, place);
      this.#places.push(place);
    }
    place.sum += y;
    place.count += 1;
    place.least = Math.min(place.least, y);
    place.most = Math.max(place.most, y);
    place.mean += y / place.count - place.mean / place.count;
    this.#rows += 1;
    return true;
  }

  get points(): TablePoint[] {
    // Never outside of what it is the mean of: that of three times 0.1 is 0.1.
    return this.#places.map(({ x, sum, mean, least, most, count, line }) => ({
      x,
      y: Math.min(most, Math.max(least, Number.isFinite(sum) ? sum / count : mean)),
      count,
      line,
    }));
  }

  /** How many of the rows repeat a place. */
  get repeats(): number {
    return this.#rows - this.#places.length;
  }
}

export const placeKey = (x: readonly number[]): number | string => (x.length === 1 ? x[0] : x.join());

interface Trial {
  x: number[];
  last: number;
  /** What counts so far. */
  y: number;
  line: number;
}

/** Trials of several rows: the same setting, further and further on. */
export class TrialRows {
  /** By setting, the one that went on last at the end. */
  readonly #trials = new Map<string, Trial[]>();
  readonly #levels = new Set<number>();
  readonly #better: (y: number, than: number) => boolean;
  #rows = 0;

  constructor(sense: Sense, counts: TrialRow) {
    const sign = sense === 'minimise' ? 1 : -1;
    this.#better = counts === 'last' ? () => true : (y, than) => sign * y < sign * than;
  }

  /** @param at how far the trial is; a row that is not further on than another one belongs to another trial */
  add(setting: string, x: number[], at: number, y: number, line: number): void {
    this.#rows += 1;
    this.#levels.add(at);
    let trials = this.#trials.get(setting);
    if (!trials) this.#trials.set(setting, (trials = []));
    const index = trials.findLastIndex(({ last }) => last < at);
    if (index < 0) {
      trials.push({ x, last: at, y, line });
      return;
    }
    const [trial] = trials.splice(index, 1);
    trials.push(trial);
    trial.last = at;
    if (this.#better(y, trial.y)) Object.assign(trial, { y, line });
  }

  /** A number that is another one in every row counts rows, not how far a trial is. */
  get onlyCounts(): boolean {
    return this.#levels.size === this.#rows;
  }
  get trials(): Trial[] {
    return [...this.#trials.values()].flat();
  }
  /** Rows that do not count. */
  get others(): number {
    return this.#rows - this.trials.length;
  }
}
