/** Numbers behind the charts of a stage, for whoever shows them. */
import { getContext, setContext } from 'svelte';
import { Handed } from '#charts/plot/register.svelte.ts';
import type { LegendItem } from '#charts/types.ts';

export interface StageTable {
  /** The strategy's id; of what is about all strategies, its own name. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: () => readonly (readonly (string | number | null)[])[];
}

export type Tables = Handed<StageTable>;
const TABLES = Symbol('tables');
/** For whoever shows the tables of the stage inside it. */
export const keepTables = (): Tables => setContext(TABLES, new Handed<StageTable>());
/** For charts, while they are set up; nothing is kept where nobody shows it. */
export const handTable = (table: StageTable): void => getContext<Tables | undefined>(TABLES)?.add(table);

export type Legends = Handed<() => readonly LegendItem[]>;
const LEGENDS = Symbol('legends');
/** All that is handed in; what is said of a single value comes last. */
export const inOrder = ({ all }: Legends): LegendItem[] =>
  all.flatMap((items) => items()).sort((a, b) => Number(a.kind === 'beyond') - Number(b.kind === 'beyond'));
export const keepLegends = (): Legends => setContext(LEGENDS, new Handed<() => readonly LegendItem[]>());
export const handLegend = (items: () => readonly LegendItem[]): void =>
  getContext<Legends | undefined>(LEGENDS)?.add(items);
