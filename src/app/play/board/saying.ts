/** A game’s trials in words. */
import { formatWithin } from '#charts/labels.ts';
import type { Sample } from '#charts/types.ts';
import type { Trial } from '#core/types.ts';
import type { Message } from '#core/types.ts';
import { list, t, type TextKey } from '../../i18n/index.svelte.ts';
import { fromOne } from '../../i18n/texts/saying.ts';
import { domainOf } from '../../stage/panel/panel-data.ts';
import type { BoardContext } from './board.ts';

/** Digits that tell what was observed apart. */
export const valueIn = (trials: readonly Trial[], value: number): string =>
  formatWithin(value, domainOf(trials.map(({ y }) => y)));

/** What was observed; nobody who plays knows a true value. */
export const samplesOf = (
  trials: readonly Trial[],
  labels: readonly string[],
  { wordsOf }: Pick<BoardContext, 'wordsOf'>,
): Sample[] =>
  trials.map(({ index, x, y, feasible }) => ({
    ...{ number: index + 1, x, y, feasible },
    description: t('panel.sample', {
      trial: index + 1,
      point: list(labels.map((_, axis) => wordsOf(axis, x[axis]))),
      value: valueIn(trials, y ?? NaN),
    }),
  }));

/** @param labels of the knobs */
export const adviceIn = ({ key, values }: Message, labels: readonly string[]): string =>
  t(key as TextKey, { ...values, ...fromOne(values, labels) });
