/** What happened to the minimum, in a sentence. */
import type { Compared } from '#core/assumptions/fatal-step.ts';
import type { RuleRun } from '#core/assumptions/fatal-runs.ts';
import type { Space } from '#core/space.ts';
import { apart } from '../../shared/labels.ts';
import { turned } from '#core/sense.ts';
import type { Sense } from '#core/types.ts';
import { inSense, t } from '../../i18n/index.svelte.ts';
import { tidy } from '../diagnosis/words.ts';
import { valueOf, widthLeft } from './picture.ts';

/** @param sense of the objective: values are said in its own */
export function verdictOf(
  run: RuleRun,
  space: Space,
  labels: readonly string[],
  sense: Sense = 'minimise',
): string {
  const { fatal, trials, axis, asGood } = run;
  if (!fatal) {
    if (asGood !== undefined) {
      return t('fatal.keptAsGood', { count: trials.length, tolerance: asGood, ...inSense(sense) });
    }
    return space.dimensions.length > 1
      ? t('fatal.keptBox', { count: trials.length, ...inSense(sense) })
      : t('fatal.kept', { count: trials.length, width: widthLeft(run, space), ...inSense(sense) });
  }
  const { trial, cause, compared, minimum: minimumAt } = fatal;
  if (!cause || compared.length < 2) return t('fatal.lost.unknown', { trial });
  // The better one as it was observed; of equal ones the left, as the rule has it.
  const [low, high] = seen(compared[1]) < seen(compared[0]) ? [compared[1], compared[0]] : compared;
  const [lowAt, highAt, minimum] = apart(
    [low, high].map(({ unit }) => valueOf(unit, space, axis)).concat(minimumAt[axis]),
    2,
  );
  const [lowValue, highValue] = apart([seen(low), seen(high)].map((y) => turned(y, sense)));
  const [lowTrue, highTrue] = apart([real(low), real(high)].map((y) => turned(y, sense)));
  const at = (value: string) => `${labels[axis]} = ${value}`;
  const equal = real(low) === real(high);
  const sentence = t(`fatal.lost.${cause === 'noise' && equal ? 'noiseTie' : cause}`, {
    ...inSense(sense),
    trial,
    low: at(lowAt),
    high: at(highAt),
    minimum: at(minimum),
    ...{ lowValue, highValue, lowTrue, highTrue },
  });
  return tidy(sentence);
}

const seen = ({ y }: Compared): number => y ?? Infinity;
const real = ({ trueValue }: Compared): number => trueValue ?? Infinity;
