/** Gives every column of a table its role, and the reason for it. */
import { say, type Message } from '../../../../types.ts';
import { shorten } from '../../../../params.ts';
import type { Kind } from './kinds.ts';
import type { MakerRules } from '../makers/maker.ts';
import { chooseObjective } from './objective.ts';
import type { Subject } from './subjects.ts';
import { MOST_HYPERPARAMETERS, type Role, type Wanted } from '../types.ts';

export interface Roles {
  /** By column. */
  given: { role: Role; reason: Message }[];
  hyperparameters: number[];
  objective: number;
  state: number | undefined;
  filters: number[];
}

/** Numbers of so few values that rows can be chosen by them. */
const FEW = 20;

export function rolesOf(
  subjects: readonly Subject[],
  maker: MakerRules | undefined,
  wanted: Wanted,
): Roles | { problem: Message } {
  const numeric = subjects.filter((one) => one.numeric);
  if (!fits(wanted, subjects)) return { problem: say('problem.csv-choice', { most: MOST_HYPERPARAMETERS }) };
  const objective =
    wanted.objective === undefined
      ? chooseObjective(subjects, wanted.hyperparameters ?? [])
      : { index: wanted.objective, reason: say('reading.objective-chosen') };
  if (numeric.length < 2 || !objective) return { problem: noColumns(subjects) };
  const axes = wanted.hyperparameters
    ? { indices: wanted.hyperparameters, left: false, cut: [] as number[] }
    : chooseHyperparameters(subjects, objective.index);
  if (axes.indices.length === 0) return { problem: noHyperparameter(subjects, objective.index) };
  const state = subjects.find(({ kind, index }) => kind === 'state' && index !== objective.index)?.index;
  const filtered = new Set((wanted.where ?? []).map(({ column }) => column));
  const given = subjects.map((subject) => {
    const { index } = subject;
    const role = (name: Role, reason: Message) => ({ role: name, reason });
    if (index === objective.index) return role('objective', objective.reason);
    if (axes.indices.includes(index))
      return role('hyperparameter', axisReason(subject, wanted, axes.left, maker));
    if (index === state) return role('state', say('reading.state'));
    if (filtered.has(index)) return role('filter', say('reading.filter-chosen'));
    return restOf(subject, axes.cut.includes(index), wanted, maker);
  });
  return {
    given,
    hyperparameters: axes.indices,
    objective: objective.index,
    state,
    filters: given.flatMap(({ role }, index) => (role === 'filter' ? [index] : [])),
  };
}

/** Whether what was chosen can be: numbers, and each column once. */
function fits({ hyperparameters, objective }: Wanted, subjects: readonly Subject[]): boolean {
  const all = [...(hyperparameters ?? []), ...(objective === undefined ? [] : [objective])];
  return (
    (hyperparameters === undefined ||
      (hyperparameters.length > 0 && hyperparameters.length <= MOST_HYPERPARAMETERS)) &&
    new Set(all).size === all.length &&
    all.every((index) => subjects[index]?.numeric)
  );
}

interface Axes {
  indices: number[];
  /** Only what would otherwise be no hyperparameter was left. */
  left: boolean;
  /** Too many: these are not taken. */
  cut: number[];
}

function chooseHyperparameters(subjects: readonly Subject[], objective: number): Axes {
  const varied = subjects.filter(
    ({ numeric, constant, index }) => numeric && !constant && index !== objective,
  );
  const marked = subjects.some(({ hint }) => hint === 'hyperparameter');
  const open = varied.filter((one) =>
    marked
      ? one.hint === 'hyperparameter'
      : one.hint === undefined &&
        one.kind === undefined &&
        (one.metric?.certainty ?? 1) < 2 &&
        one.metric?.part !== 'spread',
  );
  if (open.length > 0) {
    const ranked = [...open].sort((a, b) => different(b) - different(a) || a.index - b.index);
    const kept = ranked.slice(0, MOST_HYPERPARAMETERS);
    const cut = ranked.slice(MOST_HYPERPARAMETERS);
    return {
      indices: kept.map(({ index }) => index).sort((a, b) => a - b),
      left: false,
      cut: cut.map(({ index }) => index),
    };
  }
  const spare = SPARE.flatMap((kind) => varied.filter((one) => one.kind === kind && one.hint !== 'note'));
  return { indices: spare.slice(0, 1).map(({ index }) => index), left: true, cut: [] };
}

/** What may be searched along where nothing else is left. */
const SPARE: readonly Subject['kind'][] = ['index', 'progress', 'id', 'time'];

const different = ({ values }: Subject): number => values?.size ?? Infinity;

function axisReason(subject: Subject, wanted: Wanted, left: boolean, maker: MakerRules | undefined): Message {
  if (wanted.hyperparameters) return say('reading.hyperparameter-chosen');
  if (subject.hint === 'hyperparameter') return say('reading.hyperparameter-maker', { maker: maker!.name });
  return left ? say('reading.hyperparameter-left') : say('reading.hyperparameter-varies');
}

const KINDS: Record<Kind | 'index', Message> = {
  index: say('reading.ignored-index'),
  id: say('reading.ignored-id'),
  time: say('reading.ignored-time'),
  rank: say('reading.ignored-rank'),
  progress: say('reading.ignored-progress'),
  seed: say('reading.ignored-seed'),
  fold: say('reading.ignored-fold'),
  machine: say('reading.ignored-machine'),
  state: say('reading.ignored-machine'),
};

/** A column that is neither axis nor result. */
function restOf(
  subject: Subject,
  cut: boolean,
  wanted: Wanted,
  maker: MakerRules | undefined,
): { role: Role; reason: Message } {
  const ignored = (reason: Message) => ({ role: 'ignored' as const, reason });
  const { kind, metric, hint, constant, numeric, values, numbers, odd, texts } = subject;
  if (numbers + texts + odd === 0) return ignored(say('reading.ignored-empty'));
  if (kind !== undefined) return ignored(KINDS[kind]);
  if (hint === 'note' || hint === 'progress' || hint === 'trial') {
    return ignored(say('reading.ignored-maker', { maker: maker!.name }));
  }
  if (constant) return ignored(say('reading.ignored-constant'));
  if (metric && (metric.certainty === 2 || metric.part === 'spread')) return ignored(figureReason(subject));
  if (hint === 'objective' || hint === 'figure') return ignored(say('reading.ignored-result'));
  if (!numeric) {
    // Names and notes differ in nearly every row.
    return values && values.size < texts + numbers
      ? { role: 'filter', reason: say('reading.filter-texts', { count: values.size }) }
      : ignored(say('reading.ignored-texts'));
  }
  if (values && values.size <= FEW && values.size < numbers && (cut || wanted.hyperparameters)) {
    return {
      role: 'filter',
      reason: cut
        ? say('reading.filter-many', { most: MOST_HYPERPARAMETERS })
        : say('reading.filter-unchosen'),
    };
  }
  if (cut) return ignored(say('reading.ignored-many', { most: MOST_HYPERPARAMETERS }));
  return ignored(
    wanted.hyperparameters || !maker
      ? say('reading.ignored-unchosen')
      : say('reading.ignored-unmarked', { maker: maker.name }),
  );
}

function figureReason({ metric }: Subject): Message {
  const { part, stage } = metric!;
  if (part === 'spread') return say('reading.ignored-spread');
  if (part === 'fold') return say('reading.ignored-one-fold');
  if (part === 'extreme') return say('reading.ignored-extreme');
  return stage === 'train' ? say('reading.ignored-training') : say('reading.ignored-result');
}

/** Why there are not two columns of numbers, naming one that is not. */
function noColumns(subjects: readonly Subject[]): Message {
  const found = subjects.filter(({ numeric }) => numeric).length;
  return (found > 0 ? textProblem(subjects) : undefined) ?? say('problem.csv-columns', { found });
}

function noHyperparameter(subjects: readonly Subject[], objective: number): Message {
  const said = textProblem(subjects);
  if (said) return said;
  const flat = subjects.find(
    ({ numeric, constant, index, kind, metric }) =>
      numeric && constant && index !== objective && kind === undefined && metric?.certainty !== 2,
  );
  // All trials are at one place.
  if (flat) return say('problem.csv-few', { rows: flat.numbers, gaps: 0 });
  return say('problem.csv-alone', { name: shorten(subjects[objective].name) });
}

/** The first column of texts that is not about the run. */
function textProblem(subjects: readonly Subject[]): Message | undefined {
  const found = subjects.find(
    ({ numeric, text, kind, hint }) =>
      !numeric && text && kind === undefined && hint !== 'note' && hint !== 'state',
  );
  if (!found) return undefined;
  const { cell, line } = found.text!;
  return say('problem.csv-text', { name: shorten(found.name), given: shorten(cell), row: line });
}
