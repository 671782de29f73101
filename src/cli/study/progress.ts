/** How far a study is, on one line of the terminal that is written again and again. */
const EVERY = 200;

export class Progress {
  readonly #total: number;
  readonly #before: number;
  readonly #started = performance.now();
  #shown = 0;
  #done: number;

  /** @param done runs that were there before */
  constructor(total: number, done: number) {
    this.#total = total;
    this.#before = done;
    this.#done = done;
  }

  add(runs: number): void {
    this.#done += runs;
    const now = performance.now();
    if (!process.stderr.isTTY || now - this.#shown < EVERY) return;
    this.#shown = now;
    const left = ((now - this.#started) / (this.#done - this.#before)) * (this.#total - this.#done);
    const percent = Math.floor((100 * this.#done) / this.#total);
    process.stderr.write(
      `\r\u001b[K${this.#done}/${this.#total} runs · ${percent}% · ${duration(left)} left`,
    );
  }

  /** Leaves an empty line for what is said next. */
  clear(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  }

  get seconds(): number {
    return (performance.now() - this.#started) / 1000;
  }
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
}
