/** An animation in the making: a picture for each trial, one after another, while the page goes on. */
import type { Picture, Size } from '#charts/picture/index.ts';
import { Film, FilmError, type FilmFile, type FilmFormat } from '#workers/film/client.ts';

export interface FilmWish extends Size {
  format: FilmFormat;
  /** Trials a second. */
  speed: number;
  /** The last trial that is shown; the first picture is of none. */
  until: number;
}

/** ms that the first picture stays, at least, and the last one: what begins anew has to be seen to end. */
const FIRST = 800;
const LAST = 2500;
/** Bytes of a GIF of 1280 × 720 and thirty trials, at most; of others as many for each pixel. */
const LIMIT = 10e6;
const COMMON = 1280 * 720 * 31;

/** Of every picture how long it stays, in ms. */
export const durations = ({ speed, until }: Pick<FilmWish, 'speed' | 'until'>): number[] =>
  Array.from({ length: until + 1 }, (_, t) => {
    const each = 1000 / speed;
    return t === until ? Math.max(each, LAST) : t === 0 ? Math.max(each, FIRST) : each;
  });
export const secondsOf = (wish: Pick<FilmWish, 'speed' | 'until'>): number =>
  durations(wish).reduce((a, b) => a + b, 0) / 1000;

export type FilmStatus = 'idle' | 'running' | 'done' | 'cancelled' | 'failed';

export class Filming {
  status = $state<FilmStatus>('idle');
  /** Pictures that are in it, of how many. */
  done = $state(0);
  total = $state(0);
  /** So far; of a video known at the end only. */
  bytes = $state(0);
  error = $state.raw<unknown>();
  #film: Film | undefined;
  #turn = 0;
  readonly #make: () => Film;

  constructor(make: () => Film = () => new Film()) {
    this.#make = make;
  }

  /**
   * @param shoot a picture of the stage at a trial
   * @param bitmap of such a picture, in its size
   * @returns the file; undefined where it was cancelled or failed
   */
  async run(
    wish: FilmWish,
    shoot: (trial: number) => Promise<Picture>,
    bitmap: (picture: Picture, size: Size) => Promise<ImageBitmap>,
  ): Promise<FilmFile | undefined> {
    const turn = ++this.#turn;
    const stays = durations(wish);
    this.status = 'running';
    this.done = this.bytes = 0;
    this.total = stays.length;
    this.error = undefined;
    const film = (this.#film = this.#make());
    try {
      const { format, width, height } = wish;
      const frames = stays.length;
      const limit = LIMIT * Math.max(1, (width * height * frames) / COMMON);
      await film.begin({ format, width, height, frames, limit });
      let taken: Promise<number> = Promise.resolve(0);
      for (let t = 0; t < frames && turn === this.#turn; t++) {
        const frame = await bitmap(await shoot(t), wish);
        // The one before is encoded while this one is drawn.
        this.bytes = await taken;
        if (turn !== this.#turn) return undefined;
        taken = film.add(frame, stays[t]);
        // Heard of when it is waited for; whoever has cancelled does not.
        taken.catch(() => {});
        this.done = t + 1;
      }
      this.bytes = await taken;
      if (turn !== this.#turn) return undefined;
      const file = await film.end();
      if (turn !== this.#turn) return undefined;
      this.bytes = file.bytes.length;
      this.status = 'done';
      return file;
    } catch (error) {
      if (turn !== this.#turn) return undefined;
      this.error = error;
      this.status = 'failed';
      return undefined;
    } finally {
      film.dispose();
    }
  }

  cancel(): void {
    if (this.status !== 'running') return;
    this.#turn += 1;
    this.status = 'cancelled';
    this.#film?.dispose();
  }
}

export const makesNoVideo = (error: unknown): boolean =>
  error instanceof FilmError && error.reason === 'no-encoder';
