/** Functions of the user's own: a formula, or a CSV file as settings of the objective `table`. */
import { formatSpace } from '#core/objectives/own/index.ts';
import { formatParam } from '#core/params.ts';
import type { RunFlags } from './scenario.ts';
import { readingLines, readTableFile, type TableFlags } from './table.ts';
import { UsageError } from './usage.ts';

/**
 * An objective by its id, or one of the user's own by what it is made of.
 * @param tell is told how a table was read
 * @throws {UsageError} where flags do not go together
 */
export function whichObjective(
  {
    objective,
    formula,
    space,
    table,
    ...chosen
  }: Partial<Record<'objective' | 'formula' | 'space' | 'table', string>> & TableFlags,
  tell: (line: string) => void = () => {},
): Pick<RunFlags, 'objective' | 'own'> {
  const given = Object.entries({ objective, formula, table }).filter(([, value]) => value !== undefined);
  if (given.length > 1) {
    const [[first], [second]] = given;
    throw new UsageError(
      `run takes one of --objective, --formula and --table; got --${first} and --${second}.`,
    );
  }
  const { columns, where, direction, rows } = chosen;
  const [stray] =
    Object.entries({ columns, where, direction, rows }).find(([, value]) => value !== undefined) ?? [];
  if (stray !== undefined && table === undefined) {
    throw new UsageError(`--${stray} goes with --table FILE.csv.`);
  }
  const own = { ...(space !== undefined && { space }) };
  if (formula !== undefined) return { objective: 'formula', own: { formula, ...own } };
  if (table !== undefined)
    return { objective: 'table', own: { ...tableSettings(table, chosen, tell), ...own } };
  if (objective !== undefined) return { objective, own };
  throw new UsageError('run needs --objective ID; `sim list` names them.');
}

function tableSettings(
  path: string,
  chosen: TableFlags,
  tell: (line: string) => void,
): Record<string, string> {
  const table = readTableFile(path, chosen);
  for (const line of readingLines(path, table)) tell(line);
  const { points, names, scales, direction, columns, objective } = table;
  const trials = [...names.map((_, i) => points.map(({ x }) => x[i])), points.map(({ y }) => y)];
  const entries = names.map((name, i) => ({ name, scale: scales[i] }));
  return {
    trials: formatParam(trials),
    space: formatSpace(entries, true),
    ...(direction.sense === 'maximise' && { direction: direction.sense }),
    measure: columns[objective].name.slice(0, 120),
  };
}
