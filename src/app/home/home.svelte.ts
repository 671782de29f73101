/** The front door: a stage that plays one story after another, until the reader takes the wheel. */
import type { Scenario } from '#core/types.ts';
import type { Staged } from '../stage/staged.ts';
import { scenarioOfStory, STORY_IDS, type StoryId } from './stories.ts';

/** How long the end of a story stays, in ms: its sentence and the ranking are read. */
const READ_END = 6000;

/** What plays: a run of a scenario that can be exchanged. */
export interface Player extends Staged {
  /** Something is still being computed. */
  readonly busy: boolean;
  adopt: (scenario: Scenario) => void;
  start: () => void;
  cancel: () => void;
  dispose: () => void;
}

export interface HomeOptions {
  /** Nothing may move by itself. */
  still?: () => boolean;
  /** Ms that the end of a story stays. */
  readEnd?: number;
}

export class Home {
  readonly lab: Player;
  #story = $state<StoryId>(STORY_IDS[0]);
  /** Goes on by itself; the reader has not taken the wheel. */
  #led = $state(true);
  readonly #still: () => boolean;
  readonly #readEnd: number;
  #stop: (() => void) | undefined;

  /** @param player disposed of with the page */
  constructor(player: Player, { still = () => false, readEnd = READ_END }: HomeOptions = {}) {
    this.#still = still;
    this.#readEnd = readEnd;
    this.lab = player;
    player.adopt(scenarioOfStory(this.#story));
  }

  get story(): StoryId {
    return this.#story;
  }
  get told(): boolean {
    return this.lab.clock.atEnd && !this.lab.busy;
  }

  /** The page is on screen. */
  start(): void {
    if (this.#stop) return;
    const { lab } = this;
    lab.start();
    this.#begin();
    this.#stop = $effect.root(() => {
      // Whoever stops the clock before the end, or moves it, goes on alone.
      $effect(() => {
        if (!lab.clock.playing && !lab.clock.atEnd) this.#led = false;
      });
      $effect(() => {
        if (!this.#led || this.#still() || !this.told || lab.clock.playing) return;
        const timer = setTimeout(() => this.next(), this.#readEnd);
        return () => clearTimeout(timer);
      });
    });
  }
  /** It is not. */
  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.lab.clock.pause();
    this.lab.cancel();
  }

  /** Another story, from its beginning. */
  show(story: StoryId): void {
    this.#story = story;
    this.lab.adopt(scenarioOfStory(story));
    this.lab.clock.toStart();
    this.#begin();
  }
  next(): void {
    this.show(STORY_IDS[(STORY_IDS.indexOf(this.#story) + 1) % STORY_IDS.length]);
  }

  /** Where nothing may move, the end is shown, with a button to play. */
  #begin(): void {
    this.#led = true;
    const { clock } = this.lab;
    if (this.#still()) clock.toEnd();
    else clock.play();
  }

  dispose(): void {
    this.stop();
    this.lab.dispose();
  }
}
