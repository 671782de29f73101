/** Which column is the result, and which way it is better. */
import { say, type Message } from '../../../../types.ts';
import type { MakerRules } from '../makers/maker.ts';
import type { Subject } from './subjects.ts';
import type { Direction, Sense } from '../types.ts';
import { wordsOf } from './words.ts';

/** Parts of names that settings of trainings have: where no name tells of a result, these tell of none. */
const SETTINGS = new Set(
  (
    'lr learning rate dropout batch size decay wd momentum layers layer units hidden depth width neurons gamma alpha beta ' +
    'lambda eta c k epochs epoch estimators leaf leaves samples optimizer optimiser weight warmup clip heads dim'
  ).split(' '),
);
const isSetting = ({ name, nameless }: Subject): boolean =>
  !nameless && wordsOf(name).some((word) => SETTINGS.has(word));

/** Undefined where no column is left for it. */
export function chooseObjective(
  subjects: readonly Subject[],
  taken: readonly number[],
): { index: number; reason: Message } | undefined {
  const numeric = subjects.filter(({ numeric, index }) => numeric && !taken.includes(index));
  const hinted = numeric.find(({ hint }) => hint === 'objective');
  if (hinted) return { index: hinted.index, reason: say('reading.objective-maker') };
  const open = numeric.filter(({ hint }) => hint === undefined || hint === 'figure');
  const named = open.filter((one) => one.metric && one.kind === undefined);
  if (named.length > 0) {
    const best = named.reduce((a, b) => (compare(rank(a, named), rank(b, named)) >= 0 ? b : a));
    const { stage } = best.metric!;
    const others = named.filter(
      ({ metric }) => metric!.stage !== stage && metric!.word === best.metric!.word,
    );
    const key =
      stage === 'validation' && others.length > 0
        ? say('reading.objective-validation')
        : say('reading.objective-name', { word: wordIn(best) });
    return { index: best.index, reason: key };
  }
  const figure = open.findLast(({ hint }) => hint === 'figure');
  if (figure) return { index: figure.index, reason: say('reading.objective-maker') };
  const plain = open.filter(({ kind }) => kind === undefined);
  const last = plain.findLast((one) => !isSetting(one)) ?? plain.at(-1) ?? open.at(-1);
  return last && { index: last.index, reason: say('reading.objective-last') };
}

/** What of the name was recognised: the figure as the name writes it, if it is there. */
function wordIn({ name, metric }: Subject): string {
  const at = name.toLowerCase().indexOf(metric!.word);
  return at < 0 ? name : name.slice(at, at + metric!.word.length);
}

const STAGES = { validation: 0, test: 2, train: 3 };
const PARTS = { value: 0, extreme: 1, fold: 2, spread: 3 };

/** Lower is likelier; of equals, later columns. */
function rank({ metric, constant }: Subject, all: readonly Subject[]): number[] {
  const { certainty, stage, part, word } = metric!;
  // A bare loss beside a validation loss is that of the training.
  const bare = all.some(
    (one) =>
      one.metric!.word === word && (one.metric!.stage === 'validation' || one.metric!.stage === 'test'),
  );
  return [
    -certainty,
    part === 'spread' ? 1 : 0,
    stage ? STAGES[stage] : bare ? 3 : 1,
    PARTS[part],
    constant ? 1 : 0,
  ];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, i) => one !== b[i]);
  return at < 0 ? 0 : a[at] - b[at];
}

/** `ranks`: whether the first rank of a column has the lowest or the highest result, if there is such a column. */
export function directionOf(
  objective: Subject,
  subjects: readonly Subject[],
  maker: MakerRules | undefined,
  ranks: { name: string; sense: Sense } | undefined,
  wanted: Sense | undefined,
): Direction {
  const as = (sense: Sense, why: string, values: Message['values'] = {}): Direction => ({
    sense,
    reason: REASONS[`${sense}-${why}`](values),
  });
  if (wanted) return as(wanted, 'chosen');
  const { metric, name } = objective;
  const stated = subjects.map(statedSense).find((found) => found !== undefined);
  if (stated) return as(stated.sense, 'stated', { name: stated.name, value: stated.value });
  if (maker?.sense && objective.hint === 'objective') return as(maker.sense, 'maker', { maker: maker.name });
  if (maker?.id === 'keras-tuner' && objective.hint === 'objective' && objective.hi > 1) {
    return as('minimise', 'range', { maker: maker.name, value: objective.hi });
  }
  const byName = metric?.sense && as(metric.sense, metric.negated ? 'negated' : 'name', { name });
  if (byName && metric?.certainty === 2) return byName;
  if (ranks) return as(ranks.sense, 'rank', { name: ranks.name });
  return byName ?? as('minimise', 'default');
}

const REASONS: Record<string, (values: Message['values']) => Message> = {
  'minimise-chosen': (values) => say('reading.minimise-chosen', values),
  'maximise-chosen': (values) => say('reading.maximise-chosen', values),
  'minimise-maker': (values) => say('reading.minimise-maker', values),
  'maximise-maker': (values) => say('reading.maximise-maker', values),
  'minimise-stated': (values) => say('reading.minimise-stated', values),
  'maximise-stated': (values) => say('reading.maximise-stated', values),
  'minimise-range': (values) => say('reading.minimise-range', values),
  'minimise-name': (values) => say('reading.minimise-name', values),
  'maximise-name': (values) => say('reading.maximise-name', values),
  'minimise-negated': (values) => say('reading.minimise-negated', values),
  'maximise-negated': (values) => say('reading.maximise-negated', values),
  'minimise-rank': (values) => say('reading.minimise-rank', values),
  'maximise-rank': (values) => say('reading.maximise-rank', values),
  'minimise-default': (values) => say('reading.minimise-default', values),
};

/** A column that says nothing but `min` or `max`. */
function statedSense({
  name,
  values,
  numeric,
}: Subject): { name: string; sense: Sense; value: string } | undefined {
  if (numeric || values?.size !== 1 || !/(?:^|[^a-z])(?:direction|sense|goal|mode)$/i.test(name))
    return undefined;
  const [value] = values.keys();
  const found = /^(?:StudyDirection\.)?(min|max)(?:i[mz]|$)/i.exec(value);
  return found ? { name, value, sense: /^min/i.test(found[1]) ? 'minimise' : 'maximise' } : undefined;
}
