/** A part of a page with what it keeps: its code comes when it is first needed. */
export class Brought<Part> {
  #there = $state.raw<Part | undefined>();
  #error = $state.raw<unknown>();
  #coming: Promise<void> | undefined;
  readonly #load: () => Promise<Part>;

  /** @param load asks for the code, and makes what is kept */
  constructor(load: () => Promise<Part>) {
    this.#load = load;
  }

  /** Undefined until the code has come. */
  get there(): Part | undefined {
    return this.#there;
  }
  /** Why it has not come. */
  get error(): unknown {
    return this.#error;
  }

  /** Asks for the code, unless it is there or on its way; after a failure once more. Never rejects. */
  bring(): Promise<void> {
    this.#error = undefined;
    this.#coming ??= this.#load().then(
      (part) => void (this.#there = part),
      (error: unknown) => {
        this.#error = error;
        this.#coming = undefined;
      },
    );
    return this.#coming;
  }

  /** As {@link bring}; rejects where it does not come. */
  async get(): Promise<Part> {
    await this.bring();
    if (this.#there === undefined) throw this.#error;
    return this.#there;
  }
}
