/** What there is to be said about a reading besides the roles of columns and the rows left out. */
import { shorten } from '../../../params.ts';
import { say, type Message } from '../../../types.ts';
import type { Collected } from './collect.ts';
import type { Signs } from './layout/numbers.ts';
import type { Roles } from './columns/roles.ts';
import { onlyZeroInTheWay } from './columns/scales.ts';
import type { Subject } from './columns/subjects.ts';
import type { Filter, Wanted } from './types.ts';

interface Facts {
  subjects: readonly Subject[];
  roles: Roles;
  found: Collected & { where: Filter[]; mixedNames: string[] };
  guessed: boolean;
  signs: Signs;
  wanted: Wanted;
}

export function notesOf({ subjects, roles, found, guessed, signs, wanted }: Facts): Message[] {
  const { hyperparameters, objective, filters } = roles;
  const nameOf = (index: number) => shorten(subjects[index].name);
  const notes: Message[] = [];
  for (const { column, equals } of found.where) {
    const values = { name: nameOf(column), value: shorten(equals) };
    notes.push(wanted.where ? say('reading.note-where', values) : say('reading.note-mixed', values));
  }
  for (const name of found.mixedNames) notes.push(say('reading.note-averaged', { name: shorten(name) }));
  const open = filters.filter((index) => !found.where.some(({ column }) => column === index));
  for (const index of open) {
    if (found.mixedNames.includes(subjects[index].name)) continue;
    notes.push(say('reading.note-open', { name: nameOf(index), count: subjects[index].values?.size ?? 0 }));
  }
  if (found.trialRows) {
    const { counts, others, name } = found.trialRows;
    notes.push(
      counts === 'last'
        ? say('reading.note-last', { name, count: others })
        : say('reading.note-best', { name, count: others }),
    );
  }
  if (found.repeats > 0) notes.push(say('reading.note-repeats', { count: found.repeats }));
  const results = subjects.filter(({ hint, index }) => hint === 'objective' && index !== objective);
  if (results.length > 0 && wanted.objective === undefined) {
    notes.push(say('reading.note-objectives', { name: nameOf(objective), count: results.length + 1 }));
  }
  for (const [i, index] of hyperparameters.entries()) {
    if (onlyZeroInTheWay(found.points.map(({ x }) => x[i]))) {
      notes.push(say('reading.note-zero', { name: nameOf(index) }));
    }
  }
  if (guessed) {
    notes.push(signs.decimal === ',' ? say('reading.note-comma-decimal') : say('reading.note-comma-groups'));
  }
  return notes;
}
