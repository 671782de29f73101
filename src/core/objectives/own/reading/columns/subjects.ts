/** What is known of a table's columns before their roles are given out. */
import { kindOf, maybeSet, type Kind } from './kinds.ts';
import type { Hint, MakerRules, Names } from '../makers/maker.ts';
import { metricOf, type Metric } from './metric.ts';
import { fateOf } from './states.ts';
import type { Column } from '../survey.ts';

export interface Subject extends Column {
  index: number;
  kind: Kind | 'index' | undefined;
  metric: Metric | undefined;
  hint: Hint | undefined;
  /** All its numbers, or all its texts, are the same. */
  constant: boolean;
}

interface Table {
  columns: readonly Column[];
  header: boolean;
  short: boolean;
  rows: number;
  maker: MakerRules | undefined;
  names: Names;
}

export const subjectsOf = ({ columns, header, short, rows, maker, names }: Table): Subject[] =>
  columns.map((column, index) => {
    const { name, nameless, numeric, values } = column;
    const given = header && !nameless;
    const hint = given ? maker?.hint(name, names) : undefined;
    const rowNames = header && nameless && (index === 0 || column.counts);
    // Without a header, a first column that counts is none but one of two.
    const counter =
      !header && index === 0 && column.counts && rows > 2 && columns.filter((one) => one.numeric).length > 2;
    const kind = given ? kindOf(name) : undefined;
    return {
      ...column,
      index,
      hint,
      kind:
        rowNames || counter || (short && index === 0 && nameless)
          ? 'index'
          : hint === 'state' || kind === 'state'
            ? says(column) && (hint === 'state' || !numeric)
              ? 'state'
              : undefined
            : kind === 'progress' && maybeSet(name) && !countsUp(column)
              ? undefined
              : kind,
      metric: given && numeric ? metricOf(name) : undefined,
      constant: numeric ? column.lo === column.hi : values !== undefined && values.size < 2,
    };
  });

/** Whether a column of states has only words that are known. */
const says = ({ values, texts, numbers }: Column): boolean =>
  texts + numbers > 0 &&
  values !== undefined &&
  [...values.keys()].every((text) => fateOf(text) !== undefined);

/** 1, 2, 3 …, as a log has it; 10, 20, 50 are settings. */
const countsUp = ({ whole, lo, hi, values }: Column): boolean =>
  whole && lo <= 1 && lo >= 0 && (values === undefined || values.size === hi - lo + 1);
