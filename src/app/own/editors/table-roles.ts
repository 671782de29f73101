/** What the reader of a table wants otherwise, one click at a time: pure steps from one wish to the next. */
import type { ReadColumn, TableReading, Wanted } from '#core/objectives/own/index.ts';

/** What a column of numbers can be made. */
export type ColumnRole = 'hyperparameter' | 'objective' | 'none';

export const roleOf = ({ role }: Pick<ReadColumn, 'role'>): ColumnRole =>
  role === 'hyperparameter' || role === 'objective' ? role : 'none';

/** Columns that are listed first: what is searched, what is optimised, what rows are or can be chosen by. */
export const isUsed = ({ role }: Pick<ReadColumn, 'role'>): boolean => role !== 'ignored';

/** Without what was never chosen, so that it goes on being guessed. */
export const askedOf = (wanted: { [Key in keyof Wanted]?: Wanted[Key] | undefined }): Wanted =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));

/** A column gets a role; the one that gives way takes its place. Another result is guessed its own direction. */
export function withRole(wanted: Wanted, table: TableReading, index: number, role: ColumnRole): Wanted {
  const { hyperparameters, objective } = table;
  const rest = hyperparameters.filter((one) => one !== index);
  const undirected = askedOf({ ...wanted, sense: undefined });
  if (role === 'objective') {
    if (index === objective) return askedOf(wanted);
    // The result that was becomes a hyperparameter only where none would be left.
    return { ...undirected, objective: index, hyperparameters: rest.length > 0 ? rest : [objective] };
  }
  if (role === 'none') return { ...askedOf(wanted), objective, hyperparameters: rest };
  if (index !== objective) {
    return { ...askedOf(wanted), objective, hyperparameters: [...rest, index].sort((a, b) => a - b) };
  }
  const [first, ...others] = rest;
  return { ...undirected, objective: first, hyperparameters: [...others, index].sort((a, b) => a - b) };
}

/** Only the rows with one value of a column count; with an empty text, all of them. */
export function withFilter(wanted: Wanted, table: TableReading, column: number, equals: string): Wanted {
  const where = table.where.filter((one) => one.column !== column);
  return { ...askedOf(wanted), where: equals === '' ? where : [...where, { column, equals }] };
}
