/**
 * A figure that is the stage of the Lab: what a section states of it, and what the reader has made of it since. One run for
 * all sections: those that share a scenario only move the clock.
 */
import type { Scenario } from '#core/types.ts';
import type { StageFigure } from '../../../learn/figures.ts';
import { defaultOptions, objectiveIn, readHash, type PageOptions } from '../../address/url.ts';
import type { Staged } from '../../stage/staged.ts';

/** A run of a scenario that can be exchanged: the Lab's, brought by whoever may know it. */
export interface Player extends Staged {
  /** Something is still being computed. */
  readonly busy: boolean;
  adopt: (scenario: Scenario) => void;
  start: () => void;
  cancel: () => void;
  dispose: () => void;
}

/** What a link to the Lab says. */
export function readLab(lab: string): { scenario: Scenario; options: PageOptions } {
  const { scenario, options } = readHash(`#/lab?${lab}`, ['lab']);
  return { scenario, options };
}

export class StageState {
  readonly player: Player;
  readonly #ready: (objective: unknown) => Promise<void> | undefined;
  /** What was entered last, there or on its way. */
  #entered: string | undefined;
  #stated = $state.raw<{ lab: string; scenario: Scenario; options: PageOptions } | undefined>();
  #options = $state.raw<PageOptions>(defaultOptions());

  /** @param ready what an objective needs before it can be run; undefined where nothing is missing */
  constructor(player: Player, ready: (objective: unknown) => Promise<void> | undefined = () => undefined) {
    this.player = player;
    this.#ready = ready;
  }

  /** What is shown of it, as the reader has it. */
  get options(): PageOptions {
    return this.#options;
  }
  set(options: Partial<PageOptions>): void {
    this.#options = { ...this.#options, ...options };
  }

  /** Puts the figure into exactly the state that a section states. */
  enter({ lab }: Pick<StageFigure, 'lab'>): void {
    this.#entered = lab;
    const put = () => {
      // Another section was entered meanwhile.
      if (this.#entered !== lab) return;
      const { scenario, options } = readLab(lab);
      this.#stated = { lab, scenario, options };
      this.#options = options;
      this.player.adopt(scenario);
      this.player.clock.seek(options.t);
      this.player.start();
    };
    // Before it is read: reading a formula finds its minimum, which takes a worker longer than a frame.
    const coming = this.#ready(objectiveIn(`#/lab?${lab}`));
    if (coming) {
      this.#stated = undefined;
      void coming.then(put);
    } else put();
  }
  /** Back to it. */
  reset(): void {
    if (this.#entered !== undefined) this.enter({ lab: this.#entered });
  }

  /** The reader has taken hold of it: it is not as the section states it any more. */
  readonly differs = $derived.by((): boolean => {
    if (!this.#stated) return false;
    const { scenario, options } = this.#stated;
    const { clock } = this.player;
    return (
      clock.playing ||
      clock.wanted !== options.t ||
      JSON.stringify(this.#options) !== JSON.stringify(options) ||
      JSON.stringify(this.player.scenario) !== JSON.stringify(scenario)
    );
  });

  /** It is not on screen. */
  leave(): void {
    this.player.clock.pause();
    this.player.cancel();
    this.#entered = undefined;
    this.#stated = undefined;
  }
  dispose(): void {
    this.player.dispose();
  }
}
