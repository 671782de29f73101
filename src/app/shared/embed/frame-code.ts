/** What another page writes to show a part of this one. */
import type { PageOptions } from '../../address/options.ts';

/** A part of a page that can stand in a frame. */
export interface Frame {
  readonly id: string;
  /** What it is called where it is chosen. */
  readonly label: string;
  /** What readers who do not see it are told that it is. */
  readonly title: string;
  readonly options: Partial<PageOptions>;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** As high as a picture with its clock needs it; its width is that of the text around. */
const HEIGHT = 480;

/**
 * HTML of a frame. Its size is in attributes, which pages that allow no styles let pass.
 * @param src whole address, with `embed=1`
 */
export const frameCode = (src: string, title: string): string =>
  `<iframe src="${escaped(src)}" title="${escaped(`Trial by Trial: ${title}`)}" width="100%" height="${HEIGHT}" ` +
  `frameborder="0" loading="lazy" allow="fullscreen; clipboard-write"></iframe>`;
