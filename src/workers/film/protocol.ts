/** What is said to the worker that makes animations, and what it says. */

export type FilmFormat = 'gif' | 'video';

export interface FilmPlan {
  format: FilmFormat;
  /** Px; even, as encoders of video want it. */
  width: number;
  height: number;
  /** Frames to come. */
  frames: number;
  /** Bytes that a GIF is to stay within. */
  limit: number;
}

export type ToFilm =
  | { kind: 'begin'; plan: FilmPlan }
  /** A frame, and ms that it stays on screen. */
  | { kind: 'frame'; bitmap: ImageBitmap; ms: number }
  | { kind: 'end' };

export type FromFilm =
  /** What the file will be. */
  | { kind: 'begun'; type: string; extension: string }
  | { kind: 'taken'; bytes: number }
  | { kind: 'made'; bytes: Uint8Array<ArrayBuffer> }
  /** `no-encoder`: this browser encodes no video. */
  | { kind: 'failed'; reason: 'no-encoder' | 'broken'; detail: string };

export interface Encoder {
  readonly type: string;
  readonly extension: string;
  /** @returns bytes so far */
  add: (bitmap: ImageBitmap, ms: number) => Promise<number> | number;
  end: () => Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>;
}
