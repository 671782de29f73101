/**
 * Work for the latest of many questions, while dials are being turned. A question that is overtaken is given up as soon as it has
 * shown something, or after a while: so the screen follows a moving dial, and never works through what nobody sees any more.
 */
export interface Work {
  /** Gives it up; nothing more is heard of it. */
  cancel: () => void;
}

/** What work tells: that it has shown something, that it has ended. */
export interface Telling {
  shown: () => void;
  over: () => void;
}

interface Begun {
  work: Work | undefined;
  shown: boolean;
}

/** An overtaken question may take this long, in milliseconds, to show something. */
const PATIENCE = 300;

export class Latest<Question> {
  readonly #begin: (question: Question, tell: Telling) => Work;
  readonly #patience: number;
  #work: Begun | undefined;
  #waiting: { question: Question } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(begin: (question: Question, tell: Telling) => Work, patience = PATIENCE) {
    this.#begin = begin;
    this.#patience = patience;
  }

  ask(question: Question): void {
    this.#waiting = { question };
    if (!this.#work || this.#work.shown) this.#next();
    else this.#timer ??= setTimeout(() => this.#next(), this.#patience);
  }

  /** Gives up what is being worked on and what waits. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
    this.#work?.work?.cancel();
    this.#work = undefined;
  }

  #next(): void {
    const { question } = this.#waiting!;
    this.stop();
    const own: Begun = { work: undefined, shown: false };
    this.#work = own;
    own.work = this.#begin(question, {
      shown: () => {
        if (this.#work !== own) return;
        own.shown = true;
        if (this.#waiting) this.#next();
      },
      over: () => {
        if (this.#work !== own) return;
        this.#work = undefined;
        if (this.#waiting) this.#next();
      },
    });
  }
}
