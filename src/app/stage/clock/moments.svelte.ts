/**
 * What matters in the run on the stage, found as trials come in, and said in the reader's language. The code that finds and
 * the words that say come after the first picture; until then there are no moments.
 */
import { onMount } from 'svelte';
import type * as Moments from '#core/moments/index.ts';
import type { Moment, MomentsAtTrial } from '#core/moments/index.ts';
import { afterFirstPicture } from '#charts/first-picture.ts';
import { senseOf } from '#core/sense.ts';
import type { MomentMark } from '#charts/stepped/moment-marks.ts';
import { bringTexts, t, tellMoment } from '../../i18n/index.svelte.ts';
import { seriesOf } from '../../shared/series.ts';
import type { Staged } from '../staged.ts';
import { evenly, TRIALS_PER_SECOND } from './clock.svelte.ts';

type Code = typeof Moments;

/** A caption is read while so many trials follow, or a share of all of them. */
const HELD = 3;
const HELD_SHARE = 1 / 12;
/** What tells where the optimum is. */
const TELLING: ReadonlySet<string> = new Set(['lost', 'within']);
/** Beats that a trial has while playing: long enough for a sentence. */
const BEATS_AT_MOMENTS = 4;

interface Without {
  readonly moments: boolean;
  readonly ranking: boolean;
}

export interface Caption {
  /** Trial of the moment. */
  trial: number;
  text: string;
  /** Sentences of what else happened then. */
  more: string[];
}

export class StageMoments {
  readonly #lab: Staged;
  readonly #revealed: () => boolean;
  readonly #without: () => Without;
  #code = $state.raw<Code | undefined>();
  #coming: Promise<void> | undefined;
  /** Of all trials that have been computed, those to come included. */
  readonly #found = $derived.by((): readonly Moment[] => {
    const { runs, problem } = this.#lab;
    if (!this.#code) return [];
    return this.#code.momentsOf(
      Object.values(runs).map(({ choice, trials, trace }) => ({
        ...{ strategy: choice, trials },
        ...(trace && { unused: trace.unused, ...(trace.closing && { closing: trace.closing }) }),
      })),
      problem,
    );
  });
  /** Those that may be told: while the truth is a secret, nothing says where the optimum is. */
  readonly all = $derived.by(() => {
    const { moments, ranking } = this.#without();
    if (moments) return [];
    const revealed = this.#revealed();
    return this.#found.filter(
      ({ kind }) => (revealed || !TELLING.has(kind)) && !(ranking && kind === 'leader'),
    );
  });
  readonly byTrial = $derived.by((): readonly MomentsAtTrial[] => this.#code?.momentsByTrial(this.all) ?? []);
  /** Those that compare nobody with who leads. */
  readonly #ofOne = $derived.by(
    (): readonly MomentsAtTrial[] =>
      this.#code?.momentsByTrial(this.all.filter(({ kind }) => kind !== 'leader')) ?? [],
  );
  /** Up to which trial all can be compared; later trials have only what is a strategy’s own. */
  readonly #compared = $derived.by(() => {
    const going = Object.values(this.#lab.runs).filter(({ trace }) => !trace);
    return Math.min(Infinity, ...going.map(({ trials }) => trials.length));
  });

  /**
   * @param revealed whether the truth is shown
   * @param without what is not on screen: who leads, any moments
   */
  constructor(
    lab: Staged,
    revealed: () => boolean = () => true,
    without: () => Without = () => ({ moments: false, ranking: false }),
  ) {
    this.#lab = lab;
    this.#revealed = revealed;
    this.#without = without;
  }

  /** Asks for what finds and says them. A failure costs moments only, and is asked for again with the next stage. */
  bring(): Promise<void> {
    this.#coming ??= Promise.all([import('#core/moments/index.ts'), bringTexts('moments')]).then(
      ([code]) => void (this.#code = code),
      () => void (this.#coming = undefined),
    );
    return this.#coming;
  }

  /**
   * What is to be read at a trial: the latest moment, unless it is long past. Where some have not come so far, who led before
   * is not said: others may lead by now.
   */
  captionAt(trial: number): Caption | undefined {
    // Before the first trial nothing has happened: while runs come in, nothing is looked for in them then.
    if (trial < 1) return undefined;
    const held = Math.max(HELD, this.#lab.clock.length * HELD_SHARE);
    const all = trial > this.#compared ? this.#ofOne : this.byTrial;
    const last = all.findLast((at) => at.trial <= trial);
    if (!last || trial - last.trial > held) return undefined;
    const [first, ...rest] = last.moments.map(this.#say);
    return { trial: last.trial, text: first, more: rest };
  }

  /** Of all trials: a step of the clock makes none anew. What they say is said of those that are shown. */
  readonly #marks = $derived.by(() =>
    this.byTrial.map(({ trial, first: { kind, strategy }, moments }): MomentMark => {
      const say = this.#say;
      return {
        trial,
        kind,
        series: seriesOf(strategy),
        weight: Math.max(...moments.map(({ weight }) => weight)),
        get text() {
          return [t('stage.momentAt', { trial }), ...moments.map(say)].join('\n');
        },
      };
    }),
  );
  /** One mark for each trial that has moments, the one that is said first. */
  marks(until: number): MomentMark[] {
    return until < 1 ? [] : this.#marks.filter(({ trial }) => trial <= until);
  }

  /** While playing, a trial at which something happens stays longer. */
  readonly beats = (trial: number): number =>
    this.byTrial.some((at) => at.trial === trial) ? BEATS_AT_MOMENTS : 1;

  /** The clock goes to the nearest moment before or after its trial. @returns whether there was one */
  go(direction: -1 | 1): boolean {
    const { clock } = this.#lab;
    const next =
      direction < 0
        ? this.#code?.momentBefore(this.all, clock.t)
        : this.#code?.momentAfter(this.all, clock.t);
    if (next) clock.seek(next.trial);
    return next !== undefined;
  }

  readonly #say = ({ message }: Moment): string => tellMoment(message, senseOf(this.#lab.problem));
}

interface Paced {
  /** The truth is shown. */
  revealed: () => boolean;
  /** What is not on screen. */
  without: () => Without;
  /** The clock stays at moments. */
  dwell: () => boolean;
  /** Seconds that what is said of a trial takes to read, where somebody reads it. */
  reading: (trial: number) => number;
}

/** The moments of what a stage shows, for as long as its component lives; its clock heeds them and whoever reads. */
export function useMoments(lab: Staged, { revealed, without, dwell, reading }: Paced): StageMoments {
  const moments = new StageMoments(lab, revealed, without);
  const { clock } = lab;
  $effect(() => {
    const stays = dwell();
    clock.beats = (trial) => Math.max(stays ? moments.beats(trial) : 1, reading(trial) * TRIALS_PER_SECOND);
  });
  onMount(() => {
    const forget = afterFirstPicture(() => void moments.bring());
    return () => {
      forget();
      clock.beats = evenly;
    };
  });
  return moments;
}
