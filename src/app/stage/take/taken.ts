/** What is taken along of a stage: how its parts are called, and what is left out of pictures of them. */
import type { PictureParts, Source } from '#charts/picture/index.ts';
import type { Scenario, TraceFile } from '#core/types.ts';
import type { PageOptions } from '../../address/url.ts';
import { objectiveText, strategyText, t } from '../../i18n/index.svelte.ts';
import { noiseSaid } from '../noise.ts';
import type { Pictures } from '../pictures.svelte.ts';
import type { Staged } from '../staged.ts';

/** A stage that is on screen, as it is shown there. */
export interface Shown {
  readonly lab: Staged;
  readonly options: PageOptions;
  readonly pictures: Pictures;
  /** As the stage itself takes them. */
  readonly bare?: boolean | undefined;
  readonly boxed?: 'text' | 'frame' | undefined;
}

/** `stage`, `race`, `ranking`, or a strategy's id. */
export type Part = string;

/** Heads of panels are buttons; of the rest of what can be pressed nothing is in a picture. */
const DRAWN = {
  kept: '[data-part=panel] header button',
  without: '.stage > .clock, .stage > .pace, [data-part=placing]',
} as const;

export function elementOf(stage: HTMLElement, part: Part): HTMLElement | null {
  if (part === 'stage') return stage;
  const parts = stage.querySelectorAll<HTMLElement>(
    '[data-part=panel], [data-part=race], [data-part=ranking]',
  );
  return [...parts].find(({ dataset }) => (dataset.strategy ?? dataset.part) === part) ?? null;
}

/** What a stage has on screen that can be taken by itself. */
export function partsOf(stage: HTMLElement, { lab }: Shown): { part: Part; label: string }[] {
  return ['stage', ...Object.keys(lab.runs), 'race', 'ranking']
    .filter((part) => {
      const element = elementOf(stage, part);
      return element !== null && element.getClientRects().length > 0;
    })
    .map((part) => ({ part, label: labelOf(part) }));
}
function labelOf(part: Part): string {
  if (part === 'stage') return t('take.whole');
  return part === 'race' || part === 'ranking' ? t(`take.${part}`) : strategyText(part).name;
}

/** What the run is of, in a line. */
export function noteOf({ noise, budget, seed, repeat }: Scenario, dimensions: number): string {
  const drawn = repeat > 0 ? [`#${repeat}`] : [];
  return [
    t('stage.knobs', { count: dimensions }),
    t('stage.trials', { count: budget }),
    noiseSaid(noise),
    [t('stage.seed', { seed }), ...drawn].join(' '),
  ].join(' · ');
}

/** @param time the trial on screen */
export function pictureParts(
  { lab }: Pick<Shown, 'lab'>,
  part: Part,
  { element, time, source }: { element: HTMLElement; time: number; source: Source },
): PictureParts {
  const problem = objectiveText(lab.scenario.objective.id).name;
  return {
    ...DRAWN,
    title: part === 'stage' ? problem : `${problem} · ${labelOf(part)}`,
    note: noteOf(lab.scenario, lab.problem.space.dimensions.length),
    moment: t('stage.trial', { t: time, budget: lab.scenario.budget }),
    element,
    source,
  };
}

/** Finished runs, as a file; null while there are none. */
export function fileOf({ replayed, runs, scenario }: Staged): TraceFile | null {
  if (replayed) return replayed;
  const traces = Object.values(runs).flatMap((run) => run.trace ?? []);
  return traces.length === 0 ? null : { format: 'trial-by-trial/traces', version: 1, scenario, traces };
}

/** `trial-by-trial_branin_seed-1_trial-17`: tells what is in it. */
export function nameOf({ lab }: Pick<Shown, 'lab'>, part: Part, moment: string): string {
  const { objective, seed } = lab.scenario;
  return ['trial-by-trial', objective.id, ...(part === 'stage' ? [] : [part]), `seed-${seed}`, moment]
    .map((word) => word.replace(/[^\w.-]+/g, '-'))
    .join('_');
}
