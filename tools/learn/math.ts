/** Formulas: TeX, as it is written in a chapter, to MathML, as a browser draws it by itself. */
import temml from 'temml';

/**
 * @param display a line of its own
 * @throws {Error} where the TeX cannot be read
 */
export function mathml(tex: string, display: boolean): string {
  if (/\\(left|right)\b/.test(tex))
    throw new Error('\\left and \\right leave a gap in Firefox; write plain brackets, or \\big.');
  const made = temml.renderToString(tex, { displayMode: display, throwOnError: true });
  // Neither styles nor classes: the page allows no style attributes, and its own typeface serves.
  return made.replace(/ (?:style|class)="[^"]*"/g, '');
}
