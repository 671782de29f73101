/**
 * What a reader is entering as a function of their own: kept while a sentence says what is wrong with it, while another
 * way or page is on screen, and over a reload. What is in force is the Lab's scenario; this is only what stands in the
 * fields.
 */
import { getObjective } from '#core/objectives/index.ts';
import type { Wanted } from '#core/objectives/own/index.ts';
import { defaults, readParams, type ParamValues } from '#core/params.ts';
import type { Choice } from '#core/types.ts';
import { isWay, WAYS, type Way } from '../shared/ways.ts';
import { lastGood } from '../address/last-good.ts';
import type { DomainDraft } from './domains.ts';

export interface FormulaDraft {
  text: string;
  /** By variable: x is the first. Those that the formula does not use are kept, too. */
  domains: DomainDraft[];
}
export interface DrawnDraft {
  domain: DomainDraft;
  /** What a drawing was before each change, oldest first. */
  past: number[][][];
  /** Ends of the drawing's height, as typed; empty: as the curve needs. */
  bottom: string;
  top: string;
}
export interface TableDraft {
  /** What was pasted or typed, or the beginning of a text that is too long for a field. */
  text: string;
  /** Name of the file it came from. */
  name: string;
  /** What was chosen in place of what is guessed; null: nothing. */
  wanted: Wanted | null;
  /** By hyperparameter; an empty range is that of the trials. */
  domains: DomainDraft[];
}

/** Where drafts survive a reload; a test gives its own. */
export type Drawer = Pick<Storage, 'getItem' | 'setItem'>;
const NAME = 'trial-by-trial/own/';
/** Longest text of a table that is kept over a reload, in characters. */
export const LONGEST_KEPT = 1_000_000;
/** Drawings that can be taken back to. */
export const MOST_PAST = 60;

function sessionDrawer(): Drawer | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}

export class OwnDrafts {
  // Filled by `restore`, before a field is shown.
  formula = $state.raw<FormulaDraft>(undefined as never);
  drawn = $state.raw<DrawnDraft>(undefined as never);
  table = $state.raw<TableDraft>(undefined as never);
  /** The whole table, where the field holds only its beginning, or it came as a file. */
  file = $state.raw<Blob | null>(null);

  /** A table that was dropped anywhere on the page; whoever reads it takes it away. */
  dropped = $state.raw<File | null>(null);

  /** The function of each way that was last in force. */
  #last: Partial<Record<Way, ParamValues>> = {};
  readonly #drawer: Drawer | undefined;

  /** What was kept has still to be read. */
  #unread: boolean;
  #drafting: Drafting | undefined;

  /** @param crashed the page was brought down before it was loaded */
  constructor(drawer: Drawer | undefined = sessionDrawer(), crashed = lastGood.crash !== undefined) {
    this.#drawer = drawer;
    // What brought the page down may have stood in the fields.
    this.#unread = !crashed;
  }

  /** What a way was last used with; its example, if never. Whoever takes it reads it as it reads a link. */
  lastOf(way: Way): Choice {
    return { id: way, params: structuredClone(this.#last[way] ?? this.#lastKept(way) ?? standard(way)) };
  }

  /** @returns what brings everything back as it is now */
  remember(): () => void {
    const { formula, drawn, table, file } = this;
    const last = { ...this.#last };
    // Fields that nobody has seen yet are filled from what was kept: there is nothing to bring back to them.
    const filled = this.#drafting !== undefined;
    return () => {
      if (filled) Object.assign(this, { formula, drawn, table, file });
      this.#last = last;
      if (this.#drafting) for (const way of WAYS) this.#keep(way);
    };
  }

  /** The function in force: one that did not come from these fields (a link, a file) replaces what stands in them. */
  follow({ id, params }: Choice): void {
    if (!isWay(id) || !this.#drafting) return;
    const complete = readParams(getObjective(id).params, params, id).values;
    if (sameParams(complete, this.#last[id])) return;
    this.#last[id] = complete;
    if (id === 'formula') this.formula = this.#drafting.formula(complete);
    else if (id === 'drawn') this.drawn = this.#drafting.drawn(complete);
    else {
      this.table = this.#drafting.table(complete);
      this.file = null;
    }
    this.#keep(id);
  }

  /** The fields' own function is in force from now on. */
  sent({ id, params }: Choice): void {
    if (!isWay(id)) return;
    this.#last[id] = params;
    this.#keep(id);
  }

  editFormula(patch: Partial<FormulaDraft>): void {
    this.formula = { ...this.formula, ...patch };
    this.#keep('formula');
  }
  editDrawn(patch: Partial<DrawnDraft>): void {
    const past = (patch.past ?? this.drawn.past).slice(-MOST_PAST);
    this.drawn = { ...this.drawn, ...patch, past };
    this.#keep('drawn');
  }
  editTable(patch: Partial<TableDraft>, file = this.file): void {
    this.table = { ...this.table, ...patch };
    this.file = file;
    this.#keep('table');
  }

  /** Each way has a place of its own: typing a formula does not write a table again. */
  #keep(way: Way): void {
    // A table of which only the beginning can be kept would come back as another one.
    const whole = way !== 'table' || (!this.file && this.table.text.length <= LONGEST_KEPT);
    const kept: Kept = { draft: whole ? this[way] : null, last: this.#last[way] ?? null };
    try {
      this.#drawer?.setItem(NAME + way, JSON.stringify(kept));
    } catch {
      // No room, or no storage: the fields keep what they hold until the page is left.
    }
  }

  #lastKept(way: Way): ParamValues | undefined {
    try {
      const kept =
        this.#unread && (JSON.parse(this.#drawer?.getItem(NAME + way) ?? 'null') as Partial<Kept> | null);
      return (kept && kept.last) || undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * Fills the fields with what they held before a reload, once, before the first of them is shown.
   */
  restore(drafting: Drafting): this {
    if (this.#drafting) return this;
    this.#drafting = drafting;
    this.formula = drafting.formula(standard('formula'));
    this.drawn = drafting.drawn(standard('drawn'));
    this.table = drafting.table(standard('table'));
    if (!this.#unread) return this;
    this.#unread = false;
    for (const way of WAYS) {
      try {
        const kept = drafting.read(way, JSON.parse(this.#drawer?.getItem(NAME + way) ?? 'null'));
        if (!kept) continue;
        const { draft, last } = kept;
        // What was in force is read as a link is: what a later version no longer takes must not come back.
        const given = last && readParams(getObjective(way).params, last, way);
        if (given && given.notices.length > 0) continue;
        if (draft) this[way] = draft as never;
        // Kept by a version that had room for fewer.
        const { domains } = this.table;
        const missing = drafting.table(standard('table')).domains.slice(domains.length);
        if (missing.length > 0) this.table = { ...this.table, domains: [...domains, ...missing] };
        if (given) this.#last[way] = given.values;
      } catch {
        // Somebody else's, or cut off: start afresh.
      }
    }
    return this;
  }
}

/** As it stands in the drawer. */
export interface Kept {
  draft: FormulaDraft | DrawnDraft | TableDraft | null;
  last: ParamValues | null;
}
/** What comes with the fields: see `kept-drafts.ts`. */
export interface Drafting {
  /** What stands in the drawer; undefined where that is something else. */
  read: (way: Way, raw: unknown) => { draft: unknown; last: Record<string, unknown> | null } | undefined;
  formula: (params: ParamValues) => FormulaDraft;
  drawn: (params: ParamValues) => DrawnDraft;
  table: (params: ParamValues) => TableDraft;
}

const standard = (way: Way): ParamValues => defaults(getObjective(way).params);
const sameParams = (a: ParamValues, b: ParamValues | undefined) =>
  b !== undefined && JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
