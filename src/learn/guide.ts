/**
 * From six answers to a study: which problems are like the reader's, which strategies are worth comparing on them, and
 * how. One table for the page, the facts and the tests. It proposes what to look at; who wins, the study says.
 *
 * Problems, by how many knobs there are, and whether they have one valley:
 *
 * | knobs | one valley                               | unsure                                         |
 * | ----- | ---------------------------------------- | ---------------------------------------------- |
 * | one   | `quadratic`, `skewed-u`                  | `forrester`, `double-well`                     |
 * | few   | `important-unimportant`, `rotated-quadratic` | `branin`, `six-hump-camel`; with some noise `svc-digits`, `mlp-digits`, as they were measured |
 * | many  | a parabola hidden in 6-D, the sphere in 5-D | `branin` hidden in 6-D, `hartmann6` |
 *
 * Trials, by price and machines: {@link BUDGETS}. Noise: {@link NOISE}, or as measured.
 * Strategies: the first five of {@link CANDIDATES} that fit. Machines: {@link machinesFor}; where there are several, time
 * counts and not trials. Where there is noise, what counts is the true value of the point that would be deployed.
 */
import type { ParamValues } from '#core/params.ts';
import { readStudy } from '#core/study/read-study.ts';
import { typicalRegret, type Judged } from '#core/study/statistics/index.ts';
import type { Study, StudyProblem } from '#core/study/types.ts';
import { QUESTION_IDS, QUESTIONS, type Answers, type Question } from './questions.ts';

/** Every way to answer. */
export function* everyAnswer(): Generator<Answers> {
  const more = function* (questions: readonly Question[], so: Partial<Answers>): Generator<Answers> {
    const [first, ...rest] = questions;
    if (first === undefined) yield so as Answers;
    else for (const option of QUESTIONS[first]) yield* more(rest, { ...so, [first]: option });
  };
  yield* more(QUESTION_IDS, {});
}

/** Answers as one text, and back: what the browser keeps. */
export const answersText = (answers: Partial<Answers>): string =>
  QUESTION_IDS.flatMap((one) => (answers[one] === undefined ? [] : [`${one}=${answers[one]}`])).join(';');
/** What is unknown in it is left out. */
export function readAnswers(text: string): Partial<Answers> {
  const read: Partial<Record<Question, string>> = {};
  for (const pair of text.split(';')) {
    const [name, option] = pair.split('=');
    const question = QUESTION_IDS.find((one) => one === name);
    if (question && (QUESTIONS[question] as readonly string[]).includes(option)) read[question] = option;
  }
  return read as Partial<Answers>;
}

/** Trials: on one machine, and on several. Where a trial costs seconds, there are many of them. */
export const BUDGETS = {
  hours: { one: [8, 16], few: [25, 32], many: [40, 48] },
  seconds: { one: [60, 60], few: [200, 200], many: [300, 300] },
} as const;
/** So many machines, if there are not as many as trials. */
export const SEVERAL = 8;
/** Standard deviation of the noise, as a share of how far the error of a random setting typically lies above the lowest. */
export const NOISE = { some: 0.05, strong: 0.3 } as const;

const embedded = (hidden: string, dimension: number) => ({
  name: `${hidden}-in-${dimension}d`,
  objective: { id: 'embed', params: { hidden, dimension } },
});
interface Sketched {
  name?: string;
  objective: { id: string; params?: ParamValues };
  noise?: string | { kind: string; sd?: number };
}
const of = (id: string, params?: ParamValues, name?: string): Sketched => ({
  objective: { id, ...(params && { params }) },
  ...(name !== undefined && { name }),
});

function problemsFor({ knobs, valley, noise }: Answers): Sketched[] {
  if (knobs === 'one')
    return valley === 'one' ? [of('quadratic'), of('skewed-u')] : [of('forrester'), of('double-well')];
  if (knobs === 'few') {
    if (valley === 'one') return [of('important-unimportant'), of('rotated-quadratic')];
    if (noise === 'some') return [of('svc-digits'), of('mlp-digits')];
    return [of('branin'), of('six-hump-camel')];
  }
  return valley === 'one'
    ? [embedded('quadratic', 6), of('bbob', { function: 'f1', dimension: 5 }, 'bbob-f1-5d')]
    : [embedded('branin', 6), of('hartmann6')];
}
const MEASURED = ['svc-digits', 'mlp-digits'];
function quiet(problem: Sketched): Sketched {
  if (MEASURED.includes(problem.objective.id)) return { ...problem, noise: 'measured' };
  return { ...problem, noise: { kind: 'none' } };
}
/** What is not measured gets noise of its own size, to one digit, so that it can be said. */
function noised({ noise, ...problem }: StudyProblem, { noise: asked }: Answers): StudyProblem {
  if (noise.kind === 'measured' || asked === 'none') return { ...problem, noise };
  const sd = Number((NOISE[asked] * typicalRegret(problem.objective)).toPrecision(1));
  return { ...problem, noise: { kind: 'gaussian', sd } };
}
/** Why a strategy takes part, or does not. */
export type Reason =
  | 'baseline'
  | 'thinks'
  | 'batch'
  | 'oneValley'
  | 'oneKnob'
  | 'experience'
  | 'levels'
  | 'population'
  | 'slope'
  | 'densities'
  | 'even'
  | 'spread';
/** Why one that is often thought of does not. */
export type Absence = 'oneKnobOnly' | 'thinkingCosts' | 'oneAtATime';

interface Candidate {
  id: string;
  fits: (answers: Answers) => boolean;
  params?: (answers: Answers) => ParamValues;
  why: (answers: Answers) => Reason;
}
const always = () => true;
/** In the order in which they are taken: the first five that fit. */
export const CANDIDATES: readonly Candidate[] = [
  // What learns nothing tells what learning is worth.
  { id: 'random', fits: always, why: () => 'baseline' },
  {
    id: 'bayes',
    fits: ({ price }) => price === 'hours',
    // Of many knobs most matter little (Hvarfner, Hellsten & Nardi 2024).
    params: ({ knobs }) => (knobs === 'many' ? { prior: 'dimension-scaled' } : {}),
    why: () => 'thinks',
  },
  {
    id: 'batch-bayes',
    fits: ({ price, machines }) => price === 'hours' && machines !== 'one',
    params: () => ({ size: SEVERAL }),
    why: () => 'batch',
  },
  {
    id: 'babysit',
    fits: ({ experience }) => experience === 'good',
    params: () => ({ experience: 0.9 }),
    why: () => 'experience',
  },
  {
    id: 'binary',
    fits: ({ knobs }) => knobs === 'one',
    why: ({ valley }) => (valley === 'one' ? 'oneValley' : 'oneKnob'),
  },
  { id: 'grid', fits: always, why: () => 'levels' },
  {
    id: 'cma-es',
    fits: ({ price, knobs }) => price === 'seconds' && knobs !== 'one',
    why: () => 'population',
  },
  {
    id: 'nelder-mead',
    fits: ({ machines, knobs, price }) => machines === 'one' && (knobs === 'few' || price === 'seconds'),
    why: () => 'slope',
  },
  { id: 'tpe', fits: ({ knobs, price }) => knobs !== 'one' && price === 'hours', why: () => 'densities' },
  { id: 'sobol', fits: always, why: () => 'even' },
  { id: 'latin-hypercube', fits: always, why: () => 'spread' },
];
/** So many are compared. */
export const ENTRANTS = 5;

export function machinesFor({ machines }: Answers, budget: number): number {
  return machines === 'one' ? 1 : machines === 'eight' ? SEVERAL : budget;
}

/** Repeats: what a page runs in seconds. */
const repeatsFor = ({ price }: Answers): number => (price === 'hours' ? 40 : 30);

export interface Guided {
  readonly answers: Answers;
  readonly study: Study;
  readonly judged: Judged;
  readonly machines: number;
  /** Lengths of a training after which the ranking is looked at, where there are several machines. */
  readonly deadline: number;
  /** As long as that the slowest may take: one after the other. */
  readonly longest: number;
  /** One for each strategy of the study. */
  readonly reasons: readonly Reason[];
  /** Which are not compared though one may think of them. */
  readonly absent: readonly { readonly id: string; readonly why: Absence }[];
}

/** The study that answers propose. */
export function guided(answers: Answers): Guided {
  const chosen = CANDIDATES.filter(({ fits }) => fits(answers)).slice(0, ENTRANTS);
  const budget = BUDGETS[answers.price][answers.knobs][answers.machines === 'one' ? 0 : 1];
  const read = readStudy({
    problems: problemsFor(answers).map(quiet),
    strategies: chosen.map(({ id, params }) => ({ id, params: params?.(answers) ?? {} })),
    ...{ budget, repeats: repeatsFor(answers), seed: 1, instances: 'moved' },
  });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const study = { ...read.study, problems: read.study.problems.map((one) => noised(one, answers)) };
  const machines = machinesFor(answers, budget);
  const takesPart = (id: string) => chosen.some((one) => one.id === id);
  const absent: { id: string; why: Absence }[] = [
    { id: 'binary', why: 'oneKnobOnly' as const },
    ...(answers.price === 'seconds' ? [{ id: 'bayes', why: 'thinkingCosts' as const }] : []),
    ...(answers.machines === 'one' ? [] : [{ id: 'nelder-mead', why: 'oneAtATime' as const }]),
  ];
  return {
    answers,
    study,
    judged: answers.noise === 'none' ? 'tried' : 'deployed',
    machines,
    deadline: machines === 1 ? budget : Math.ceil((1.5 * budget) / machines),
    longest: Math.ceil(1.5 * budget),
    reasons: chosen.map(({ why }) => why(answers)),
    absent: absent.filter(({ id }) => !takesPart(id)),
  };
}

/** The study as a study file says it, in few words: what a link to the Arena holds. */
export function inFewWords({ problems, strategies, budget, repeats, seed, instances }: Study): object {
  return { problems, strategies, budget, repeats, seed, ...(instances && { instances }) };
}
