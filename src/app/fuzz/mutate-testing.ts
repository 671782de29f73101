/** Small random damage to plain data and to text, for the tests that read what comes from outside. */
import { stream, type Rng } from '#core/rng.ts';

/**
 * How often each kind of input is damaged, the same way in every run: what was found is an example of its own. `FUZZ` is
 * another number, for whoever changed how something is read; 10,000 take a minute for each kind.
 */
export const MUTATIONS = Number(process.env.FUZZ ?? 2500);

export interface Luck {
  /** A whole number from 0, below n. */
  below: (n: number) => number;
  /** One of them. */
  of: <Item>(items: readonly Item[]) => Item;
}

export function luckOf(...label: (string | number)[]): Luck {
  const rng: Rng = stream('fuzz', ...label);
  const below = (n: number) => Math.min(n - 1, Math.floor(rng.next() * n));
  return { below, of: (items) => items[below(items.length)] };
}

/** Numbers at which things break. Those beyond are the charts' own matter. */
export const NUMBERS = [
  0,
  -0,
  1,
  -1,
  0.5,
  2,
  3,
  64,
  500,
  501,
  1e7,
  2 ** 31,
  2 ** 53,
  1e-12,
  5e-324,
  1e300,
  -1e300,
];
const TEXTS = [
  '',
  ' ',
  'constructor',
  '__proto__',
  '$t(app.name)',
  'x'.repeat(300),
  '0',
  'NaN',
  '1e999',
  '山',
];

type Path = (string | number)[];

/** Places of all values within, containers too. */
function places(value: unknown, path: Path = [], found: Path[] = []): Path[] {
  if (path.length > 0) found.push(path);
  if (typeof value === 'object' && value !== null)
    for (const name of Object.keys(value))
      places((value as Record<string, unknown>)[name], [...path, name], found);
  return found;
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce((inner, name) => (inner as Record<string, unknown>)[name], value);

/** A copy with one place changed: to another number, another value of the same data, something else, or nothing. */
export function mutated<Data>(data: Data, luck: Luck): Data {
  const copy = structuredClone(data);
  const all = places(copy);
  // Numbers most of all: they are what a schema lets pass.
  const numbers = all.filter((path) => typeof at(copy, path) === 'number');
  const path = luck.of(luck.below(3) > 0 && numbers.length > 0 ? numbers : all);
  const parent = at(copy, path.slice(0, -1)) as Record<string, unknown>;
  const name = path.at(-1)!;
  const old = parent[name];
  const put = (value: unknown) =>
    Object.defineProperty(parent, name, { value, enumerable: true, configurable: true, writable: true });
  switch (luck.below(8)) {
    case 0:
      delete parent[name];
      break;
    case 1:
      put(luck.of([null, true, [], {}, [[]], ...TEXTS]));
      break;
    case 2:
      put(structuredClone(at(copy, luck.of(all))));
      break;
    case 3:
      if (Array.isArray(old)) put([...(old as unknown[]), ...(old as unknown[])]);
      else put(luck.of(NUMBERS));
      break;
    case 4:
      if (Array.isArray(old)) put((old as unknown[]).toReversed());
      else if (typeof old === 'number') put(-old);
      break;
    case 5:
      if (typeof old === 'number') put(old * luck.of([1 + 1e-9, 0.999, 1.001, 2, 1e3, 1e-3]));
      else put(luck.of(NUMBERS));
      break;
    default:
      put(typeof old === 'string' ? luck.of(TEXTS) : luck.of(NUMBERS));
  }
  return copy;
}

/** A text with a piece lost, doubled, moved or replaced. */
export function mutatedText(text: string, luck: Luck, tokens: readonly string[]): string {
  const from = luck.below(text.length + 1);
  const to = Math.min(text.length, from + 1 + luck.below(luck.of([1, 4, 40])));
  const [before, piece, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  switch (luck.below(4)) {
    case 0:
      return before + after;
    case 1:
      return before + piece + piece + after;
    case 2:
      return before + luck.of(tokens) + after;
    default:
      return before + luck.of(tokens) + piece + after;
  }
}
