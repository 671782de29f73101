/** A model of two hyperparameters as a map. */
import type { Field } from '#charts/types.ts';
import { turnedList } from '#core/sense.ts';
import type { AcquisitionView, Sense } from '#core/types.ts';
import { inSense, t } from '../../../i18n/index.svelte.ts';
import { CELLS, fieldOf, isHeight } from '../panel-data.ts';

interface Drawn {
  mean: Float64Array;
  sd: Float64Array;
  acquisition: Float64Array;
}
type Kind = AcquisitionView['kind'];

export const acquisitionName = (kind: Kind, sense: Sense): string =>
  t(`chart.acquisition.${kind}`, inSense(sense));

/** Where it is a value of the objective, in the objective's own sense. */
export const acquisitionOf = ({ acquisition }: Drawn, kind: Kind, sense: Sense): ArrayLike<number> =>
  isHeight(kind) ? turnedList(acquisition, sense) : acquisition;

/** What a model believes, how sure it is, or where it would try next. */
export function modelField(
  drawn: Drawn,
  wanted: 'mean' | 'sd' | 'acquisition',
  kind: Kind,
  sense: Sense,
): Field {
  if (wanted === 'mean') return fieldOf(CELLS, turnedList(drawn.mean, sense), t('panel.mean'));
  if (wanted === 'sd') return fieldOf(CELLS, drawn.sd, t('panel.sd'));
  return fieldOf(CELLS, acquisitionOf(drawn, kind, sense), acquisitionName(kind, sense), 'rank');
}
