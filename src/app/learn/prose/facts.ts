/** A computed number, as the reader's language writes it. */
import { formatNumber } from '#charts/format.ts';
import type { Fact } from '../../../learn/types.ts';
import { finePercent, percent, whole } from '../../shared/numbers.ts';

export function factText({ value, as, digits }: Pick<Fact, 'value' | 'as' | 'digits'>): string {
  switch (as) {
    case 'percent':
      return percent(value);
    case 'fine':
      return finePercent(value);
    case 'count':
      return whole(value);
    case 'number':
      return formatNumber(value, digits);
  }
}
