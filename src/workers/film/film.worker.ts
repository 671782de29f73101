/** Makes an animation of the frames that it is sent; one at a time. */
import { Gif } from './gif.ts';
import type { Encoder, FilmPlan, FromFilm, ToFilm } from './protocol.ts';
import { NoEncoder, videoEncoder } from './video.ts';

const tell = (message: FromFilm, transfer: Transferable[] = []): void => postMessage(message, { transfer });

function gifEncoder(plan: FilmPlan): Encoder {
  const gif = new Gif(plan);
  const { width, height } = plan;
  const canvas = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
  return {
    type: 'image/gif',
    extension: 'gif',
    add(bitmap, ms) {
      canvas.drawImage(bitmap, 0, 0);
      return gif.add(canvas.getImageData(0, 0, width, height).data, ms);
    },
    end: () => gif.end(),
  };
}

let encoder: Encoder | undefined;

async function heed(message: ToFilm): Promise<void> {
  if (message.kind === 'begin') {
    const { plan } = message;
    encoder = plan.format === 'gif' ? gifEncoder(plan) : await videoEncoder(plan);
    tell({ kind: 'begun', type: encoder.type, extension: encoder.extension });
  } else if (message.kind === 'frame') {
    const bytes = await encoder!.add(message.bitmap, message.ms);
    message.bitmap.close();
    tell({ kind: 'taken', bytes });
  } else {
    const bytes = await encoder!.end();
    tell({ kind: 'made', bytes }, [bytes.buffer]);
  }
}

/** One message after another: encoders of video answer later. */
let last: Promise<void> = Promise.resolve();
onmessage = ({ data }: MessageEvent<ToFilm>) => {
  last = last
    .then(() => heed(data))
    .catch((error: unknown) => {
      const reason = error instanceof NoEncoder ? 'no-encoder' : 'broken';
      tell({ kind: 'failed', reason, detail: error instanceof Error ? error.message : String(error) });
    });
};
