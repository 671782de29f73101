/** Boxes and words of the page, as marks of a picture. */
import { measured, node, words } from './node.ts';
import { gradientNode, paintOf, readGradient, type Box } from './paint.ts';

export interface Canvas {
  /** What is drawn on. */
  root: Element;
  /** Px of the page at which the picture begins. */
  left: number;
  top: number;
  /** A name that nothing else in the picture has. */
  unique: () => string;
}

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

/** Ground, edges and lines of an element. */
export function drawBox({ root, unique }: Canvas, style: CSSStyleDeclaration, box: Box): void {
  const { x, y, width, height } = box;
  if (width <= 0 || height <= 0) return;
  const round = roundness(style.borderTopLeftRadius, width);
  const shape = { ...box, ...(round > 0 && { rx: Math.min(round, height / 2) }) };
  const ground = paintOf(style.backgroundColor);
  if (ground.colour !== 'none') root.append(node('rect', { ...shape, ...filled(ground) }));
  const gradient = style.backgroundImage === 'none' ? undefined : readGradient(style.backgroundImage);
  if (gradient) {
    const id = unique();
    const ground = painted(style, box);
    const seen = style.backgroundRepeat.includes('no-repeat') ? ground : shape;
    root.append(gradientNode(id, gradient, ground), node('rect', { ...seen, fill: `url(#${id})` }));
  }
  // A line within the box, as tables have it under their rows.
  const [, line] = /^(rgba?\([^)]+\)|color\([^)]+\)) 0px -1px 0px 0px inset$/.exec(style.boxShadow) ?? [];
  if (line) root.append(node('rect', { x, y: y + height - 1, width, height: 1, ...filled(paintOf(line)) }));
  drawEdges(root, style, box, round);
}

function drawEdges(root: Element, style: CSSStyleDeclaration, { x, y, width, height }: Box, round: number) {
  const edges = SIDES.map((side) => ({
    side,
    wide:
      style.getPropertyValue(`border-${side}-style`) === 'none'
        ? 0
        : parseFloat(style.getPropertyValue(`border-${side}-width`)),
    colour: style.getPropertyValue(`border-${side}-color`),
    dashed: style.getPropertyValue(`border-${side}-style`) === 'dashed',
  }));
  const [first] = edges;
  if (edges.every(({ wide, colour }) => wide === first.wide && colour === first.colour)) {
    const ink = paintOf(first.colour);
    const { wide, dashed } = first;
    if (wide === 0 || ink.colour === 'none') return;
    const inside = { x: x + wide / 2, y: y + wide / 2, width: width - wide, height: height - wide };
    if (inside.width < 0 || inside.height < 0) return;
    root.append(
      node('rect', {
        ...inside,
        ...(round > 0 && { rx: Math.min(round, height / 2) }),
        fill: 'none',
        ...stroked(ink.colour, ink.opacity, wide, dashed),
      }),
    );
    return;
  }
  for (const { side, wide, colour, dashed } of edges) {
    const ink = paintOf(colour);
    if (wide === 0 || ink.colour === 'none') continue;
    const [near, far] = side === 'top' || side === 'left' ? [wide / 2, wide / 2] : [-wide / 2, -wide / 2];
    const at =
      side === 'top' || side === 'bottom'
        ? {
            x1: x,
            x2: x + width,
            y1: (side === 'top' ? y : y + height) + near,
            y2: (side === 'top' ? y : y + height) + far,
          }
        : {
            y1: y,
            y2: y + height,
            x1: (side === 'left' ? x : x + width) + near,
            x2: (side === 'left' ? x : x + width) + far,
          };
    root.append(node('line', { ...at, ...stroked(ink.colour, ink.opacity, wide, dashed) }));
  }
}

const filled = ({ colour, opacity }: { colour: string; opacity: number }) => ({
  fill: colour,
  ...(opacity < 1 && { 'fill-opacity': opacity }),
});
const stroked = (colour: string, opacity: number, width: number, dashed: boolean) => ({
  stroke: colour,
  'stroke-width': width,
  ...(opacity < 1 && { 'stroke-opacity': opacity }),
  ...(dashed && { 'stroke-dasharray': `${width * 2} ${width * 2}` }),
});
const roundness = (radius: string, width: number): number =>
  radius.endsWith('%') ? (parseFloat(radius) / 100) * width : parseFloat(radius) || 0;

/** What a background is stretched over, and from where. */
function painted(style: CSSStyleDeclaration, box: Box): Box {
  const [wide, tall = 'auto'] = style.backgroundSize.split(' ');
  const width = lengthOf(wide, box.width) ?? box.width;
  const height = lengthOf(tall, box.height) ?? box.height;
  const x = box.x + (lengthOf(style.backgroundPositionX, box.width - width) ?? 0);
  const y = box.y + (lengthOf(style.backgroundPositionY, box.height - height) ?? 0);
  return { x, y, width, height };
}
/** @returns px of a whole; undefined for what is no length */
function lengthOf(said: string, whole: number): number | undefined {
  if (!/^-?[\d.]+(%|px)$/.test(said)) return undefined;
  return said.endsWith('%') ? (parseFloat(said) / 100) * whole : parseFloat(said);
}

const ascents = new Map<string, { ascent: number; descent: number }>();

/** Px over and under the base line of a font, of what its lines take. */
function metricsOf(font: string) {
  let known = ascents.get(font);
  if (!known) {
    const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = measured('x', font);
    ascents.set(font, (known = { ascent, descent }));
  }
  return known;
}

interface Line {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The words of a text node as its lines stand, each an element of its own. @returns the boxes they take, in px of the page */
export function drawWords(
  canvas: Canvas,
  text: Text,
  style: CSSStyleDeclaration,
  within: DOMRect | undefined,
): Line[] {
  const lines = linesOf(text);
  const size = parseFloat(style.fontSize);
  const { ascent, descent } = metricsOf(
    `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`,
  );
  const ink = paintOf(style.color);
  for (const line of lines) {
    // Cut where the box that it stands in is, as the page does.
    if (within && style.textOverflow === 'ellipsis' && line.right > within.right + 1)
      cut(line, text, within.right, size);
    const middle = (line.top + line.bottom) / 2;
    const y = middle + (ascent - descent) / 2 - canvas.top;
    const said = style.textTransform === 'uppercase' ? line.text.toUpperCase() : line.text;
    const element = words(said, line.left - canvas.left, y, {
      size,
      colour: ink.colour,
      weight: Number(style.fontWeight),
    });
    if (ink.opacity < 1) element.setAttribute('fill-opacity', String(ink.opacity));
    if (style.fontStyle !== 'normal') element.setAttribute('font-style', style.fontStyle);
    if (style.fontVariantNumeric !== 'normal') element.style.fontVariantNumeric = style.fontVariantNumeric;
    if (style.letterSpacing !== 'normal') element.setAttribute('letter-spacing', style.letterSpacing);
    if (style.textDecorationLine !== 'none')
      element.setAttribute('text-decoration', style.textDecorationLine);
    canvas.root.append(element);
  }
  return lines;
}

/** What is chosen of a list: the list itself is no part of a picture. */
export function drawChosen(
  { root }: Canvas,
  list: HTMLSelectElement,
  style: CSSStyleDeclaration,
  box: Box,
): void {
  const chosen = list.selectedOptions[0]?.label ?? '';
  const size = parseFloat(style.fontSize);
  const x = box.x + (parseFloat(style.paddingLeft) || 0);
  root.append(
    words(chosen, x, box.y + box.height / 2 + size * 0.36, { size, colour: paintOf(style.color).colour }),
  );
}

function linesOf(text: Text): Line[] {
  const { data } = text;
  const first = data.search(/\S/);
  if (first < 0) return [];
  const last = data.trimEnd().length;
  const range = document.createRange();
  range.setStart(text, first);
  range.setEnd(text, last);
  const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
  if (boxes.length === 0) return [];
  if (boxes.every(({ top }) => Math.abs(top - boxes[0].top) < 2)) {
    const { left, top, bottom } = boxes[0];
    const right = Math.max(...boxes.map((box) => box.right));
    return [{ text: collapsed(data.slice(first, last)), left, right, top, bottom }];
  }
  const lines: Line[] = [];
  for (let i = first; i < last; i++) {
    range.setStart(text, i);
    range.setEnd(text, i + 1);
    const box = range.getClientRects()[0] as DOMRect | undefined;
    if (!box) continue;
    const { left, right, top, bottom } = box;
    const line = lines.at(-1);
    if (line && Math.abs(line.top - top) < 2) {
      line.text += data[i];
      line.right = right;
    } else if (/\S/.test(data[i])) lines.push({ text: data[i], left, right, top, bottom });
  }
  return lines.map((line) => ({ ...line, text: collapsed(line.text) }));
}

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();

function cut(line: Line, text: Text, right: number, size: number): void {
  const range = document.createRange();
  const offset = text.data.indexOf(line.text);
  if (offset < 0) return;
  let end = line.text.length;
  for (; end > 0; end--) {
    range.setStart(text, offset);
    range.setEnd(text, offset + end);
    if (range.getBoundingClientRect().right <= right - size * 0.9) break;
  }
  line.text = `${line.text.slice(0, end).trimEnd()}…`;
  line.right = right;
}
