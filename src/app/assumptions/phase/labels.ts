/** How dials, strategies and targets of a phase diagram are called. */
import { lookUp } from '#core/look-up.ts';
import type { CellAxis } from '#charts/assumptions/types.ts';
import { PATTERNS } from '#charts/assumptions/patterns.ts';
import type { Series } from '#charts/types.ts';
import {
  limitsOf,
  paramOf,
  type Dial,
  type Grid,
  type PhaseQuestion,
} from '#core/assumptions/phase/index.ts';
import type { StudyStrategy } from '#core/study/types.ts';
import type { Message } from '#core/types.ts';
import { objectiveText, strategyText, t } from '../../i18n/index.svelte.ts';
import { setPercent } from '../../shared/numbers.ts';
import { seriesOf } from '../../shared/series.ts';

type About = Pick<PhaseQuestion, 'base' | 'target'>;

export function dialLabel(dial: Dial, { base, target }: About): string {
  const param = paramOf(dial);
  if (param !== undefined) return lookUp(objectiveText(base.objective.id).params, param)?.label ?? param;
  if (dial === 'noise') return t('phase.noise');
  if (dial === 'budget') return t('phase.budget');
  return t(target.kind === 'share' ? 'phase.targetShare' : 'phase.targetAbsolute');
}

/** The rule is what tells binary search's entries apart: “Golden section”. */
export function entryLabel({ id, params }: Pick<StudyStrategy, 'id' | 'params'>): string {
  const { short } = strategyText(id);
  if (id !== 'binary' || typeof params.rule !== 'string') return short;
  return t('phase.ruleOf', { name: short, rule: t(`phase.rule.${params.rule as 'golden'}`) });
}

/** Entries of one strategy share its colour and marker; a pattern of its own tells them apart on the map of winners. */
export const seriesOfQuestion = ({ strategies }: PhaseQuestion): Series[] =>
  strategies.map((entry) => ({ ...seriesOf(entry.id), id: entry.name, label: entryLabel(entry) }));

export const patternOf = (strategy: number): number | undefined => strategy % PATTERNS || undefined;

export const axisOf = (grid: Grid, place: 'x' | 'y'): CellAxis => {
  const { question } = grid;
  const { dial, scale } = question[place];
  return {
    label: dialLabel(dial, question),
    values: grid[place],
    scale,
    integer: limitsOf(dial, question)?.kind === 'int',
  };
};

/** What counts as success: “regret at most 0.001 within 20 trials”. */
export function goalText({ target, base, x, y }: PhaseQuestion): string {
  const dials = [x.dial, y.dial];
  const goal = dials.includes('target')
    ? t('phase.goalDial')
    : target.kind === 'share'
      ? t('phase.goalShare', { share: setPercent(target.value) })
      : t('phase.goalAbsolute', { goal: target.value });
  return dials.includes('budget') ? goal : t('phase.goalWithin', { goal, budget: base.budget });
}

/** A message of the core about a question, with dials and strategies by the names that the page gives them. */
export function named(message: Message, question: PhaseQuestion): Message {
  const values = { ...message.values };
  if (typeof values.dial === 'string') values.dial = dialLabel(values.dial as Dial, question);
  if (typeof values.objective === 'string') values.objective = objectiveText(values.objective).name;
  if (typeof values.strategy === 'string') {
    const entry = question.strategies.find(({ name }) => name === values.strategy);
    if (entry) values.strategy = entryLabel(entry);
  }
  if (message.key === 'problem.phase-number')
    values.field = t(
      `phase.${({ target: 'targetField', cells: 'cells', repeats: 'repeats' } as const)[values.field as 'cells']}`,
    );
  return { ...message, values };
}
