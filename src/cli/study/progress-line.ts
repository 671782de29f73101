/** How far a study is: on a terminal, on one line that is written again and again; in a log, a line now and then. */
const EVERY = 200;
const EVERY_IN_LOGS = 60_000;

export class ProgressLine {
  readonly #total: number;
  readonly #before: number;
  readonly #started = performance.now();
  readonly #terminal = process.stderr.isTTY === true;
  #shown: number;
  #done: number;

  /** @param done runs that were there before */
  constructor(total: number, done: number) {
    this.#total = total;
    this.#before = done;
    this.#done = done;
    this.#shown = this.#terminal ? 0 : this.#started;
  }

  add(runs: number): void {
    this.#done += runs;
    const now = performance.now();
    if (now - this.#shown < (this.#terminal ? EVERY : EVERY_IN_LOGS)) return;
    this.#shown = now;
    const left = ((now - this.#started) / (this.#done - this.#before)) * (this.#total - this.#done);
    const percent = Math.floor((100 * this.#done) / this.#total);
    const text = `${this.#done}/${this.#total} runs · ${percent}% · ${duration(left)} left`;
    process.stderr.write(this.#terminal ? `\r\u001b[K${text}` : `${text}\n`);
  }

  /** Leaves an empty line for what is said next. */
  clear(): void {
    if (this.#terminal) process.stderr.write('\r\u001b[K');
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
