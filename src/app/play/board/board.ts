/** What the pictures of a game need: the trials that were told, and nothing of the landscape. */
import type { Sample } from '#charts/types.ts';
import type { Dimension } from '#core/space.ts';
import type { AcquisitionView, Point } from '#core/types.ts';

export interface BoardContext {
  readonly dimensions: readonly Dimension[];
  readonly labels: readonly string[];
  readonly valueLabel: string;
  readonly samples: readonly Sample[];
  /** Number of the trial with the lowest value that was observed. */
  readonly best: number | null;
  /** The trial that is being trained. */
  readonly pending: Point | undefined;
  /** Every knob in its middle. */
  readonly middle: number[];
  readonly acquisition: AcquisitionView['kind'] | undefined;
  /** The nearest place of the game’s grid. */
  snap: (x: Point) => number[];
  /** What came of a trial. */
  valueOf: (sample: Sample) => string;
  /** “learning rate 0.01”. */
  wordsOf: (axis: number, value: number) => string;
}
