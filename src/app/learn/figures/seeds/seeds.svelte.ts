/** One setting, many errors: a setting that the reader moves, or the trials of a run. */
import { problemOf } from '#core/run.ts';
import { fromValue, toValue, type Dimension } from '#core/space.ts';
import type { Problem } from '#core/types.ts';
import { scenarioOf } from '../../../../learn/counting.ts';
import type { SeedsFigure } from '../../../../learn/figures.ts';
import type { Placed } from '../../../../learn/placements.ts';
import { settingsOf, seedsAt, type SeenSetting } from '../../../../learn/seeds.ts';

/** Steps of the slider over the range. */
export const STEPS = 180;

export class SeedsState {
  #unit = $state(0);
  readonly figure: SeedsFigure;
  readonly #stated: number;
  readonly problem: Problem;
  readonly dimension: Dimension;
  /** Of a run; undefined where there is a setting to move. */
  readonly trials: readonly SeenSetting[] | undefined;
  /** They are the reader's own. */
  readonly own: boolean;

  /** @param points the reader's, in place of the run's */
  constructor(figure: SeedsFigure, points: Placed | undefined) {
    this.figure = figure;
    this.own = points !== undefined;
    this.problem = problemOf(scenarioOf(figure.lab));
    [this.dimension] = this.problem.space.dimensions;
    this.trials = figure.at === undefined ? settingsOf(figure.lab, points) : undefined;
    this.#stated = figure.at === undefined ? 0 : fromValue(this.dimension, figure.at);
    this.#unit = this.#stated;
  }

  /** Place on the slider. */
  get dial(): number {
    return Math.round(this.#unit * STEPS);
  }
  set dial(step: number) {
    this.#unit = step / STEPS;
  }
  readonly at = $derived.by(() => toValue(this.dimension, this.#unit));
  readonly seeds = $derived.by(() => (this.trials ? [] : seedsAt(this.problem, [this.at])));
  readonly differs = $derived.by(() => this.#unit !== this.#stated);
  reset(): void {
    this.#unit = this.#stated;
  }
}
