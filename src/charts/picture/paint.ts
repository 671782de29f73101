/** Colours and gradients of a style sheet, as an SVG says them that stands alone. */
import { node, rounded } from './node.ts';

export interface Paint {
  /** `#rrggbb`, `none`, or `url(#…)`. */
  colour: string;
  /** 0 … 1 */
  opacity: number;
}

const NONE: Paint = { colour: 'none', opacity: 1 };
const known = new Map<string, Paint>();
let pixel: CanvasRenderingContext2D | undefined;

/** @param computed a colour as `getComputedStyle` gives it: mixed ones, too, which few but browsers can read */
export function paintOf(computed: string): Paint {
  if (computed === '' || computed === 'none' || computed === 'transparent') return NONE;
  const [, id] = /^url\("?[^"#]*(#[^")]+)"?\)/.exec(computed) ?? [];
  if (id) return { colour: `url(${id})`, opacity: 1 };
  let paint = known.get(computed);
  if (!paint) known.set(computed, (paint = read(computed)));
  return paint;
}

function read(computed: string): Paint {
  const [, inside] = /^rgba?\(([^)]+)\)$/.exec(computed) ?? [];
  if (inside) {
    const [r, g, b, alpha = 1] = inside.split(/[\s,/]+/).map(Number);
    if ([r, g, b, alpha].every(Number.isFinite)) return paint(r, g, b, alpha);
  }
  // What is mixed in another space: whoever paints it knows.
  pixel ??= Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
    willReadFrequently: true,
  })!;
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = computed;
  pixel.fillRect(0, 0, 1, 1);
  const [r, g, b, alpha] = pixel.getImageData(0, 0, 1, 1).data;
  return paint(r, g, b, alpha / 255);
}

function paint(r: number, g: number, b: number, alpha: number): Paint {
  if (alpha === 0) return NONE;
  const hex = [r, g, b].map((one) => Math.round(one).toString(16).padStart(2, '0')).join('');
  return { colour: `#${hex}`, opacity: Math.round(alpha * 1000) / 1000 };
}

/** `var(--name)` as the colour that it stands for there. */
export function resolved(colour: string, style: CSSStyleDeclaration): string {
  const [, name] = /^var\((--[\w-]+)/.exec(colour) ?? [];
  return name ? style.getPropertyValue(name).trim() || 'currentColor' : colour;
}

export interface Stop {
  colour: string;
  /** As it is written: `12%`, `1.5px`; none where it follows from its neighbours. */
  at: string | undefined;
}
export interface Gradient {
  repeating: boolean;
  /** Degrees, clockwise from upwards. */
  angle: number;
  stops: Stop[];
}

/** @returns undefined where it is no linear gradient with an angle */
export function readGradient(image: string): Gradient | undefined {
  const [, repeating, inside] = /^(repeating-)?linear-gradient\((.*)\)$/.exec(image) ?? [];
  if (!inside) return undefined;
  const parts = inside.split(/,\s*(?![^(]*\))/);
  const [, degrees] = /^(-?[\d.]+)deg$/.exec(parts[0]) ?? [];
  if (degrees !== undefined) parts.shift();
  const stops = parts.flatMap((part): Stop[] => {
    const [, colour, ...at] = /^(.*?)(?:\s+(-?[\d.]+(?:px|%)))?(?:\s+(-?[\d.]+(?:px|%)))?$/.exec(part) ?? [];
    const places = at.filter((one) => one !== undefined);
    return places.length === 0 ? [{ colour, at: undefined }] : places.map((one) => ({ colour, at: one }));
  });
  return { repeating: repeating !== undefined, angle: Number(degrees ?? 180), stops };
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The same as an element that `url(#id)` paints with, over a box in the picture's px. */
export function gradientNode(id: string, { repeating, angle, stops }: Gradient, box: Box): SVGElement {
  const turn = (angle * Math.PI) / 180;
  const along = [Math.sin(turn), -Math.cos(turn)];
  const length = Math.abs(box.width * along[0]) + Math.abs(box.height * along[1]) || 1;
  const places = placesOf(stops, length);
  const span = repeating ? places[places.length - 1] : length;
  const start = [
    box.x + box.width / 2 - (along[0] * length) / 2,
    box.y + box.height / 2 - (along[1] * length) / 2,
  ];
  const gradient = node('linearGradient', {
    id,
    gradientUnits: 'userSpaceOnUse',
    x1: start[0],
    y1: start[1],
    x2: start[0] + along[0] * span,
    y2: start[1] + along[1] * span,
    ...(repeating && { spreadMethod: 'repeat' }),
  });
  stops.forEach(({ colour }, i) => {
    const { colour: ink, opacity } = paintOf(colour);
    const seen = ink === 'none' ? { 'stop-color': '#000000', 'stop-opacity': 0 } : { 'stop-color': ink };
    gradient.append(
      node('stop', {
        offset: Math.round((places[i] / span) * 1e4) / 1e4,
        ...seen,
        ...(ink !== 'none' && opacity < 1 && { 'stop-opacity': opacity }),
      }),
    );
  });
  return gradient;
}

/** Px along the gradient; what has no place of its own stands midway. */
function placesOf(stops: readonly Stop[], length: number): number[] {
  const told = stops.map(({ at }, i) => {
    if (at === undefined) return i === 0 ? 0 : i === stops.length - 1 ? length : NaN;
    return at.endsWith('%') ? (parseFloat(at) / 100) * length : parseFloat(at);
  });
  return told.map((place, i) => {
    if (!Number.isNaN(place)) return rounded(place);
    let before = i;
    while (Number.isNaN(told[before])) before -= 1;
    let after = i;
    while (Number.isNaN(told[after])) after += 1;
    return told[before] + ((told[after] - told[before]) * (i - before)) / (after - before);
  });
}
