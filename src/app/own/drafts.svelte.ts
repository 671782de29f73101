/**
 * What a reader is entering as a function of their own: kept while a sentence says what is wrong with it, while another
 * way or page is on screen, and over a reload. What is in force is the Lab's scenario; this is only what stands in the
 * fields.
 */
import * as v from 'valibot';
import { getObjective } from '#core/objectives/index.ts';
import {
  knotsProblem,
  MOST_HYPERPARAMETERS,
  MOST_KNOTS,
  MOST_VARIABLES,
  readSpace,
  variableSpace,
  type Wanted,
} from '#core/objectives/own/index.ts';
import { defaults, readParams, type ParamValues } from '#core/params.ts';
import type { Choice } from '#core/types.ts';
import { isWay, WAYS, type Way } from '../shared/ways.ts';
import { lastGood } from '../address/last-good.ts';
import { draftOf, type DomainDraft } from './domains.ts';

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
const LONGEST_KEPT = 1_000_000;
/** Drawings that can be taken back to. */
const MOST_PAST = 60;

function sessionDrawer(): Drawer | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}

export class OwnDrafts {
  formula = $state.raw<FormulaDraft>(formulaDraft(standard('formula')));
  drawn = $state.raw<DrawnDraft>(drawnDraft(standard('drawn')));
  table = $state.raw<TableDraft>(tableDraft(standard('table')));
  /** The whole table, where the field holds only its beginning, or it came as a file. */
  file = $state.raw<Blob | null>(null);

  /** A table that was dropped anywhere on the page; whoever reads it takes it away. */
  dropped = $state.raw<File | null>(null);

  /** The function of each way that was last in force. */
  #last: Partial<Record<Way, ParamValues>> = {};
  readonly #drawer: Drawer | undefined;

  /** @param crashed the page was brought down before it was loaded */
  constructor(drawer: Drawer | undefined = sessionDrawer(), crashed = lastGood.crash !== undefined) {
    this.#drawer = drawer;
    // What brought the page down may have stood in the fields.
    if (!crashed) this.#restore();
  }

  /** What a way was last used with; its example, if never. */
  lastOf(way: Way): Choice {
    return { id: way, params: structuredClone(this.#last[way] ?? standard(way)) };
  }

  /** The function in force: one that did not come from these fields (a link, a file) replaces what stands in them. */
  follow({ id, params }: Choice): void {
    if (!isWay(id)) return;
    const complete = readParams(getObjective(id).params, params, id).values;
    if (sameParams(complete, this.#last[id])) return;
    this.#last[id] = complete;
    if (id === 'formula') this.formula = formulaDraft(complete);
    else if (id === 'drawn') this.drawn = drawnDraft(complete);
    else {
      this.table = tableDraft(complete);
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

  #restore(): void {
    for (const way of WAYS) {
      try {
        const kept = v.safeParse(KeptOf[way], JSON.parse(this.#drawer?.getItem(NAME + way) ?? 'null'));
        if (!kept.success) continue;
        const { draft, last } = kept.output;
        // What was in force is read as a link is: what a later version no longer takes must not come back.
        const read = last && readParams(getObjective(way).params, last, way);
        if (read && read.notices.length > 0) continue;
        if (draft) this[way] = draft as never;
        // Kept by a version that had room for fewer.
        const { domains } = this.table;
        const missing = tableDraft(standard('table')).domains.slice(domains.length);
        if (missing.length > 0) this.table = { ...this.table, domains: [...domains, ...missing] };
        if (read) this.#last[way] = read.values;
      } catch {
        // Somebody else's, or cut off: start afresh.
      }
    }
  }
}

interface Kept {
  draft: FormulaDraft | DrawnDraft | TableDraft | null;
  last: ParamValues | null;
}

/** What may stand in the drawer: anybody’s page of this origin can put something else there. */
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const Domain = v.object({ scale: v.picklist(['linear', 'log', 'integer']), lo: text(1000), hi: text(1000) });
const keptAs = <Draft extends v.GenericSchema>(draft: Draft) =>
  v.object({ draft: v.nullable(draft), last: v.nullable(v.record(v.string(), v.unknown())) });
const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const KeptOf = {
  formula: keptAs(
    v.object({ text: text(100_000), domains: v.pipe(v.array(Domain), v.length(MOST_VARIABLES)) }),
  ),
  drawn: keptAs(
    v.object({
      domain: Domain,
      past: v.pipe(
        v.array(
          v.pipe(
            v.array(v.pipe(v.array(v.pipe(v.number(), v.finite())), v.maxLength(MOST_KNOTS))),
            v.length(2),
            v.check(
              ([places, heights]) =>
                places.length === heights.length && knotsProblem([places, heights]) === undefined,
            ),
          ),
        ),
        v.maxLength(MOST_PAST),
      ),
      bottom: text(1000),
      top: text(1000),
    }),
  ),
  table: keptAs(
    // What was chosen of a table is held against the table itself when it is read.
    v.object({
      text: text(LONGEST_KEPT),
      name: text(1000),
      wanted: v.nullable(
        v.object({
          hyperparameters: v.exactOptional(v.pipe(v.array(place), v.maxLength(MOST_HYPERPARAMETERS))),
          objective: v.exactOptional(place),
          where: v.exactOptional(v.array(v.object({ column: place, equals: text(10_000) }))),
          sense: v.exactOptional(v.picklist(['minimise', 'maximise'])),
          rows: v.exactOptional(v.picklist(['last', 'best'])),
        }),
      ),
      domains: v.pipe(v.array(Domain), v.maxLength(MOST_HYPERPARAMETERS)),
    }),
  ),
};

const standard = (way: Way): ParamValues => defaults(getObjective(way).params);
const sameParams = (a: ParamValues, b: ParamValues | undefined) =>
  b !== undefined && JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

function formulaDraft({ formula, space }: ParamValues): FormulaDraft {
  const read = variableSpace(String(space));
  const entries = 'entries' in read ? read.entries : [];
  return {
    text: String(formula),
    domains: Array.from({ length: MOST_VARIABLES }, (_, i) => draftOf(entries[i])),
  };
}

function drawnDraft({ space }: ParamValues): DrawnDraft {
  const read = variableSpace(String(space));
  return {
    domain: draftOf('entries' in read ? read.entries[0] : undefined),
    past: [],
    bottom: '',
    top: '',
  };
}

function tableDraft({ space }: ParamValues): TableDraft {
  const read = readSpace(String(space));
  const entries = 'entries' in read ? read.entries : [];
  const domains = Array.from({ length: MOST_HYPERPARAMETERS }, (_, i) => draftOf(entries[i], ['', '']));
  return { text: '', name: '', wanted: null, domains };
}
