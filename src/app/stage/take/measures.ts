/** Sizes, speeds, and how large a file comes to be. */
import type { Size } from '#charts/picture/index.ts';
import type { FilmFormat } from '#workers/film/client.ts';

export const SIZES = [
  { id: '960x540', width: 960, height: 540 },
  { id: '1280x720', width: 1280, height: 720 },
  { id: '1920x1080', width: 1920, height: 1080 },
] as const;
/** Trials a second. */
export const SPEEDS = [0.5, 1, 2, 4, 8] as const;

/** Px of a picture's title and link. */
export const typeOf = ({ width }: Size): number =>
  width < 700 ? 11 : width < 1100 ? 13 : width < 1600 ? 15 : 18;

/** Bytes a pixel and picture of a GIF: of curves, and of maps of colours. */
const GIF = { curves: 0.03, maps: 0.05 };
/** Of a video, pixel and second. */
const VIDEO = 0.08;

/** About; what becomes of it depends on what changes. */
export function estimatedBytes(film: {
  format: FilmFormat;
  size: Size;
  seconds: number;
  frames: number;
  maps: boolean;
}): number {
  const pixels = film.size.width * film.size.height;
  return film.format === 'gif'
    ? pixels * film.frames * GIF[film.maps ? 'maps' : 'curves']
    : pixels * film.seconds * VIDEO;
}
