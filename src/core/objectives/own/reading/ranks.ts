/** What a column of ranks says about which results are better. */
import type { Question } from './collect.ts';
import type { Sense } from './types.ts';

/** Rows that are looked at. */
const PROBED = 2000;

/** Undefined where there is no such column, or it ranks something else. */
export function ranksOf({
  layout,
  subjects,
  roles,
  read,
}: Pick<Question, 'layout' | 'subjects' | 'roles' | 'read'>): { name: string; sense: Sense } | undefined {
  const { objective, hyperparameters } = roles;
  const ranking = subjects.find(
    ({ kind, numeric, constant, index }) =>
      kind === 'rank' && numeric && !constant && index !== objective && !hyperparameters.includes(index),
  );
  if (!ranking) return undefined;
  const pairs: [rank: number, y: number][] = [];
  layout.forEach((fields) => {
    const rank = read(fields[ranking.index] ?? '');
    const y = read(fields[objective] ?? '');
    if (rank !== undefined && y !== undefined && Number.isFinite(rank) && Number.isFinite(y))
      pairs.push([rank, y]);
    return pairs.length < PROBED;
  });
  pairs.sort((a, b) => a[0] - b[0]);
  const ys = pairs.map(([, y]) => y);
  const rising = ys.every((y, i) => i === 0 || y >= ys[i - 1]);
  const falling = ys.every((y, i) => i === 0 || y <= ys[i - 1]);
  if (rising === falling) return undefined;
  return { name: ranking.name, sense: rising ? 'minimise' : 'maximise' };
}
