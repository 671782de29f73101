/**
 * Reads trials out of a table that somebody has: what a program wrote, what a spreadsheet exported, what was printed or
 * typed. Everything that was understood is part of the answer, with the reason for it, so that its reader can choose
 * otherwise.
 *
 * Own code, no library: of the CSV readers at hand, d3-dsv builds its row converters with `new Function`; and what there
 * is to be known here (which columns, which signs, which rows count) none of them knows.
 *
 * | key                | values                                                          |
 * | ------------------ | --------------------------------------------------------------- |
 * | problem.csv-empty  | –                                                               |
 * | problem.csv-not-text | –                                                             |
 * | problem.csv-format | name: of a program or format that is no text                    |
 * | problem.csv-encoding | name                                                          |
 * | problem.csv-json   | detail                                                          |
 * | problem.csv-large  | size, limit: megabytes                                          |
 * | problem.csv-quote  | row: a line, as everywhere                                      |
 * | problem.csv-wide   | found, most: columns                                            |
 * | problem.csv-header | row, found: names in it; dataRow, expected: fields in that      |
 * | problem.csv-ragged | row, found, expected: fields                                    |
 * | problem.csv-signs  | given, row; other, otherRow: cells that contradict each other   |
 * | problem.csv-columns | found: columns with numbers                                    |
 * | problem.csv-text   | name, given, row: a text where numbers are needed               |
 * | problem.csv-alone  | name: the only column of numbers that differ                    |
 * | problem.csv-choice | most                                                            |
 * | problem.csv-where  | name, given, known                                              |
 * | problem.csv-few    | rows, gaps                                                      |
 * | problem.csv-constant | name                                                          |
 * | problem.csv-points | row, most                                                       |
 * | problem.csv-history | –                                                              |
 * | problem.csv-results | –                                                              |
 */
import { shorten } from '../../../params.ts';
import { say, type Message } from '../../../types.ts';
import { collect, matcher, type Collected, type Question } from './collect.ts';
import { decodeText } from './layout/decode.ts';
import { layoutOf, type Layout } from './layout/layout.ts';
import { recognise } from './makers/index.ts';
import { namesOf, type MakerRules } from './makers/maker.ts';
import { isResults } from './makers/trial-by-trial.ts';
import { isHistory } from './makers/wandb.ts';
import { notesOf } from './notes.ts';
import { directionOf } from './columns/objective.ts';
import { ranksOf } from './ranks.ts';
import { rolesOf, type Roles } from './columns/roles.ts';
import { withPlainEnds } from './layout/rows.ts';
import { axisNames, scaleOf } from './columns/scales.ts';
import { subjectsOf, type Subject } from './columns/subjects.ts';
import { survey, type Survey } from './survey.ts';
import { kindOf } from './columns/kinds.ts';
import type { Direction, Filter, ReadColumn, ReadResult, TablePoint, Wanted } from './types.ts';

/** Bytes of a file at most. */
export const LARGEST_TABLE = 128 * 1024 * 1024;

/** A file’s bytes, as {@link readTable}. */
export function readTableBytes(bytes: Uint8Array, wanted: Wanted = {}): ReadResult {
  const text = textOf(bytes);
  return typeof text === 'string' ? readTable(text, wanted) : text;
}

/** Names of the columns of a file, as a reading has them, also where nothing is understood of these. */
export function tableNames(bytes: Uint8Array): string[] | { problem: Message } {
  const text = textOf(bytes);
  if (typeof text !== 'string') return text;
  const layout = layoutIn(text);
  return 'problem' in layout ? layout : layout.names;
}

function textOf(bytes: Uint8Array): string | { problem: Message } {
  if (bytes.length <= LARGEST_TABLE) return decodeText(bytes);
  const megabytes = (size: number) => Math.ceil(size / 1024 / 1024);
  return {
    problem: say('problem.csv-large', { size: megabytes(bytes.length), limit: megabytes(LARGEST_TABLE) }),
  };
}

function layoutIn(given: string): Layout | { problem: Message } {
  const text = withPlainEnds(given.replace(/^\uFEFF/, ''));
  if (text.trim() === '') return { problem: say('problem.csv-empty') };
  if (text.slice(0, 10_000).includes('\0')) return { problem: say('problem.csv-not-text') };
  return layoutOf(text);
}

/** Never throws. @param wanted what its reader chose in place of what is guessed */
export function readTable(text: string, wanted: Wanted = {}): ReadResult {
  const layout = layoutIn(text);
  if ('problem' in layout) return layout;
  const named = layout.names.filter((_, i) => layout.header && !layout.nameless[i]);
  const names = namesOf(named, layout.datapoints);
  if (isHistory(named)) return { problem: say('problem.csv-history') };
  if (isResults(names)) return { problem: say('problem.csv-results') };
  const maker = recognise(names);
  const surveyed = survey(layout, whatMatters(layout, wanted));
  if ('problem' in surveyed) return surveyed;
  const subjects = subjectsOf({ ...surveyed, ...layout, maker: maker?.rules, names });
  const understood = understand(layout, surveyed, subjects, maker?.rules, wanted);
  if ('problem' in understood) return understood;
  return {
    maker: maker?.rules.id ?? null,
    ...(maker && {
      makerReason: say('reading.maker', {
        maker: maker.rules.name,
        names: maker.by.map(shorten).join(', '),
      }),
    }),
    ...surveyed.signs,
    separator: layout.separator,
    header: layout.header,
    rows: surveyed.rows,
    ...understood,
  };
}

/** Dates, versions and remarks have no say about the signs of numbers; columns that were chosen have all of it. */
function whatMatters({ names, header, nameless }: Layout, { hyperparameters, objective }: Wanted) {
  const chosen = hyperparameters && objective !== undefined ? [...hyperparameters, objective] : undefined;
  return (index: number): boolean =>
    chosen ? chosen.includes(index) : !(header && !nameless[index] && kindOf(names[index]) !== undefined);
}

type Understood = Omit<
  Exclude<ReadResult, { problem: Message }>,
  'maker' | 'makerReason' | 'separator' | 'decimal' | 'grouping' | 'header' | 'rows'
>;

function understand(
  layout: Layout,
  surveyed: Survey,
  subjects: Subject[],
  maker: MakerRules | undefined,
  wanted: Wanted,
): Understood | { problem: Message } {
  const roles = rolesOf(subjects, maker, wanted);
  if ('problem' in roles) return roles;
  const unknown = unknownFilter(wanted.where ?? [], subjects, surveyed);
  if (unknown) return { problem: unknown };
  const question = { layout, subjects, roles, read: surveyed.read };
  const ranks = ranksOf(question);
  const direction = directionOf(subjects[roles.objective], subjects, maker, ranks, wanted.sense);
  const found = filtered(
    { ...question, where: wanted.where ?? [], ...direction, rows: wanted.rows ?? 'last' },
    wanted,
  );
  if ('problem' in found) return found;
  const { points, leftOut, failed } = found;
  const flat = flatAxis(points, roles);
  if (flat !== undefined) {
    // A column whose numbers differ only in rows that do not count is no axis, unless it was asked for.
    if (wanted.hyperparameters || points.length < 2)
      return { problem: refusal(points, found, subjects, flat, surveyed) };
    const rest = subjects.map((one) => (one.index === flat ? { ...one, constant: true } : one));
    return understand(layout, surveyed, rest, maker, wanted);
  }
  const { hyperparameters, objective } = roles;
  return {
    columns: subjects.map((subject) => readColumn(subject, roles, found.where)),
    direction,
    hyperparameters,
    objective,
    where: found.where,
    ...(found.trialRows && {
      trialRows: { counts: found.trialRows.counts, others: found.trialRows.others },
    }),
    points,
    leftOut,
    failed,
    best: bestOf(points, direction),
    names: axisNames(hyperparameters.map((index) => subjects[index].name)),
    scales: hyperparameters.map((_, i) => scaleOf(points.map(({ x }) => x[i]))),
    notes: notesOf({ subjects, roles, found, guessed: surveyed.guessed, signs: surveyed.signs, wanted }),
  };
}

/** The first axis along which all points are in the same place. */
const flatAxis = (points: readonly TablePoint[], { hyperparameters }: Roles): number | undefined =>
  hyperparameters.find((_, i) => points.every(({ x }) => x[i] === points[0].x[i]));

function refusal(
  points: readonly TablePoint[],
  { leftOut }: Collected,
  subjects: readonly Subject[],
  flat: number,
  { rows }: Survey,
): Message {
  if (points.length >= 2 || (points.length === 1 && points[0].count > 1)) {
    return say('problem.csv-constant', { name: shorten(subjects[flat].name) });
  }
  return say('problem.csv-few', { rows, gaps: leftOut.reduce((sum, { count }) => sum + count, 0) });
}

/**
 * Without a choice of rows, all count, unless trials that differ in a text would be averaged: then those like the best
 * one count.
 */
function filtered(
  question: Question,
  wanted: Wanted,
): (Collected & { where: Filter[]; mixedNames: string[] }) | { problem: Message } {
  const all = collect(question);
  if ('problem' in all) return all;
  const plain = { ...all, where: [...question.where], mixedNames: [] as string[] };
  if (wanted.where || all.mixed.size === 0) return plain;
  const where = [...all.mixed].map(([column, equals]) => ({ column, equals }));
  const some = collect({ ...question, where });
  if ('problem' in some) return some;
  return some.points.length >= 2
    ? { ...some, where, mixedNames: [] }
    : { ...plain, mixedNames: where.map(({ column }) => question.subjects[column].name) };
}

function unknownFilter(
  where: readonly Filter[],
  subjects: readonly Subject[],
  { read }: Survey,
): Message | undefined {
  for (const filter of where) {
    const { name, values } = subjects[filter.column] ?? {};
    if (name === undefined) return say('problem.csv-choice', { most: 6 });
    const fits = matcher(filter, read);
    if (values && ![...values.keys()].some(fits)) {
      const known = [...values.keys()].slice(0, 12).map(shorten).join(', ');
      return say('problem.csv-where', { name: shorten(name), given: shorten(filter.equals), known });
    }
  }
  return undefined;
}

function readColumn(
  { index, name, numeric, values, lo, hi }: Subject,
  { given }: Roles,
  where: readonly Filter[],
): ReadColumn {
  const { role, reason } = given[index];
  const filter = where.find(({ column }) => column === index);
  return {
    name,
    role,
    reason: filter ? say('reading.filter-set', { value: shorten(filter.equals) }) : reason,
    kind: numeric ? 'number' : 'text',
    ...(values && {
      values: [...values].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count),
    }),
    ...(numeric && {
      scale: scaleOf(values ? [...values.keys()].map(Number).filter(Number.isFinite) : [lo, hi]),
      lo,
      hi,
    }),
  };
}

function bestOf(points: readonly TablePoint[], { sense }: Direction): { x: number[]; y: number } {
  const sign = sense === 'minimise' ? 1 : -1;
  const { x, y } = points.reduce((a, b) => (sign * b.y < sign * a.y ? b : a));
  return { x, y };
}
