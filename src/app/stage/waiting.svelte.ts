/** What is said of strategies that the clock has left behind: after a while, since on most runs all are there at once. */
import { t } from '../i18n/index.svelte.ts';
import type { RunState } from './runs.svelte.ts';
import type { Staged } from './staged.ts';

/** Ms. */
const PATIENCE = 400;

/** Whether a trial of a run is being computed that the clock has come to. */
export const awaited = (run: RunState, time: number): boolean => run.pending && run.behind(time);

export class Waiting {
  #long = $state(false);
  readonly #any: boolean;

  /** For components, while they are set up. @param patience ms until anything is said */
  constructor(lab: Pick<Staged, 'runs' | 'clock'>, patience = PATIENCE) {
    this.#any = $derived(Object.values(lab.runs).some((run) => awaited(run, lab.clock.t)));
    $effect(() => {
      if (!this.#any) return;
      const timer = setTimeout(() => (this.#long = true), patience);
      return () => {
        clearTimeout(timer);
        this.#long = false;
      };
    });
  }

  /** Of a panel at the clock's trial; undefined where there is nothing to wait for, or not for long. */
  of(run: RunState, time: number): string | undefined {
    if (!this.#long || !awaited(run, time)) return undefined;
    return run.status === 'waiting'
      ? t('panel.waiting')
      : t('stage.waiting', { next: run.trials.length + 1 });
  }
}
