/** Counts of fatal runs as the chart and its table take them. */
import { lookUp } from '#core/look-up.ts';
import type { CurveLine, ShareRow, SharePart } from '#charts/arena/types.ts';
import type { Series } from '#charts/types.ts';
import {
  FATAL_RULES,
  spreadOf,
  type FatalCounts,
  type FatalQuestion,
  type FatalTally,
} from '#core/assumptions/fatal-share.ts';
import { FATAL_CAUSES } from '#core/assumptions/fatal-step.ts';
import { wilsonInterval } from '#core/study/statistics/index.ts';
import type { Sense } from '#core/types.ts';
import { inSense, list, objectiveText, percentSign, t } from '../../i18n/index.svelte.ts';
import { finePercent } from '../../shared/numbers.ts';
import { seriesOf } from '../../shared/series.ts';

const MARKERS = { shape: 'square', interaction: 'diamond', tie: 'triangle', noise: 'circle' } as const;
const TEXTURES = { shape: 'plain', interaction: 'bars', tie: 'lines', noise: 'dots' } as const;

export const causeSeries = (): Series[] =>
  FATAL_CAUSES.map((cause) => ({
    id: cause,
    label: t(`fatal.causes.${cause}`),
    colour: `var(--cause-${cause})`,
    marker: MARKERS[cause],
  }));

/** Causes that have happened; in one dimension there is no interaction. */
export const causesIn = ({ rules }: FatalCounts): Series[] =>
  causeSeries().filter(({ id }) =>
    FATAL_RULES.some((rule) => rules[rule].causes[id as keyof FatalTally['causes']] > 0),
  );

export function shareRows({ runs, rules }: FatalCounts, hidden: readonly string[]): ShareRow[] {
  const shown = causeSeries().filter(({ id }) => !hidden.includes(id));
  return FATAL_RULES.map((rule) => {
    const { lost, causes } = rules[rule];
    const name = t(`fatal.rules.${rule}`);
    const interval = wilsonInterval(lost, runs);
    const [share, low, high] = [lost / runs, ...interval].map(finePercent);
    return {
      id: rule,
      label: name,
      parts: shown.map((series): SharePart => {
        const cause = series.id as keyof typeof causes;
        const own = causes[cause] / runs;
        const values = {
          rule: name,
          cause: series.label,
          share: finePercent(own),
          count: causes[cause],
          runs,
        };
        return { series, texture: TEXTURES[cause], share: own, description: t('fatal.share.part', values) };
      }),
      interval,
      text: t('fatal.share.value', { share, low: low.replace(percentSign(), ''), high }),
      description: t('fatal.share.row', { rule: name, share, runs, low, high }),
    };
  });
}

/** The rules as lines: settings of one strategy, in its colour, told apart by dashes and markers. */
const DASHES = { bisection: '1.5 3', ternary: '4 3', golden: undefined, fibonacci: '9 4' } as const;
const RULE_MARKERS = {
  bisection: 'square',
  ternary: 'triangle',
  golden: 'diamond',
  fibonacci: 'open-diamond',
} as const;
export const ruleSeries = (): Series[] =>
  FATAL_RULES.map((rule) => {
    const { colour } = seriesOf('binary');
    const dash = DASHES[rule];
    const label = t(`fatal.rules.${rule}`);
    return { id: rule, label, colour, marker: RULE_MARKERS[rule], ...(dash && { dash }) };
  });

/** The share of runs that had lost the minimum after each trial. */
export const lossCurves = ({ runs, rules }: FatalCounts, hidden: readonly string[]): CurveLine[] =>
  ruleSeries()
    .filter(({ id }) => !hidden.includes(id))
    .map((series) => {
      let lost = 0;
      const { trials } = rules[series.id as keyof typeof rules];
      return { series, values: Array.from(trials, (count) => (lost += count) / runs) };
    });

export const lossTable = (counts: FatalCounts): (string | number | null)[][] => {
  const curves = lossCurves(counts, []);
  return Array.from({ length: curves[0].values.length }, (_, i) => [
    i + 1,
    ...curves.map(({ values }) => Number(values[i].toFixed(4))),
  ]);
};

/** 1-based trial by which half of the losses had happened; null where nothing was lost. */
export function medianTrial({ lost, trials }: FatalTally): number | null {
  let before = 0;
  for (const [i, count] of trials.entries()) {
    before += count;
    if (lost > 0 && before >= lost / 2) return i + 1;
  }
  return null;
}

export const shareColumns = (): string[] => [
  ...(['rule', 'runs', 'lost', 'share', 'low', 'high'] as const).map((name) =>
    t(`fatal.share.columns.${name}`),
  ),
  ...FATAL_CAUSES.map((cause) => t(`fatal.causes.${cause}`)),
  t('fatal.share.columns.median'),
];

export const shareTable = ({ runs, rules }: FatalCounts): (string | number | null)[][] =>
  FATAL_RULES.map((rule) => {
    const tally = rules[rule];
    const rounded = [tally.lost / runs, ...wilsonInterval(tally.lost, runs)].map((share) =>
      Number(share.toFixed(4)),
    );
    return [
      t(`fatal.rules.${rule}`),
      runs,
      tally.lost,
      ...rounded,
      ...FATAL_CAUSES.map((cause) => tally.causes[cause]),
      medianTrial(tally),
    ];
  });

/** What differs from run to run, in a sentence. @param sense of the objective */
export function spreadText(question: FatalQuestion, sense: Sense = 'minimise'): string {
  const { placedBy, noisy } = spreadOf(question);
  const { runs } = question;
  const { params } = objectiveText(question.objective.id);
  const dials = list(placedBy.map((name) => lookUp(params, name)?.label ?? name));
  if (placedBy.length > 0)
    return t(noisy ? 'fatal.share.placedNoisy' : 'fatal.share.placed', { runs, dials });
  return t(noisy ? 'fatal.share.noisy' : 'fatal.share.same', { runs, ...inSense(sense) });
}
