/** A drawing of the page, copied with all that style sheets say about it written into its marks. */
import { node, rounded } from './node.ts';
import { paintOf } from './paint.ts';

/** What children have from their parents, with what nobody needs to say. */
const INHERITED: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0px',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-miterlimit': '4',
  'paint-order': 'normal',
  'shape-rendering': 'auto',
  visibility: 'visible',
};
const OF_TEXT: Readonly<Record<string, string>> = {
  'font-size': '',
  'font-weight': '400',
  'font-style': 'normal',
  'letter-spacing': 'normal',
  'text-anchor': 'start',
};
const OWN: Readonly<Record<string, string>> = {
  opacity: '1',
  'clip-path': 'none',
  mask: 'none',
  filter: 'none',
  'vector-effect': 'none',
  'dominant-baseline': 'auto',
};
const OF_STOPS: Readonly<Record<string, string>> = { 'stop-color': 'rgb(0, 0, 0)', 'stop-opacity': '1' };
const PAINTS = new Set(['fill', 'stroke']);
const SHARES = new Set(['fill-opacity', 'stroke-opacity']);
const DRAWN_AGAIN = new Set([
  ...Object.keys({ ...INHERITED, ...OF_TEXT, ...OWN, ...OF_STOPS }),
  ...['class', 'style', 'role', 'tabindex', 'lang', 'id', 'font-family', 'cursor', 'pointer-events', 'color'],
]);
/** Drawn for those who point or listen. What a mark is (`data-mark`) is kept: whoever takes the picture apart finds it by that. */
const UNSEEN = 'title, desc, [data-reach], .reach';
const WITH_WORDS = new Set(['text', 'tspan', 'textPath']);
const NEVER_SHOWN = new Set([
  'defs',
  'clipPath',
  'pattern',
  'linearGradient',
  'radialGradient',
  'mask',
  'marker',
]);
/** Marks between two rests. */
const AT_ONCE = 80;

type Said = ReadonlyMap<string, string>;
const START: Said = new Map(Object.entries({ ...INHERITED, ...OF_TEXT }));

/**
 * @param place px of its left upper corner in the picture, and its size there
 * @returns once all its marks are copied; rests between, so that the page can go on
 */
export function* svgCopy(
  svg: SVGSVGElement,
  place: { x: number; y: number; width: number; height: number },
): Generator<void, SVGElement> {
  const style = getComputedStyle(svg);
  const { x, y, width, height } = place;
  const view = svg.getAttribute('viewBox');
  const whole = style.overflow === 'visible';
  const keep = svg.getAttribute('preserveAspectRatio');
  const copy =
    view || !whole
      ? node('svg', {
          ...{ x, y, width, height },
          viewBox: view ?? `0 0 ${rounded(width)} ${rounded(height)}`,
          ...(whole && { overflow: 'visible' }),
          ...(keep && { preserveAspectRatio: keep }),
        })
      : node('g', { transform: `translate(${rounded(x)},${rounded(y)})` });
  const said = write(copy, svg, style, START);
  yield* copyChildren(svg, copy, said, { count: 0 });
  return copy;
}

function* copyChildren(
  from: Element,
  to: Element,
  said: Said,
  done: { count: number },
): Generator<void, void> {
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      if (WITH_WORDS.has(from.localName)) to.append(child.textContent ?? '');
      continue;
    }
    if (!(child instanceof SVGElement) || child.matches(UNSEEN)) continue;
    const style = getComputedStyle(child);
    if (style.display === 'none' && !NEVER_SHOWN.has(child.localName)) continue;
    if (style.opacity === '0') continue;
    const copy = node(child.localName);
    for (const { name, value } of child.attributes)
      if (!DRAWN_AGAIN.has(name) && !/^(data-(?!mark)|aria-|on)/.test(name))
        copy.setAttribute(name, shortened(name, value));
    if (child.id) copy.id = child.id;
    const now = write(copy, child, style, said);
    to.append(copy);
    done.count += 1;
    if (done.count % AT_ONCE === 0) yield;
    yield* copyChildren(child, copy, now, done);
    // A group without anything in it.
    if (copy.localName === 'g' && copy.childNodes.length === 0) copy.remove();
  }
}

const LONG = /^(d|points|transform|x|y|x1|x2|y1|y2|cx|cy|r|width|height)$/;
/** Coordinates have as many digits as can be seen. */
const shortened = (name: string, value: string): string =>
  LONG.test(name)
    ? value.replace(/-?\d+\.\d{3,}(?!\d|e)/g, (number) => String(rounded(Number(number))))
    : value;

/** Writes what differs from what its parent said. @returns what its children need not say */
function write(copy: SVGElement, of: Element, style: CSSStyleDeclaration, said: Said): Said {
  const now = new Map(said);
  const texts = WITH_WORDS.has(of.localName);
  for (const name of Object.keys(INHERITED)) {
    if (PAINTS.has(name)) paint(name);
    else if (!SHARES.has(name)) say(name, said.get(name));
  }
  for (const name of Object.keys(OF_TEXT)) {
    // Groups around words need not say how these are set.
    if (texts) say(name, said.get(name));
  }
  // It has no attribute of its own.
  if (texts && style.fontVariantNumeric !== 'normal')
    copy.style.fontVariantNumeric = style.fontVariantNumeric;
  for (const [name, initial] of Object.entries(OWN)) say(name, initial);
  if (of.localName === 'stop') for (const [name, initial] of Object.entries(OF_STOPS)) say(name, initial);
  // A style sheet's transform; one of its own was copied.
  if (!of.hasAttribute('transform') && copy.localName !== 'svg' && of.localName !== 'svg')
    if (style.transform !== 'none' && style.transform !== '') copy.setAttribute('transform', style.transform);
  return now;

  /** A colour's own alpha has no attribute: it is written into the share, which children inherit as it is written. */
  function paint(name: string): void {
    const value = style.getPropertyValue(name);
    now.set(name, value);
    const { colour, opacity } = paintOf(value);
    if (value !== '' && value !== said.get(name)) copy.setAttribute(name, colour);
    if (colour === 'none') return;
    const share = `${name}-opacity`;
    const seen = String(rounded(opacity * Number(style.getPropertyValue(share) || 1)));
    if (seen !== said.get(share)) copy.setAttribute(share, seen);
    now.set(share, seen);
  }
  function say(name: string, before: string | undefined): void {
    const value = style.getPropertyValue(name);
    if (said.has(name)) now.set(name, value);
    if (value === '' || value === before) return;
    if (name !== 'stop-color') return copy.setAttribute(name, plain(value));
    const { colour, opacity } = paintOf(value);
    copy.setAttribute(name, colour);
    if (opacity < 1 && colour !== 'none')
      copy.setAttribute(
        'stop-opacity',
        String(rounded(opacity * Number(style.getPropertyValue('stop-opacity') || 1))),
      );
  }
}

/** `url("#a")` as every reader takes it; lengths without their unit, which some readers do not know. */
const plain = (value: string): string =>
  value.startsWith('url') ? paintOf(value).colour : value.replace(/(\d)px\b/g, '$1');
