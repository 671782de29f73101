/**
 * The state of the Assumptions page: its question, and the diagnosis of that, which follows live. One question is
 * under way at a time: while a dial moves, the coarse answer to where it was is shown, the next question asked, and what is
 * still to come of the last one is dropped.
 */
import type { Diagnosis } from '#core/assumptions/diagnosis/index.ts';
import { defaultNoiseOf } from '#core/objectives/index.ts';
import type { ParamValue } from '#core/params.ts';
import { readScenario } from '#core/scenario.ts';
import { say, type Choice, type Message, type Scenario } from '#core/types.ts';
import { JobCancelled } from '#workers/client.ts';
import type { WorkerPool } from '#workers/pool.ts';
import { awaitsNetwork, errorMessage } from '../shared/errors.ts';
import type { Choosing, Opening } from '../opening/opening.ts';
import { Latest, type Telling, type Work } from '../pacing/latest.ts';
import { plain, type Answering, type Question } from './question.svelte.ts';

/** What was asked, and what came back. */
export interface Answer {
  scenario: Scenario;
  diagnosis: Diagnosis;
}

/** `computing`: what is shown may be the answer before, or the coarse one. */
export type DiagnosisStatus = 'idle' | 'computing' | 'ready' | 'failed';

/** A coarse answer is waited for so long, in ms, before the next question takes its place. */
const PATIENCE = 500;

export interface AssumptionsOptions {
  question: Question;
  /** Answers the questions; not disposed of here. */
  pool: WorkerPool;
  /** For the sections below the diagnosis. */
  sections: WorkerPool;
  opening: Opening;
}

export class Assumptions implements Answering {
  readonly #question: Question;
  /** For what else the page computes: the diagnosis never waits for it. */
  readonly pool: WorkerPool;
  #answer = $state.raw<Answer | undefined>(undefined);
  #status = $state<DiagnosisStatus>('idle');
  #error = $state.raw<Message | undefined>(undefined);

  readonly #pool: WorkerPool;
  readonly #stopHoping: () => void;
  readonly #latest: Latest<Scenario>;
  readonly #opening: Opening;
  readonly #choosing: Choosing;

  /** Answers from now on whenever the page is on screen. */
  constructor({ question, pool, sections, opening }: AssumptionsOptions) {
    this.#question = question;
    this.#pool = pool;
    this.pool = sections;
    this.#opening = opening;
    this.#choosing = opening.choosing();
    this.#latest = new Latest((scenario, tell) => this.#diagnose(scenario, tell), PATIENCE);
    this.#stopHoping = pool.onAgain(() => {
      if (this.#status === 'failed' && awaitsNetwork(this.#error)) this.#again();
    });
    question.attach(this);
  }

  get scenario(): Scenario {
    return this.#question.scenario;
  }
  get notices(): Message[] {
    return this.#question.notices;
  }
  /** The latest answer there is; its own scenario says to what. */
  get answer(): Answer | undefined {
    return this.#answer;
  }
  get status(): DiagnosisStatus {
    return this.#status;
  }
  /** Present when failed. */
  get error(): Message | undefined {
    return this.#error;
  }
  /** Changes the scenario: what is out of range is clamped, with a notice. */
  update(patch: Partial<Scenario>): void {
    const { scenario, notices } = readScenario({ ...this.scenario, ...patch });
    this.#question.say(...notices);
    this.#question.adopt(scenario);
  }

  /** Sets one parameter of the objective. */
  setParam(name: string, value: ParamValue): void {
    const { id, params } = this.scenario.objective;
    this.update({ objective: { id, params: { ...params, [name]: value } } });
  }

  /** Another problem, with its settings; the noise that it comes with where it is one of another kind. */
  setProblem(objective: Choice): void {
    const { scenario } = this;
    this.#choosing.choose(
      objective,
      () => this.scenario === scenario,
      () => {
        const same = objective.id === scenario.objective.id;
        this.update({ objective, ...(!same && { noise: defaultNoiseOf(objective.id) }) });
      },
    );
  }

  /** Another problem, at its defaults and with the noise it comes with. */
  setObjective(id: string): void {
    this.update({ objective: plain(id), noise: defaultNoiseOf(id) });
  }

  /** The problem at its defaults, with the noise it comes with. */
  reset(): void {
    this.setObjective(this.scenario.objective.id);
  }

  /** Takes the question of a trace file that the reader dropped. @returns whether it could be read */
  async openFile(file: File): Promise<boolean> {
    const read = await this.#opening.traces(file);
    if ('problem' in read) {
      this.#question.say(read.problem);
      return false;
    }
    this.#question.say(say('notice.file-question', { name: file.name }));
    this.#question.adopt(read.file.scenario);
    return true;
  }

  notify(...messages: Message[]): void {
    this.#question.notify(...messages);
  }
  dismissNotices(): void {
    this.#question.dismissNotices();
  }

  /** Unless what is shown is the answer. */
  ask(): void {
    if (this.#status !== 'ready' || this.#answer?.scenario !== this.scenario) this.#again();
  }

  cancel(): void {
    this.#latest.stop();
    if (this.#status === 'computing') this.#status = 'idle';
  }

  /** After a failure: asks again. */
  retry(): void {
    this.#pool.tryAgain();
    if (this.#status === 'failed') this.#again();
  }

  /** Stops everything for good. */
  dispose(): void {
    this.#choosing.cancel();
    this.#stopHoping();
    this.#latest.stop();
  }

  #again(): void {
    this.#status = 'computing';
    this.#latest.ask(this.scenario);
  }

  /** A coarse answer is a matter of milliseconds: it is waited for, and overtaken as soon as it is there. */
  #diagnose(scenario: Scenario, { shown, over }: Telling): Work {
    const { objective, noise, budget, seed } = scenario;
    const show = (diagnosis: Diagnosis) => {
      this.#error = undefined;
      this.#answer = { scenario, diagnosis };
    };
    const job = this.#pool.ask(
      'diagnose',
      { objective, noise, budget, seed },
      {
        onPart: (part) => {
          if (!part) return;
          show(part);
          shown();
        },
      },
    );
    job.result
      .then(
        (diagnosis) => {
          show(diagnosis);
          if (scenario === this.scenario) this.#status = 'ready';
        },
        (error: unknown) => {
          if (error instanceof JobCancelled || scenario !== this.scenario) return;
          this.#error = errorMessage(error);
          this.#status = 'failed';
        },
      )
      .finally(over);
    return job;
  }
}
