/** Elements of an SVG that is being written, and words in it. */
import { textWidth } from '../scales.ts';

export type Attributes = Readonly<Record<string, string | number>>;

/** The serialiser writes the namespace. */
export const node = (name: string, attributes: Attributes = {}): SVGElement =>
  set(document.createElementNS('http://www.w3.org/2000/svg', name), attributes);

export function set(element: SVGElement, attributes: Attributes): SVGElement {
  for (const [name, value] of Object.entries(attributes))
    element.setAttribute(name, typeof value === 'number' ? String(rounded(value)) : value);
  return element;
}

/** Hundredths of a pixel: nobody sees less, and files are a third shorter. */
export const rounded = (px: number): number => Math.round(px * 100) / 100;

export interface Type {
  size: number;
  colour: string;
  weight?: number;
}

export function words(
  content: string,
  x: number,
  y: number,
  { size, colour, weight = 400 }: Type,
): SVGElement {
  const element = node('text', { x, y, fill: colour, 'font-size': size });
  if (weight !== 400) element.setAttribute('font-weight', String(weight));
  element.textContent = content;
  return element;
}

let ruler: CanvasRenderingContext2D | undefined;
/** @param font as in a style sheet's `font` */
export function measured(content: string, font: string): TextMetrics {
  if (!ruler) {
    ruler = document.createElement('canvas').getContext('2d')!;
    // A canvas keeps the shapes of all words that it has ever measured, half a megabyte of them: it goes with its task.
    setTimeout(() => (ruler = undefined));
  }
  ruler.font = font;
  return ruler.measureText(content);
}

/** As many lines as it takes. Chinese has no spaces: it may break between any two characters; so may a link. */
export function wrapWords(content: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of content.split(/(?<=[\s\u2e80-\u9fff\uff00-\uff60&,])/u)) {
    if (line !== '' && textWidth(line + piece, size) > width) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trim()];
}
