/**
 * The guide: six answers, the study that they propose, and its runs. The reader’s answers stay from section to section,
 * and in this browser; the studies that were run last are kept while the course is on screen.
 */
import { Recent } from '#core/recent.ts';
import { unpack } from '#core/study/packed.ts';
import { planRuns } from '#core/study/plan.ts';
import { Accumulator } from '#core/study/statistics/index.ts';
import type { Message } from '#core/types.ts';
import { dealStudy } from '#workers/deal.ts';
import type { WorkerPool } from '#workers/pool.ts';
import type { GuideFigure } from '../../../learn/figures.ts';
import { answersText, guided, readAnswers, type Guided } from '../../../learn/guide.ts';
import type { Answers, Question } from '../../../learn/questions.ts';
import { byHours, hourly, rankingAt, type Ranking } from '../../../learn/ranking.ts';
import { LongRun } from '../../pacing/long-run.svelte.ts';
import { errorMessage } from '../../shared/errors.ts';

/** What is counted for one set of answers: as trials, and as hours on the machines. */
interface Held {
  readonly made: Guided;
  readonly trials: Accumulator;
  readonly hours: Accumulator;
}

/** Where the reader’s answers are kept: with what was predicted, so that they are forgotten with it. */
export interface Kept {
  read: () => string;
  write: (answers: string) => void;
}

export type Along = 'trials' | 'hours';

/** Answers that change wait for the hand to rest, in ms. */
const SETTLE = 150;

/** Studies that are kept for whoever goes back to their answers. */
const KEPT = 6;

export class Guide {
  #figure = $state.raw<GuideFigure | undefined>();
  /** What the section at hand is about, as far as the reader has not said otherwise there. */
  #sets = $state.raw<Partial<Answers>>({});
  #at = $state<number | undefined>();
  #along = $state<Along | undefined>();
  #problem = $state.raw<Message | undefined>();
  #waiting = $state(false);
  /** Moved on when runs have come in. */
  #shown = $state(0);
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #pool: WorkerPool;
  readonly #kept: Kept;
  readonly #run = new LongRun();
  readonly #held = new Recent<string, Held>(KEPT);

  /** @param pool not disposed of here */
  constructor(pool: WorkerPool, kept: Kept) {
    this.#pool = pool;
    this.#kept = kept;
  }

  /** As a figure states them, or as the reader has answered. */
  answersIn(figure: GuideFigure): Answers {
    return { ...figure.answers, ...readAnswers(this.#kept.read()) };
  }
  readonly answers = $derived.by(
    (): Answers | undefined => this.#figure && { ...this.answersIn(this.#figure), ...this.#sets },
  );
  readonly made = $derived.by(() => this.answers && guided(this.answers));

  /** What ranks: time counts where there are several machines. */
  readonly along = $derived.by(
    (): Along =>
      this.#along ?? (this.#figure?.view === 'hours' || (this.made?.machines ?? 1) > 1 ? 'hours' : 'trials'),
  );
  readonly end = $derived.by(() =>
    this.made ? (this.along === 'hours' ? this.made.longest : this.made.study.budget) : 1,
  );
  /** What the section looks at. */
  readonly #statedAt = $derived.by(() => {
    if (!this.made || !this.#figure) return 1;
    const { at, view } = this.#figure;
    const usual = this.along === 'hours' ? this.made.deadline : this.made.study.budget;
    return Math.min(
      this.end,
      at !== undefined && (view === 'hours') === (this.along === 'hours') ? at : usual,
    );
  });
  /** As of which trial, or hour. */
  readonly at = $derived.by(() => Math.min(this.end, this.#at ?? this.#statedAt));

  get running(): boolean {
    return this.#run.running || this.#waiting;
  }
  get problem(): Message | undefined {
    return this.#problem;
  }
  /** Runs that are in, of the study of the answers. */
  readonly finished = $derived.by(() => {
    void this.#shown;
    return this.#heldOf(this.answers)?.trials.size ?? 0;
  });
  readonly total = $derived.by(() => (this.made ? planRuns(this.made.study).length : 0));
  readonly ranking = $derived.by((): Ranking | undefined => {
    void this.#shown;
    const held = this.#heldOf(this.answers);
    return held && rankingAt(held[this.along], this.at);
  });
  /** How a study ended, once all of it is in: by hours where there are several machines. */
  endOf(answers: Answers): Ranking | undefined {
    void this.#shown;
    const held = this.#heldOf(answers);
    if (!held || held.trials.size < planRuns(held.made.study).length) return undefined;
    const { machines, deadline, study } = held.made;
    return machines > 1 ? rankingAt(held.hours, deadline) : rankingAt(held.trials, study.budget);
  }

  readonly differs = $derived.by(() => {
    const figure = this.#figure;
    if (!figure || !this.answers) return false;
    const stated: Answers = { ...figure.answers, ...(figure.sets as Partial<Answers>) };
    if (answersText(this.answers) !== answersText(stated)) return true;
    return this.#along !== undefined || (this.#at ?? this.#statedAt) !== this.#statedAt;
  });

  /** As one text. */
  readonly said = $derived.by(() => `${answersText(this.answers ?? {})};${this.along}=${this.at}`);

  /** A section comes on screen. */
  enter(figure: GuideFigure): void {
    this.#figure = figure;
    this.#sets = figure.sets as Partial<Answers>;
    this.#at = undefined;
    this.#along = undefined;
    this.#count();
  }
  /** It is not: the cores belong to what is. What is in stays. */
  leave(): void {
    this.#stop();
  }
  /** The reader has gone elsewhere: megabytes are not kept for whoever may come back. */
  forget(): void {
    this.#stop();
    this.#held.clear();
    this.#shown += 1;
  }
  answer(question: Question, option: string): void {
    const own = { ...readAnswers(this.#kept.read()), ...readAnswers(`${question}=${option}`) };
    this.#kept.write(answersText(own));
    // Once the reader has answered it, it is theirs in every section.
    this.#sets = Object.fromEntries(Object.entries(this.#sets).filter(([name]) => name !== question));
    this.#at = undefined;
    this.#stop();
    this.#waiting = true;
    this.#timer = setTimeout(() => this.#count(), SETTLE);
  }
  look(at: number): void {
    this.#at = at;
  }
  turn(along: Along): void {
    this.#along = along;
    this.#at = undefined;
  }
  reset(): void {
    if (!this.#figure) return;
    this.#kept.write('');
    this.enter(this.#figure);
  }
  /** The same runs once more, before the reader’s eyes. */
  again(): void {
    this.#stop();
    if (this.answers) this.#held.delete(answersText(this.answers));
    this.#shown += 1;
    this.#count();
  }

  #heldOf(answers: Answers | undefined): Held | undefined {
    return answers && this.#held.get(answersText(answers));
  }

  #count(): void {
    this.#stop();
    const { made } = this;
    if (!made || this.#figure?.view === 'questions') return;
    const { study, machines, judged, longest: hours } = made;
    const key = answersText(made.answers);
    let held = this.#held.get(key);
    if (!held) {
      const trials = new Accumulator(study, judged);
      held = { made, trials, hours: new Accumulator(hourly(study, hours)) };
      this.#held.set(key, held);
    }
    const { trials, hours: timed } = held;
    const all = planRuns(study);
    const missing = all.filter((run) => !trials.find(run));
    this.#problem = undefined;
    this.#shown += 1;
    if (missing.length === 0) return;
    this.#pool.tryAgain();
    this.#run.begin({
      total: all.length,
      finished: () => trials.size,
      refresh: () => (this.#shown += 1),
      deal: (changed) =>
        dealStudy(this.#pool, study, missing, {
          onPart: (packed) => {
            for (const record of unpack(packed)) {
              trials.add(record);
              timed.add(byHours(study, record, { machines, hours, judged }));
            }
            changed();
          },
          onFailure: (_, error) => (this.#problem = errorMessage(error)),
        }),
    });
  }
  #stop(): void {
    clearTimeout(this.#timer);
    this.#waiting = false;
    this.#run.stop();
  }
}
