/**
 * A figure as it is on screen, as one picture that stands alone: styles written into every mark, title and legend drawn
 * along, the panel's colour behind.
 */
import { markerPath, drawingOf } from '../markers.ts';
import { textWidth } from '../scales.ts';
import type { Series } from '../types.ts';

export interface FigureParts {
  title: string;
  /** Series that are shown; none where the figure needs no legend. */
  series: readonly Series[];
  /** Holds the plots, any number of `svg.plot`, as they are laid out, and maps under them, as `canvas`. */
  element: HTMLElement;
}

const KEPT = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray'],
  ...['stroke-linecap', 'stroke-linejoin', 'opacity', 'paint-order', 'font-size', 'font-weight'],
  ...['font-variant-numeric', 'text-anchor', 'visibility'],
];
const MARGIN = 16;
/** Width of the plots, at least: titles and legends need room, too. */
const LEAST = 320;

/** @returns an SVG document with its size in CSS px */
export function figureToSvg({ title, series, element }: FigureParts): {
  svg: string;
  width: number;
  height: number;
} {
  const style = getComputedStyle(element);
  const size = parseFloat(style.fontSize);
  const plots = placed(element);
  const width = Math.ceil(Math.max(...plots.map(({ right }) => right), LEAST)) + 2 * MARGIN;
  const root = node('svg');
  const titleLines = wrap(title, width - 2 * MARGIN, size * 1.25);
  let y = MARGIN;
  for (const line of titleLines) {
    y += size * 1.5;
    root.append(text(line, MARGIN, y, size * 1.25, style, '600'));
  }
  y += size * 0.6;
  y = drawLegend(root, series, { y, width, size, style });
  for (const map of mapsIn(element)) {
    const { left, top, width: wide, height: tall, href } = map;
    const place = { x: MARGIN + left, y: y + top, width: wide, height: tall };
    root.append(node('image', { ...place, href, preserveAspectRatio: 'none' }));
  }
  for (const { plot, left, top } of plots) {
    const group = node('g');
    group.setAttribute('transform', `translate(${MARGIN + left},${y + top})`);
    group.append(...standalone(plot).childNodes);
    root.append(group);
  }
  const height = Math.ceil(y + Math.max(...plots.map(({ bottom }) => bottom), 0) + MARGIN);
  set(root, {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': style.fontFamily.replaceAll('"', "'"),
  });
  root.prepend(node('rect', { width, height, fill: style.getPropertyValue('--panel').trim() || '#ffffff' }));
  return { svg: new XMLSerializer().serializeToString(root), width, height };
}

/** The plots within the figure, where they would be if nothing had to scroll. */
function placed(element: HTMLElement) {
  const box = element.getBoundingClientRect();
  return Array.from(element.querySelectorAll<SVGSVGElement>('svg.plot'), (plot) => {
    const { left: x, top: y, width, height } = plot.getBoundingClientRect();
    let scrolled = 0;
    for (let outer = plot.parentElement; outer && outer !== element; outer = outer.parentElement)
      scrolled += outer.scrollLeft;
    const left = x - box.left + scrolled;
    const top = y - box.top;
    return { plot, left, top, right: left + width, bottom: top + height };
  });
}

/** Fields of colours, pixel by pixel. */
function mapsIn(element: HTMLElement) {
  const box = element.getBoundingClientRect();
  return Array.from(element.querySelectorAll('canvas'), (canvas) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return { left: left - box.left, top: top - box.top, width, height, href: canvas.toDataURL() };
  });
}

/** The same as a bitmap, two pixels for each CSS px. */
export async function figureToPng(parts: FigureParts): Promise<Blob> {
  const { svg, width, height } = figureToSvg(parts);
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * 2;
    canvas.height = height * 2;
    canvas.getContext('2d')!.drawImage(image, 0, 0, width * 2, height * 2);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

type Cell = string | number | null;

/** RFC 4180, with the byte-order mark that Excel needs to read UTF-8. */
export function tableToCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cell = (value: Cell) => {
    if (value === null || (typeof value === 'number' && Number.isNaN(value))) return '';
    const said = String(value);
    return /[",\r\n]/.test(said) ? `"${said.replaceAll('"', '""')}"` : said;
  };
  return `\uFEFF${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A copy whose marks carry their computed styles. */
function standalone(plot: SVGSVGElement): SVGSVGElement {
  const copy = plot.cloneNode(true) as SVGSVGElement;
  const copies = copy.querySelectorAll('*');
  plot.querySelectorAll('*').forEach((mark, i) => {
    const style = getComputedStyle(mark);
    for (const name of KEPT) {
      const value = style.getPropertyValue(name);
      if (value !== '') copies[i].setAttribute(name, value);
    }
    copies[i].removeAttribute('class');
    copies[i].removeAttribute('style');
  });
  // What only the pointer sees.
  for (const reach of copy.querySelectorAll('[data-reach]')) reach.remove();
  return copy;
}

interface Place {
  y: number;
  width: number;
  size: number;
  style: CSSStyleDeclaration;
}

/** @returns the height below the legend */
function drawLegend(root: SVGElement, series: readonly Series[], { y, width, size, style }: Place): number {
  if (series.length === 0) return y;
  let x = MARGIN;
  let line = y + size;
  for (const { label, colour, marker, dash, points } of series) {
    const room = size * 3 + textWidth(label, size);
    if (x > MARGIN && x + room > width - MARGIN) {
      x = MARGIN;
      line += size * 1.6;
    }
    const ink = resolved(colour, style);
    const filled = drawingOf(marker) === 'filled';
    const y = line - size * 0.35;
    const sample = { x1: x, x2: x + size * 2.2, y1: y, y2: y, stroke: ink, 'stroke-width': 2 };
    const mark = {
      d: markerPath(marker, size * 0.4),
      transform: `translate(${x + size * 1.1},${y})`,
      fill: filled ? ink : resolved('var(--panel)', style),
      stroke: filled ? 'none' : ink,
      'stroke-width': 2,
    };
    root.append(
      ...(points ? [] : [node('line', { ...sample, ...(dash && { 'stroke-dasharray': dash }) })]),
      node('path', mark),
      text(label, x + size * 2.7, line, size, style),
    );
    x += room + size;
  }
  return line + size;
}

/** `var(--name)` as the colour that it stands for. */
const resolved = (colour: string, style: CSSStyleDeclaration): string => {
  const [, name] = /^var\((--[\w-]+)/.exec(colour) ?? [];
  return name ? style.getPropertyValue(name).trim() || 'currentColor' : colour;
};

function wrap(words: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  // Chinese has no spaces: it may break between any two characters.
  for (const piece of words.split(/(?<=[\s\u2e80-\u9fff\uff00-\uff60])/u)) {
    if (line !== '' && textWidth(line + piece, size) > width) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trim()];
}

function text(
  content: string,
  x: number,
  y: number,
  size: number,
  style: CSSStyleDeclaration,
  weight = '400',
): SVGElement {
  const element = node('text', { x, y, fill: style.color, 'font-weight': weight, 'font-size': `${size}px` });
  element.textContent = content;
  return element;
}

/** The serialiser writes the namespace. */
const node = (name: string, attributes: Attributes = {}): SVGElement =>
  set(document.createElementNS('http://www.w3.org/2000/svg', name), attributes);

type Attributes = Record<string, string | number>;
function set(element: SVGElement, attributes: Attributes): SVGElement {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
