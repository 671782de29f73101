/**
 * All problems as they are listed by picture. What stands here is stored in `portraits.json`, worked out once from the problems
 * at their defaults, so that a list of pictures computes nothing: `UPDATE_PORTRAITS=1 npx vitest run catalogue`.
 */
import { objectives } from '#core/objectives/index.ts';
import type { ObjectiveDefinition } from '#core/types.ts';
import { lookUp } from '#core/look-up.ts';
import portraits from './portraits.json';

/** What a problem is good for in class, in the order of a course. */
export const LESSONS = ['valley', 'valleys', 'interaction', 'idle', 'measured', 'own'] as const;
export type Lesson = (typeof LESSONS)[number];

/** One hyperparameter, two, or more. */
export const SIZES = ['one', 'two', 'more'] as const;
export type Size = (typeof SIZES)[number];

export interface Portrait {
  dimensions: number;
  lesson: Lesson;
  /** As a diagnosis of the problem at its defaults says. */
  convex: boolean;
  oneValley: boolean;
  /** Of the curve, or of the map of two hyperparameters; see `picture.ts`. */
  heights: string;
}

export interface Entry extends Portrait {
  id: string;
  family: ObjectiveDefinition['family'];
}

const stored = portraits as Readonly<Record<string, Portrait>>;

/** In the order of the registry. */
export const entries: readonly Entry[] = objectives.map(({ id, family }) => ({
  id,
  family,
  ...lookUp(stored, id)!,
}));

export const sizeOf = ({ dimensions }: Portrait): Size =>
  dimensions === 1 ? 'one' : dimensions === 2 ? 'two' : 'more';

export interface Wanted {
  /** Words that its name or its description has to hold; letters large or small. */
  search: string;
  size: Size | null;
  /** Null: either. */
  convex: boolean | null;
  oneValley: boolean | null;
}

export const ANY: Wanted = { search: '', size: null, convex: null, oneValley: null };

/** @param textOf what can be searched of an entry, in the reader's language */
export function wantedEntries(wanted: Wanted, textOf: (entry: Entry) => string): Entry[] {
  const words = wanted.search.toLowerCase().split(/\s+/).filter(Boolean);
  const agrees = (asked: boolean | null, is: boolean) => asked === null || asked === is;
  return entries.filter((entry) => {
    const text = words.length > 0 ? textOf(entry).toLowerCase() : '';
    return (
      (wanted.size === null || wanted.size === sizeOf(entry)) &&
      agrees(wanted.convex, entry.convex) &&
      agrees(wanted.oneValley, entry.oneValley) &&
      words.every((word) => text.includes(word))
    );
  });
}

export interface Shelf {
  size: Size;
  lesson: Lesson;
  entries: Entry[];
}

/** By number of hyperparameters and lesson; shelves without entries are left out. */
export const shelvesOf = (wanted: readonly Entry[]): Shelf[] =>
  SIZES.flatMap((size) =>
    LESSONS.map((lesson) => ({
      size,
      lesson,
      entries: wanted.filter((entry) => sizeOf(entry) === size && entry.lesson === lesson),
    })),
  ).filter((shelf) => shelf.entries.length > 0);
