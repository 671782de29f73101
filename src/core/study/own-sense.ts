/** Results files hold values in each problem's own sense; the engine's are the negatives of what is maximised. */
import { problemOf } from '../run.ts';
import { senseOf, turned } from '../sense.ts';
import type { Sense } from '../types.ts';
import type { StudyColumns } from './columns.ts';
import type { Study } from './types.ts';

/** By problem, in the study's order. */
export const sensesOf = ({ problems }: Pick<Study, 'problems'>): Sense[] =>
  problems.map((problem) => senseOf(problemOf(problem)));

/** Columns of the engine as files have them, or the other way round; a distance to the optimum has no sense. */
export function turnedColumns(study: Pick<Study, 'problems'>, columns: StudyColumns): StudyColumns {
  const senses = sensesOf(study);
  if (senses.every((sense) => sense === 'minimise')) return columns;
  const byName = new Map(study.problems.map(({ name }, i) => [name, senses[i]]));
  const { names, codes } = columns.problem;
  const byCode = names.map((name) => byName.get(name) ?? 'minimise');
  const turn = (values: Float64Array) =>
    values.map((value, row) => turned(value, byCode[codes[row]] ?? 'minimise'));
  return { ...columns, y: turn(columns.y), value: turn(columns.value), best: turn(columns.best) };
}
