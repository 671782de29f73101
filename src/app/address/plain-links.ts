/** Whole links that hold a place and nothing of what is on screen: to be sent to others. */

/** `https://…/#/play/AE0001JW`. @param place page and part, without `#/` */
export const linkTo = (place: string, href: string = window.location.href): string =>
  `${href.replace(/#.*$/s, '')}#/${place}`;

/** The app as a single file: its links lead to a place on this disk. */
export const isFile = (href: string = window.location.href): boolean => href.startsWith('file:');

/** Nobody else can open what a computer serves to itself, or from its disk. */
export const isLocal = (href: string = window.location.href): boolean =>
  /^(file:|https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(?=[:/]|$))/i.test(href);
