/**
 * A part of the page as one picture that stands alone: a title, what is on screen with its styles written into every mark,
 * where it comes from, and its typeface. Of figures and of the stage, and of every picture of an animation.
 */
import type { Series } from '../types.ts';
import { fontSheet } from './font.ts';
import { drawLegend } from './legend.ts';
import { measured, node, set, words, wrapWords } from './node.ts';
import { paintOf } from './paint.ts';
import { walk, type Walk } from './walk.ts';

export interface Source {
  /** Whose picture it is. */
  name: string;
  /** Where it can be seen again. */
  link: string;
}

export interface PictureParts extends Walk {
  title: string;
  /** What else is said of it, beside or under the title. */
  note?: string | undefined;
  /** Stands at the other end of the title's line. */
  moment?: string | undefined;
  /** Series of a legend that the element has not; none where it needs none. */
  series?: readonly Series[] | undefined;
  /** As it is laid out. */
  element: HTMLElement;
  source: Source;
  /** Px of the whole picture; by default as large as what is in it. */
  size?: Size | undefined;
  /** Px of type of title and note; by default as the element's. */
  type?: number | undefined;
}
export interface Size {
  width: number;
  height: number;
}
export interface Picture extends Size {
  /** An SVG document. */
  svg: string;
}

const MARGIN = 16;
/** Width of what is drawn, at least: titles and legends need room, too. */
const LEAST = 320;
/** Ms of work between two rests. */
const SLICE = 12;
/** Lines of a link at most: more is no line to read, and the file holds the whole. */
const LINK_LINES = 2;

/** What a picture of a given size has left for what is drawn in it. */
export function roomIn(
  size: Size,
  parts: Pick<PictureParts, 'title' | 'note' | 'moment' | 'source'>,
  type: number,
): Size {
  const head = headOf(parts, size.width, type);
  const foot = footOf(parts.source, size.width, type);
  return { width: size.width - 2 * MARGIN, height: size.height - head.height - foot.height };
}

/** @throws {Error} where the element leaves the page meanwhile: it has no size then, and no type */
export async function pictureOf(parts: PictureParts): Promise<Picture> {
  const sheet = await fontSheet();
  const steps = drawn(parts, sheet);
  let begun = performance.now();
  for (;;) {
    if (!parts.element.isConnected) throw new Error('It is no longer on the page.');
    const step = steps.next();
    if (step.done) return step.value;
    if (step.value !== 'rest' && performance.now() - begun < SLICE) continue;
    // The page goes on meanwhile; what is photographed had better not change.
    await new Promise((resolve) => setTimeout(resolve));
    begun = performance.now();
  }
}

function* drawn(parts: PictureParts, sheet: string): Generator<void | 'rest', Picture> {
  const { element, source, series = [], size } = parts;
  const style = getComputedStyle(element);
  const type = parts.type ?? parseFloat(style.fontSize);
  const body = node('g');
  const extent = yield* walk(element, body, { x: 0, y: 0 }, parts);
  const width = size?.width ?? Math.ceil(Math.max(extent.right, LEAST)) + 2 * MARGIN;
  const head = headOf(parts, width, type);
  const foot = footOf(source, width, type);
  const root = node('svg');
  const ink = { colour: style.color, size: type };
  const faint = { colour: style.getPropertyValue('--ink-2').trim() || style.color, size: type };
  for (const { text, x, y, weight, quiet } of head.lines)
    root.append(
      words(text, x, y, { ...(quiet ? faint : ink), size: weight > 400 ? type * 1.25 : type, weight }),
    );
  const top = drawLegend(root, series, {
    left: MARGIN,
    y: head.height,
    right: width - MARGIN,
    size: type,
    style,
  });
  // What is centred in a taller place begins where its marks do.
  const down = size ? 0 : Math.floor(Math.min(Math.max(0, extent.top), extent.bottom));
  body.setAttribute('transform', `translate(${MARGIN},${top - down})`);
  root.append(body);
  const height = size?.height ?? Math.ceil(top - down + extent.bottom + foot.height);
  root.append(footNode(source, foot, { y: height - foot.height, colour: faint.colour, size: type * SMALL }));
  set(root, {
    ...{ width, height, viewBox: `0 0 ${width} ${height}` },
    'font-family': style.fontFamily.replaceAll('"', "'"),
    'font-size': type,
  });
  root.prepend(
    described('title', parts.title),
    described(
      'desc',
      [parts.note, parts.moment, `${source.name}: ${source.link}`].filter(Boolean).join(' · '),
    ),
    ...(sheet ? [described('style', sheet)] : []),
    node('rect', { width, height, fill: groundOf(element) }),
  );
  yield 'rest';
  return { svg: new XMLSerializer().serializeToString(root), width, height };
}

/** What it stands on. */
function groundOf(element: Element): string {
  for (let outer: Element | null = element; outer; outer = outer.parentElement) {
    const { colour } = paintOf(getComputedStyle(outer).backgroundColor);
    if (colour !== 'none') return colour;
  }
  return '#ffffff';
}

interface Line {
  text: string;
  x: number;
  y: number;
  weight: number;
  quiet: boolean;
}

/** Title, note and moment: one line where they fit, as many as they need elsewhere. */
function headOf(
  { title, note, moment }: Pick<PictureParts, 'title' | 'note' | 'moment'>,
  width: number,
  type: number,
) {
  const large = type * 1.25;
  const room = width - 2 * MARGIN;
  const family = getComputedStyle(document.documentElement).fontFamily;
  const wide = (content: string, size: number, weight: number) =>
    measured(content, `${weight} ${size}px ${family}`).width;
  const right = moment ? wide(moment, large, 600) + type : 0;
  const lines: Line[] = [];
  let y = MARGIN - type * 0.5;
  const titles = wrapWords(title, room - right, large);
  for (const text of titles) lines.push({ text, x: MARGIN, y: (y += type * 1.5), weight: 600, quiet: false });
  const beside = wide(title, large, 600) + type * 1.2;
  if (moment)
    lines.push({ text: moment, x: width - MARGIN - right + type, y: lines[0].y, weight: 600, quiet: false });
  if (note) {
    if (titles.length === 1 && beside + wide(note, type, 400) < room - right)
      lines.push({ text: note, x: MARGIN + beside, y, weight: 400, quiet: true });
    else
      for (const text of wrapWords(note, room, type))
        lines.push({ text, x: MARGIN, y: (y += type * 1.4), weight: 400, quiet: true });
  }
  return { lines, height: Math.ceil(y + type * 0.8) };
}

const SMALL = 0.9;

function footOf({ name, link }: Source, width: number, type: number) {
  const size = type * SMALL;
  const whole = wrapWords(`${name} · ${link}`, width - 2 * MARGIN, size);
  const lines = whole.slice(0, LINK_LINES);
  if (whole.length > LINK_LINES) lines[LINK_LINES - 1] = `${lines[LINK_LINES - 1].slice(0, -1)}…`;
  // What has no place to be parted is cut.
  const most = Math.floor((width - 2 * MARGIN) / (size * 0.55));
  const fitting = lines.map((line) => (line.length > most * 1.25 ? `${line.slice(0, most)}…` : line));
  return { lines: fitting, height: Math.ceil(size * 1.4 * lines.length + size * 1.1) };
}

function footNode(
  { link }: Source,
  { lines }: { lines: string[] },
  { y, colour, size }: { y: number; colour: string; size: number },
) {
  const door = node('a', { href: link });
  lines.forEach((text, i) =>
    door.append(words(text, MARGIN, y + size * (1.4 * (i + 1) + 0.1), { size, colour })),
  );
  return door;
}

function described(name: 'title' | 'desc' | 'style', text: string): SVGElement {
  const element = node(name);
  element.textContent = text;
  return element;
}
