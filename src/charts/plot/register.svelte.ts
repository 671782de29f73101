/** What the marks of a chart mean, gathered from themselves: its legend, and the table behind it. */
import { getContext, setContext } from 'svelte';
import type { LegendItem } from '../types.ts';

export type Cell = string | number | null;

/** A column of the table behind a chart; its cells are made when somebody looks. */
export interface TableColumn {
  label: string;
  cells: () => readonly Cell[];
}

/** What components have handed in, oldest first; it is forgotten with the component that did. */
export class Handed<T> {
  #all = $state.raw<readonly T[]>([]);
  /** The same: what a component reads while it goes is what was there before others came in its place. */
  #kept: readonly T[] = [];

  get all(): readonly T[] {
    return this.#all;
  }
  /** For components, while they are set up. */
  add(one: T): void {
    this.#all = this.#kept = [...this.#kept, one];
    $effect(() => () => {
      this.#all = this.#kept = this.#kept.filter((other) => other !== one);
    });
  }
}

interface Entry {
  /** What strategies believe comes first, then what was pretended, then what was tried. */
  rank: number;
  legend?: () => readonly LegendItem[];
  columns?: () => readonly TableColumn[];
}

export class Register {
  readonly #entries = new Handed<Entry>();
  readonly #ranked = $derived(this.#entries.all.toSorted((a, b) => a.rank - b.rank));
  readonly legend = $derived(this.#ranked.flatMap(({ legend }) => legend?.() ?? []));
  readonly columns = $derived(this.#ranked.flatMap(({ columns }) => columns?.() ?? []));

  /** Cell by cell; columns that are shorter than others end in blanks. */
  rows(): Cell[][] {
    const all = this.columns.map(({ cells }) => cells());
    const count = Math.max(0, ...all.map(({ length }) => length));
    return Array.from({ length: count }, (_, i) => all.map((cells) => cells[i] ?? null));
  }
  enter(entry: Entry): void {
    this.#entries.add(entry);
  }
}

const KEY = Symbol('register');
/** For whoever shows the legend and the table of the charts inside it. */
export const keepRegister = (): Register => setContext(KEY, new Register());

/** For marks, while they are set up. Nothing is said where nobody shows it. */
export function describe(entry: Entry): void {
  getContext<Register | undefined>(KEY)?.enter(entry);
}
