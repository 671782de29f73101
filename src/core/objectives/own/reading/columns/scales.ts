/** What hyperparameters look like as axes: their scales, and names that a domain's text takes. */
import { MOST_INTEGERS, type ScaleName } from '../../space-text.ts';

/** Values of a uniform distribution, too, can lie a hundredfold apart; few of them are small. */
const ENOUGH = 10;
const FEW_SMALL = 0.2;

/** Spread over factors of a hundred and more, values were chosen on a log scale; whole ones are whole numbers. */
export function scaleOf(values: readonly number[]): ScaleName {
  const lo = values.reduce((a, b) => Math.min(a, b));
  const hi = values.reduce((a, b) => Math.max(a, b));
  if (lo > 0 && hi / lo >= 100) {
    const middle = Math.sqrt(lo) * Math.sqrt(hi);
    const different = [...new Set(values)];
    const small = different.filter((x) => x <= middle).length / different.length;
    if (different.length < ENOUGH || small >= FEW_SMALL) return 'log';
  }
  return values.every(Number.isInteger) && hi - lo < MOST_INTEGERS ? 'integer' : 'linear';
}

/** Whether a log scale would fit, were it not for a 0. */
export function onlyZeroInTheWay(values: readonly number[]): boolean {
  const positive = values.filter((x) => x !== 0);
  return positive.length < values.length && positive.length > 1 && scaleOf(positive) === 'log';
}

/** Characters of a name at most, as a domain's text keeps them. */
const LONGEST = 40;

/** One word each, all different. Of a long path its end is kept, which says most. */
export function axisNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    const word = shortened(name.replace(/[\s;；]+/g, '_')) || 'x';
    let free = word;
    for (let again = 2; used.has(free); again++) free = `${word.slice(0, LONGEST - 4)}_${again}`;
    used.add(free);
    return free;
  });
}

function shortened(name: string): string {
  if (name.length <= LONGEST) return name;
  const parts = name.split(/(?<=[./])/);
  let end = '';
  while (parts.length > 0 && end.length + parts.at(-1)!.length <= LONGEST) end = parts.pop()! + end;
  return end === '' ? name.slice(0, LONGEST) : end;
}
