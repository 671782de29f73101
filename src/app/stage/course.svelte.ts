/** What a run shows as of the clock's trial: who is ahead, the course of all, the values and the landscape they have in common. */
import { senseOf } from '#core/sense.ts';
import type { Trial } from '#core/types.ts';
import type { Field } from '#charts/types.ts';
import { dimensionLabels, tell, valueLabel } from '../i18n/index.svelte.ts';
import { readingSeconds } from './clock/reading.ts';
import { stageDomain } from './panel/domain.ts';
import { trueField } from './panel/landscape.ts';
import { bestSoFar, regrets } from './race/race.ts';
import { ranking } from './race/ranking.ts';
import type { Staged } from './staged.ts';
import { awaited, Waiting } from './waiting.svelte.ts';

export class Course {
  readonly #lab: Staged;
  readonly #revealed: () => boolean;
  readonly waiting: Waiting;

  /** For components, while they are set up. @param revealed whether the truth is shown */
  constructor(lab: Staged, revealed: () => boolean) {
    this.#lab = lab;
    this.#revealed = revealed;
    this.waiting = new Waiting(lab);
  }

  readonly runs = $derived.by(() => Object.values(this.#lab.runs));
  readonly dim = $derived.by(() => this.#lab.problem.space.dimensions.length);
  readonly sense = $derived.by(() => senseOf(this.#lab.problem));

  readonly standings = $derived.by(() =>
    ranking(
      this.runs.map(({ choice, trials, trace }) => ({ id: choice.id, trials, open: !trace })),
      this.#lab.clock.t,
      this.#lab.problem.optimum.value,
    ),
  );
  /** …: its trial is being computed. */
  rankOf(strategy: string): number | '…' | null {
    const run = this.runs.find(({ choice }) => choice.id === strategy);
    if (run && awaited(run, this.#lab.clock.t)) return '…';
    return this.standings.find(({ id }) => id === strategy)?.rank ?? null;
  }
  readonly best = $derived.by(() => this.runs.map(({ trials }) => bestSoFar(trials)));
  readonly regret = $derived.by(() => regrets(this.best, this.#lab.problem.optimum.value));

  readonly #range = $derived.by(() => stageDomain(this.#lab, this.#revealed()));
  // Through numbers, which are equal when they are: trials that arrive inside the range redraw nothing.
  readonly #lowest = $derived.by(() => this.#range[0]);
  readonly #highest = $derived.by(() => this.#range[1]);
  readonly yDomain = $derived.by((): [number, number] => [this.#lowest, this.#highest]);
  readonly #field = $derived.by((): Field => ({
    ...trueField(this.#lab.problem),
    label: valueLabel(this.#lab.scenario.objective),
  }));
  /** Where maps show it. Some thousand evaluations, in the task of whoever asks for them. */
  readonly landscape = $derived.by(() => (this.dim === 2 && this.#revealed() ? () => this.#field : null));

  /** Seconds that it takes to read why a strategy chose a trial; 0 where there is none. */
  reading(strategy: string, time: number): number {
    const { scenario, problem } = this.#lab;
    const run = this.runs.find(({ choice }) => choice.id === strategy);
    const trial = run?.trials[time - 1] as Trial | undefined;
    if (!trial) return 0;
    const labels = dimensionLabels(scenario.objective.id, problem.space.dimensions);
    return readingSeconds(tell(trial.why, labels, this.sense));
  }
}
