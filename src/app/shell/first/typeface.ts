/**
 * The typeface of the interface. It weighs half as much as all the code of the first picture, and on a slow network took
 * turns with it: until it is there, words stand in `Before Inter` (styles/base.css), which is as wide and as high.
 */
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';

/** Without ¹, ² and ³: the file lacks the other superscripts, and 10¹⁰ must not be set in two typefaces. */
const LETTERS =
  'U+0000-00B1, U+00B4-00B8, U+00BA-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD';

/** It costs nothing to ask for it now: it lies in the page, or in what a page that was here before keeps. */
export const atHand = (): boolean =>
  inter.startsWith('data:') || Boolean(globalThis.navigator.serviceWorker?.controller);

let asked = false;

/** Asks for it once; words change to it when it is there. Where it does not come they stay as they are. */
export function bringTypeface(): void {
  if (asked) return;
  asked = true;
  const face = new FontFace('Inter Variable', `url("${inter}") format("woff2")`, {
    ...{ weight: '100 900', unicodeRange: LETTERS },
  });
  // Among the page's typefaces only now: each change of these lays out all that stands there.
  face.load().then(
    () => document.fonts.add(face),
    () => {},
  );
}
