/** The domain of one hyperparameter as it stands in its fields, and what it means. */
import { readNumber } from '#core/params.ts';
import { readSpace, type ScaleName, type SpaceEntry } from '#core/objectives/own/index.ts';

export interface DomainDraft {
  scale: ScaleName;
  lo: string;
  hi: string;
}

export const SCALES: readonly ScaleName[] = ['linear', 'log', 'integer'];

/** Key of `own.domain`, with what fills its blanks. */
export interface DomainProblem {
  key: 'notANumber' | 'both' | 'order' | 'log' | 'whole' | 'integers';
  values: Record<string, string | number>;
}

/** A number as people type it, also where decimals take a comma; NaN where it is none. */
export const readTyped = (text: string): number =>
  readNumber(/^[^.]*,[^.,]*$/.test(text) ? text.replace(',', '.') : text);

/**
 * @param optional both ends may be left empty: the owner then chooses them
 * @returns scale and, where it says one, range
 */
export function readDomain(
  { scale, lo, hi }: DomainDraft,
  optional = false,
): Pick<SpaceEntry, 'scale' | 'range'> | { problem: DomainProblem } {
  const refuse = (key: DomainProblem['key'], values: DomainProblem['values'] = {}) => ({
    problem: { key, values },
  });
  const empty = [lo, hi].filter((text) => text.trim() === '').length;
  if (optional && empty === 2) return { scale };
  if (empty > 0) return refuse('both');
  const ends: number[] = [];
  for (const text of [lo, hi]) {
    const end = readTyped(text);
    // As typed: beyond the largest number and below the smallest one the digits are more than the value.
    const lost = Math.abs(end) === Infinity ? /\d/.test(text) : end === 0 && /[1-9].*e/i.test(text);
    if (lost) return refuse('order', { lo: lo.trim(), hi: hi.trim() });
    if (!Number.isFinite(end)) return refuse('notANumber', { given: text });
    if (scale === 'integer' && !Number.isInteger(end)) return refuse('whole', { given: text });
    ends.push(end);
  }
  const [from, to] = ends;
  const read = readSpace(`x ${scale} ${from} ${to}`);
  const problem = 'problem' in read ? read.problem : undefined;
  if (problem?.key === 'problem.space-log') return refuse('log', { lo: from });
  if (problem?.key === 'problem.space-integers') return refuse('integers', { most: problem.values.most });
  if (problem) return refuse('order', { lo: from, hi: to });
  return { scale, range: { lo: from, hi: to } };
}

/** @param blank what stands in the fields where no range is given */
export const draftOf = (
  entry: Pick<SpaceEntry, 'scale' | 'range'> | undefined,
  blank: readonly [string, string] = ['0', '1'],
): DomainDraft => ({
  scale: entry?.scale ?? 'linear',
  lo: entry?.range ? String(entry.range.lo) : blank[0],
  hi: entry?.range ? String(entry.range.hi) : blank[1],
});

/** 0 … 1, linear, is what a domain is where nothing is said. */
export const withoutDefault = (
  entry: Pick<SpaceEntry, 'scale' | 'range'>,
): Pick<SpaceEntry, 'scale' | 'range'> =>
  entry.scale === 'linear' && entry.range?.lo === 0 && entry.range.hi === 1 ? { scale: entry.scale } : entry;
