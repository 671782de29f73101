/** Pictures as bitmaps. */
import type { Picture, Size } from './picture.ts';

/** Two pixels for each CSS px. */
export async function toPng(picture: Picture, scale = 2): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = picture.width * scale;
  canvas.height = picture.height * scale;
  await shown(picture, (image) =>
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height),
  );
  return await new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

/** To be handed to a worker, in as many pixels as asked for. */
export const toBitmap = (picture: Picture, { width, height }: Size): Promise<ImageBitmap> =>
  shown(picture, (image) => createImageBitmap(image, { resizeWidth: width, resizeHeight: height }));

async function shown<Made>({ svg }: Picture, use: (image: HTMLImageElement) => Made): Promise<Awaited<Made>> {
  await new Promise((resolve) => setTimeout(resolve));
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    // Drawing it is a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    return await use(image);
  } finally {
    URL.revokeObjectURL(url);
  }
}
