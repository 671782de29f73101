/** Values of the noiseless BBOB functions against those of COCO’s own code. */
import * as v from 'valibot';
import { getObjective } from '#core/objectives/index.ts';
import type { ChoiceParam, IntParam } from '#core/params.ts';
import { finite, read, relative, some, vector } from './format.ts';

/** The objective as everybody else uses it, with the limits that it declares. */
const suite = getObjective('bbob');
const functions = (suite.params.function as ChoiceParam).options;
const dimensions = suite.params.dimension as IntParam;
const instances = suite.params.instance as IntParam;

/** Relative. */
export const BBOB_TOLERANCE = 1e-9;

const whole = (min: number, max: number) =>
  v.pipe(
    v.number(),
    v.check(
      (value) => Number.isInteger(value) && value >= min && value <= max,
      `expected a whole number from ${min} to ${max}`,
    ),
  );

const Suite = some(
  v.pipe(
    v.looseObject({
      function: whole(1, functions.length),
      dimension: whole(dimensions.min, dimensions.max),
      instance: whole(instances.min, instances.max),
      points: some(v.looseObject({ x: vector, f: finite })),
    }),
    v.check(
      ({ dimension, points }) => points.every(({ x }) => x.length === dimension),
      'expected every x to have as many numbers as the dimension says',
    ),
  ),
);

export interface BbobReport {
  ok: boolean;
  /** Largest relative error of all. */
  bbob: number;
  tolerances: { bbob: number };
  /** How many values were compared. */
  values: number;
  /** Largest relative error of each function: `f1` …; those in the file. */
  details: Record<string, number>;
}

/** @throws {Error} one sentence, where the data are not values of BBOB functions */
export function checkBbob(data: unknown): BbobReport {
  const details: Record<string, number> = {};
  let values = 0;
  for (const { function: f, dimension, instance, points } of read(Suite, data, 'BBOB values')) {
    const { value } = suite.create({ function: `f${f}`, dimension, instance });
    for (const { x, f: listed } of points) {
      // Math.max keeps a NaN, which is never within a tolerance.
      details[`f${f}`] = Math.max(details[`f${f}`] ?? 0, relative(value(x), listed));
      values += 1;
    }
  }
  const largest = Math.max(...Object.values(details));
  return {
    ok: largest <= BBOB_TOLERANCE,
    bbob: largest,
    tolerances: { bbob: BBOB_TOLERANCE },
    values,
    details,
  };
}
