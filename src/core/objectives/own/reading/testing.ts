/** Readings in one line, for tests. */
import type { ReadResult } from './types.ts';

/** `lr log, wd linear → err min: 0.1,1 → 0.5; … | trial ignored-id | left-gap 3 | note-repeats`. */
export function inOneLine(read: ReadResult): string {
  if ('problem' in read) {
    const { key, values } = read.problem;
    return `${key.replace('problem.', '')} ${JSON.stringify(values)}`;
  }
  const { maker, columns, hyperparameters, objective, direction, scales, points, leftOut, notes } = read;
  const axes = hyperparameters.map((index, i) => `${columns[index].name} ${scales[i]}`).join(', ');
  const short = (key: string) => key.replace('reading.', '');
  const others = columns.filter(({ role }) => role !== 'hyperparameter' && role !== 'objective');
  return [
    `${maker ? `${maker}: ` : ''}${axes} → ${columns[objective].name} ${short(direction.reason.key)}: ` +
      points.map(({ x, y }) => `${x.join()} → ${y}`).join('; '),
    ...others.map(({ name, reason }) => `${name} ${short(reason.key)}`),
    ...leftOut.map(({ reason, lines }) => `${short(reason.key)} ${lines.join()}`),
    ...notes.map(({ key, values }) => `${short(key)} ${Object.values(values).join()}`),
  ].join(' | ');
}
