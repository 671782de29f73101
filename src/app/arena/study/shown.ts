/** What all figures of a study have in common. */
import type { Series } from '#charts/types.ts';
import type { StudySummary } from '#core/study/summary.ts';
import type { Study } from '#core/study/types.ts';

export interface Shown {
  study: Study;
  summary: StudySummary;
  /** Of all strategies, in the order of the study. */
  series: readonly Series[];
  /** What legends need. */
  figure: {
    series: readonly Series[];
    /** Names of the strategies that the reader has switched off, in all figures at once. */
    hidden: readonly string[];
    ontoggle: (id: string) => void;
    onlit: (id: string | null) => void;
  };
  /** Of the problems. */
  labels: readonly string[];
  /** Places of the strategies that are shown, best rank first. */
  places: readonly number[];
  /** The strategy that the reader points at in a legend; reactive by itself. */
  lit: { readonly id: string | null };
  /** Tables with a column for each strategy need the room of two figures. */
  wide: boolean;
}
