/** What the marks of a chart mean, gathered from themselves: its legend, and the table behind it. */
import { getContext, setContext } from 'svelte';
import type { LegendItem } from '../types.ts';

export type Cell = string | number | null;

/** A column of the table behind a chart; its cells are made when somebody looks. */
export interface TableColumn {
  label: string;
  cells: () => readonly Cell[];
}

/** Forgets what a component has handed in, when the component goes. */
export function withOwner(forget: () => void): void {
  $effect(() => forget);
}

interface Entry {
  /** What strategies believe comes first, then what was pretended, then what was tried. */
  rank: number;
  legend?: () => readonly LegendItem[];
  columns?: () => readonly TableColumn[];
}

export class Register {
  #entries = $state.raw<readonly Entry[]>([]);
  readonly #ranked = $derived(this.#entries.toSorted((a, b) => a.rank - b.rank));
  readonly legend = $derived(this.#ranked.flatMap(({ legend }) => legend?.() ?? []));
  readonly columns = $derived(this.#ranked.flatMap(({ columns }) => columns?.() ?? []));

  /** Cell by cell; columns that are shorter than others end in blanks. */
  rows(): Cell[][] {
    const all = this.columns.map(({ cells }) => cells());
    const count = Math.max(0, ...all.map(({ length }) => length));
    return Array.from({ length: count }, (_, i) => all.map((cells) => cells[i] ?? null));
  }
  enter(entry: Entry): void {
    this.#entries = [...this.#entries, entry];
    withOwner(() => (this.#entries = this.#entries.filter((one) => one !== entry)));
  }
}

const KEY = Symbol('register');
/** For whoever shows the legend and the table of the charts inside it. */
export const keepRegister = (): Register => setContext(KEY, new Register());

/** For marks, while they are set up. Nothing is said where nobody shows it. */
export function describe(entry: Entry): void {
  getContext<Register | undefined>(KEY)?.enter(entry);
}
