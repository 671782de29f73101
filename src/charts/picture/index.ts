/** Pictures to take along; asked for as one file, when somebody does. */
export { pictureOf, roomIn, type Picture, type PictureParts, type Size, type Source } from './picture.ts';
export { toBitmap, toPng } from './raster.ts';
