/** The page's end of the worker that makes animations. */
import type { FilmPlan, FromFilm, ToFilm } from './protocol.ts';

export type { FilmFormat, FilmPlan } from './protocol.ts';

export class FilmError extends Error {
  readonly reason: 'no-encoder' | 'broken' | 'lost';
  constructor(reason: FilmError['reason'], detail: string) {
    super(detail);
    this.reason = reason;
  }
}

export interface FilmFile {
  bytes: Uint8Array<ArrayBuffer>;
  /** Media type. */
  type: string;
  extension: string;
}

/** An animation in the making. Each call is answered before the next is made. */
export class Film {
  readonly #worker = new Worker(new URL('./film.worker.ts', import.meta.url), {
    type: 'module',
    name: 'film',
  });
  #file = { type: '', extension: '' };
  #answer: { take: (message: FromFilm) => void; fail: (error: Error) => void } | undefined;

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<FromFilm>) => {
      const answer = this.#answer;
      this.#answer = undefined;
      if (data.kind === 'failed') answer?.fail(new FilmError(data.reason, data.detail));
      else answer?.take(data);
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#answer?.fail(new FilmError('lost', event.message));
      this.#answer = undefined;
    };
  }

  /** @throws {FilmError} where this browser encodes no video, or the worker's code does not come */
  async begin(plan: FilmPlan): Promise<void> {
    const begun = await this.#ask({ kind: 'begin', plan });
    if (begun.kind === 'begun') this.#file = { type: begun.type, extension: begun.extension };
  }
  /** @returns bytes so far; 0 where they are not known before the end */
  async add(bitmap: ImageBitmap, ms: number): Promise<number> {
    const taken = await this.#ask({ kind: 'frame', bitmap, ms }, [bitmap]);
    return taken.kind === 'taken' ? taken.bytes : 0;
  }
  async end(): Promise<FilmFile> {
    const made = await this.#ask({ kind: 'end' });
    if (made.kind !== 'made') throw new FilmError('broken', made.kind);
    return { bytes: made.bytes, ...this.#file };
  }
  /** Gives it up, or lets the worker go after the end. */
  dispose(): void {
    this.#worker.terminate();
    this.#answer?.fail(new FilmError('lost', ''));
    this.#answer = undefined;
  }

  #ask(message: ToFilm, transfer: Transferable[] = []): Promise<FromFilm> {
    return new Promise((take, fail) => {
      this.#answer = { take, fail };
      this.#worker.postMessage(message, transfer);
    });
  }
}
