/** Frames as a video, by what the browser encodes: MP4 where it can, WebM elsewhere. */
import {
  BufferTarget,
  CanvasSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
  type VideoCodec,
} from 'mediabunny';
import type { Encoder, FilmPlan } from './protocol.ts';

interface Kind {
  codec: VideoCodec;
  container: 'mp4' | 'webm';
}
/** The first that works is taken: what presentations play comes first. */
const KINDS: readonly Kind[] = [
  { codec: 'avc', container: 'mp4' },
  { codec: 'vp9', container: 'webm' },
  { codec: 'vp8', container: 'webm' },
];
/** Bits per second and pixel: lines and small words stay sharp. */
const BITS = 3;
/** Frames per second, at least: some players show nothing between frames that are far apart. */
const RATE = 10;

/** None of {@link KINDS} is encoded here. */
export class NoEncoder extends Error {}

/** A browser may say that it can, and then cannot: each is tried. */
export async function videoEncoder(plan: FilmPlan): Promise<Encoder> {
  const failures: string[] = [];
  if (typeof VideoEncoder === 'undefined') throw new NoEncoder('VideoEncoder');
  for (const kind of KINDS) {
    try {
      const trial = await begin(kind, plan);
      trial.paint((canvas) => canvas.fillRect(0, 0, 8, 8));
      await trial.source.add(0, 0.1);
      await trial.source.add(0.1, 0.1);
      await trial.output.finalize();
      return await encoder(kind, plan);
    } catch (error) {
      failures.push(`${kind.codec}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new NoEncoder(failures.join('; '));
}

async function begin({ codec, container }: Kind, { width, height }: FilmPlan) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false })!;
  const target = new BufferTarget();
  const format =
    container === 'mp4' ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat();
  const output = new Output({ format, target });
  const source = new CanvasSource(canvas, {
    codec,
    bitrate: Math.round(width * height * BITS),
    keyFrameInterval: 5,
  });
  output.addVideoTrack(source);
  await output.start();
  return { source, output, target, paint: (draw: (canvas: typeof context) => void) => draw(context) };
}

async function encoder(kind: Kind, plan: FilmPlan): Promise<Encoder> {
  const { source, output, target, paint } = await begin(kind, plan);
  let seconds = 0;
  const { container } = kind;
  return {
    type: `video/${container}`,
    extension: container,
    async add(bitmap, ms) {
      paint((canvas) => canvas.drawImage(bitmap, 0, 0));
      const count = Math.max(1, Math.round((ms / 1000) * RATE));
      const each = ms / 1000 / count;
      for (let i = 0; i < count; i++) {
        await source.add(seconds, each);
        seconds += each;
      }
      return target.buffer?.byteLength ?? 0;
    },
    async end() {
      await output.finalize();
      return new Uint8Array(target.buffer!);
    },
  };
}
