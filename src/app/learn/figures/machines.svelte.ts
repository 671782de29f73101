/** Machines for the trials of a run: how many, and who trains when. */
import type { GanttLane } from '#charts/arena/types.ts';
import type { Series } from '#charts/types.ts';
import { schedule, scheduledTrials, type Schedule } from '#core/study/schedule.ts';
import { getStrategy } from '#core/strategies/index.ts';
import type { Trial } from '#core/types.ts';
import type { MachinesFigure } from '../../../learn/figures.ts';

export const MOST_MACHINES = 16;

export class MachinesState {
  #machines = $state(1);
  readonly figure: MachinesFigure;

  constructor(figure: MachinesFigure) {
    this.figure = figure;
    this.#machines = figure.machines;
  }
  get machines(): number {
    return this.#machines;
  }
  set machines(count: number) {
    this.#machines = Math.min(MOST_MACHINES, Math.max(1, Math.round(count)));
  }
  readonly differs = $derived.by(() => this.#machines !== this.figure.machines);
  reset(): void {
    this.#machines = this.figure.machines;
  }
}

/** By the scheduler's own rule: a strategy that needs no results hands out a trial whenever a machine is free. */
export function scheduleOf(
  strategy: string,
  trials: readonly Trial[],
  machines: number,
  hours: number,
): Schedule {
  return schedule(scheduledTrials(trials), {
    machines,
    hours: Float64Array.from(trials, () => hours),
    oblivious: getStrategy(strategy).oblivious === true,
  });
}

export const laneOf = (series: Series, { bars, makespan }: Schedule): GanttLane => ({
  series,
  bars: bars.map(({ trial, machine, start, end }) => ({
    ...{ number: trial + 1, machine, start, end },
    missing: false,
  })),
  thoughts: [],
  end: makespan,
  best: null,
});
