/** How drafts begin, and what those kept over a reload look like: comes with the fields, not with the page. */
import * as v from 'valibot';
import {
  knotsProblem,
  MOST_HYPERPARAMETERS,
  MOST_KNOTS,
  MOST_VARIABLES,
  readSpace,
  variableSpace,
} from '#core/objectives/own/index.ts';
import type { ParamValues } from '#core/params.ts';
import { draftOf } from './domains.ts';
import {
  LONGEST_KEPT,
  MOST_PAST,
  type Drafting,
  type DrawnDraft,
  type FormulaDraft,
  type TableDraft,
} from './drafts.svelte.ts';

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

export const drafting: Drafting = {
  read(way, raw) {
    const kept = v.safeParse(KeptOf[way], raw);
    return kept.success ? kept.output : undefined;
  },
  formula: formulaDraft,
  drawn: drawnDraft,
  table: tableDraft,
};
