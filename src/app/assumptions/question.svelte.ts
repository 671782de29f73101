/**
 * The question of the Assumptions page: a scenario of its own, which the address holds from the beginning. What answers it
 * comes with the page.
 */
import { defaultNoiseOf, getObjective, hasObjective } from '#core/objectives/index.ts';
import { readParams } from '#core/params.ts';
import { defaultScenario } from '#core/scenario.ts';
import type { Choice, Message, Scenario } from '#core/types.ts';
import type { Holder } from '../address/holders.ts';
import { PHASE_PREFIX } from '../address/url.ts';
import { LatePart } from './late-part.svelte.ts';

/** The first of these that there is. */
const FIRST = ['morph', 'rippled-bowl'];

export function firstScenario(): Scenario {
  const standard = defaultScenario();
  const id = FIRST.find(hasObjective) ?? standard.objective.id;
  return { ...standard, objective: plain(id), noise: defaultNoiseOf(id) };
}

/** An objective at its defaults. */
export const plain = (id: string): Choice => ({
  id,
  params: readParams(getObjective(id).params, {}, id).values,
});

/** What computes while the page is on screen. */
export interface Answering {
  /** The question is asked, or has become another. */
  ask: () => void;
  /** The cores belong to other pages. */
  cancel: () => void;
}

export class Question implements Holder {
  /** The question of the phase diagrams. */
  readonly part = new LatePart(PHASE_PREFIX);
  #scenario = $state.raw<Scenario>(firstScenario());
  #notices = $state.raw<Message[]>([]);
  #onScreen = false;
  #answering: Answering | undefined;

  get scenario(): Scenario {
    return this.#scenario;
  }
  get notices(): Message[] {
    return this.#notices;
  }

  /** From now on this answers it. */
  attach(answering: Answering): void {
    this.#answering = answering;
    if (this.#onScreen) answering.ask();
  }

  /** Takes a scenario that `readScenario` has already read. */
  adopt(scenario: Scenario): void {
    if (JSON.stringify(scenario) === JSON.stringify(this.#scenario)) return;
    this.#scenario = scenario;
    if (this.#onScreen) this.#answering?.ask();
  }

  /** In place of what was said before. */
  say(...messages: Message[]): void {
    this.#notices = messages;
  }
  notify(...messages: Message[]): void {
    if (messages.length > 0) this.#notices = [...this.#notices, ...messages];
  }
  dismissNotices(): void {
    this.#notices = [];
  }

  start(): void {
    this.#onScreen = true;
    this.#answering?.ask();
  }

  cancel(): void {
    this.#onScreen = false;
    this.#answering?.cancel();
  }
}
