/**
 * The direction of an objective. The engine minimises: where people maximise (an accuracy), a problem's values are the
 * negatives of theirs. Whatever shows or writes a value turns it back with {@link turned}, and nothing else does.
 */
import type { Problem, Sense } from './types.ts';

export const senseOf = ({ sense }: { sense?: Sense | undefined }): Sense => sense ?? 'minimise';

/** A value of the engine in the objective's own sense, or the other way round; 0 has no sign, null stays null. */
export function turned(value: number, sense: Sense): number;
export function turned(value: number | null, sense: Sense): number | null;
export function turned(value: number | null, sense: Sense): number | null {
  return value === null || sense === 'minimise' ? value : 0 - value;
}

/** Both ends of a range of values, lower first. */
export const turnedRange = ([lo, hi]: readonly [number, number], sense: Sense): readonly [number, number] =>
  sense === 'minimise' ? [lo, hi] : [turned(hi, sense), turned(lo, sense)];

/** A list of values. */
export function turnedList<List extends ArrayLike<number>>(values: List, sense: Sense): List | Float64Array {
  return sense === 'minimise' ? values : Float64Array.from(values, (value) => turned(value, sense));
}

/** The best value that there is, as people measure it. */
export const bestValue = ({ sense, optimum }: Pick<Problem, 'sense' | 'optimum'>): number =>
  turned(optimum.value, senseOf({ sense }));
