/** The table of parameters in words. */
import { t } from '../../i18n/index.svelte.ts';
import type { Parameter } from './parameters.ts';

/** What it takes. */
export const valuesText = ({ id, values }: Parameter): string =>
  // Whatever has no values of its own has words for them, as a test sees to.
  values ?? t(`parameters.values.${id as 'objective'}`);

/** What holds where it is left out. */
export const standardText = ({ standard }: Parameter): string =>
  standard === undefined ? t('parameters.depends') : standard || t('parameters.nothing');
