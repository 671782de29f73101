/** Money in words, and what very long times are longer than. */
import type { Large } from '#core/study/curse.ts';
import { closed, inWords, sizeOf, YEAR } from '../../../shared/amounts.ts';

/** “$29.3 million”, “29.3 million CHF”. */
export function moneyInWords(amount: Large | number, currency: string): string {
  const said = inWords(amount);
  const symbol = currency.trim();
  if (symbol === '') return said;
  return /\p{L}$/u.test(symbol) ? closed(`${said} ${symbol}`) : `${symbol}${said}`;
}

/** The oldest writing is of about 3200 BC. */
const WRITING = 5_200 * YEAR;
/** The oldest remains of Homo sapiens: 315 ± 34 thousand years (Richter et al. 2017, Nature 546, 293–296). */
const SPECIES = 349_000 * YEAR;
/** 13.787 ± 0.020 billion years: Planck Collaboration (2020), A&A 641, A6, table 2. */
const UNIVERSE = 13.787e9 * YEAR;

/** What so many hours are longer than, where anybody would ask. */
export function longerThan(amount: Large | number): 'universe' | 'species' | 'history' | undefined {
  const hours = sizeOf(amount);
  if (hours > UNIVERSE) return 'universe';
  if (hours > SPECIES) return 'species';
  return hours > WRITING ? 'history' : undefined;
}
