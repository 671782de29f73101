/** Numbers of the chapter on choosing: of the studies that its figures propose and run, and of single cases. */
import { Accumulator, type Comparison } from '#core/study/statistics/index.ts';
import { planRuns } from '#core/study/plan.ts';
import { readStudy } from '#core/study/read-study.ts';
import { runOne } from '#core/study/run-study.ts';
import type { Study } from '#core/study/types.ts';
import { countAhead, scenarioOf, shareOf } from '../counting.ts';
import { aheadOf, fromRuns, median, type FactDeclaration, type Facts } from '../facts.ts';
import type { Figure } from '../figures.ts';
import { answersText, guided } from '../guide.ts';
import type { Answers } from '../questions.ts';
import { byHours, hourly, rankingAt } from '../ranking.ts';
import { lowestOf, settingsOf } from '../seeds.ts';
import { winnersIn } from '../winners.ts';

interface Held {
  study: Study;
  trials: Accumulator;
  hours: Accumulator;
}
const kept = new Map<string, Held>();
/** The first so many repeats of a guide's study; made once. */
function heldOf(answers: Answers, repeats: number): Held {
  const key = `${answersText(answers)} ${repeats}`;
  let made = kept.get(key);
  if (made) return made;
  const { study: whole, judged, machines, longest: hours } = guided(answers);
  const study = { ...whole, repeats };
  made = { study, trials: new Accumulator(study, judged), hours: new Accumulator(hourly(study, hours)) };
  for (const run of planRuns(study)) {
    const record = runOne(study, run, () => 0);
    made.trials.add(record);
    made.hours.add(byHours(study, record, { machines, hours, judged }));
  }
  kept.set(key, made);
  return made;
}

interface Looked {
  /** A trial; by default the last. */
  at?: number;
  /** Or an hour. */
  hour?: number;
}
const lookedAt = (held: Held, { at, hour }: Looked) =>
  hour === undefined ? rankingAt(held.trials, at ?? held.study.budget) : rankingAt(held.hours, hour);

/** A fact of the study of a `guide` figure, as its section states it. */
export function ofGuide(
  figure: Figure,
  looked: Looked,
  reduce: (found: ReturnType<typeof rankingAt>, place: (id: string) => number) => number,
): FactDeclaration {
  if (figure.kind !== 'guide') throw new Error(`“${figure.kind}” proposes no study.`);
  const answers = { ...figure.answers, ...figure.sets } as Answers;
  const { study } = guided(answers);
  return {
    from: `guide: ${answersText(answers)}${looked.at === undefined ? '' : `; trial ${looked.at}`}${looked.hour === undefined ? '' : `; hour ${looked.hour}`}`,
    repeats: study.repeats,
    sample: 2,
    value: (repeats) => {
      const held = heldOf(answers, repeats);
      return reduce(lookedAt(held, looked), (id) => held.study.strategies.findIndex((one) => one.id === id));
    },
  };
}
const rank = (figure: Figure, id: string, looked: Looked = {}) =>
  ofGuide(figure, looked, ({ mean }, place) => mean[place(id)]);
const pairs = (verdicts: (one: Comparison) => boolean, figure: Figure, looked: Looked = {}) =>
  ofGuide(
    figure,
    looked,
    ({ wins }) => wins.flatMap((row, a) => row.filter((one, b) => b > a && one && verdicts(one))).length,
  );
const tied = ({ verdict }: Comparison) => verdict === 'tied';
const share = (figure: Figure, a: string, b: string, looked: Looked = {}) =>
  ofGuide(figure, looked, ({ wins }, place) => wins[place(a)][place(b)]!.share);

interface Case {
  problem: object | string;
  strategies: readonly (object | string)[];
  budget: number;
  repeats: number;
}
const cases = new Map<string, Accumulator>();
export function caseOf({ problem, ...asked }: Case, repeats: number): Accumulator {
  const key = JSON.stringify([problem, asked, repeats]);
  const known = cases.get(key);
  if (known) return known;
  const read = readStudy({ problems: [problem], ...asked, repeats: 1, seed: 1, instances: 'moved' });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  // More than a study from outside may ask for: these are short.
  const study = { ...read.study, repeats };
  const noisy = study.problems[0].noise.kind !== 'none';
  const made = new Accumulator(study, noisy ? 'deployed' : 'tried');
  for (const run of planRuns(study)) made.add(runOne(study, run, () => 0));
  cases.set(key, made);
  return made;
}
/** @param reduce of the strategy's place among those of the case */
const ofCase = (
  asked: Case,
  name: string,
  reduce: (results: Accumulator, place: number) => number,
): FactDeclaration => ({
  from: `${JSON.stringify(asked)}; ${name}`,
  repeats: asked.repeats,
  sample: 2,
  value: (repeats) => {
    const results = caseOf(asked, repeats);
    return reduce(
      results,
      results.study.strategies.findIndex((one) => one.name === name),
    );
  },
});
const rankIn = (asked: Case, name: string) =>
  ofCase(asked, name, (results, place) => rankingAt(results, asked.budget).mean[place]);
const regretIn = (asked: Case, name: string) =>
  ofCase(asked, name, (results, place) =>
    median(results.runs(0, place).map((run) => run.best.at(-1)! - results.optimumOf(run))),
  );

const ONE: Case = {
  problem: { id: 'skewed-u', noise: 'none' },
  strategies: ['grid', 'binary', 'random', 'bayes', 'sobol'],
  ...{ budget: 8, repeats: 100 },
};
const TWENTY: Case = {
  problem: { id: 'embed', params: { hidden: 'branin', dimension: 20 } },
  strategies: [
    { id: 'bayes', name: 'scaled', params: { prior: 'dimension-scaled' } },
    ...['bayes', 'tpe', 'sobol', 'random'],
  ],
  ...{ budget: 40, repeats: 40 },
};
export const SVC: Case = {
  problem: 'svc-digits',
  strategies: ['grid', 'random', 'bayes', 'tpe', 'sobol'],
  ...{ budget: 20, repeats: 60 },
};
export const CHAIR: Case = {
  problem: { id: 'dropout-learning-rate', noise: 'none' },
  strategies: [
    { id: 'babysit', name: 'expert', params: { experience: 0.9 } },
    { id: 'babysit', name: 'novice', params: { experience: 0.1 } },
    ...['grid', 'random', 'bayes'],
  ],
  ...{ budget: 12, repeats: 60 },
};

/** Dice, then dice around the best; against dice alone. */
const relayed = (problem: object | string): Case => ({
  problem,
  strategies: ['relay', 'random'],
  ...{ budget: 30, repeats: 1500 },
});
const LINE: Case = {
  problem: { id: 'morph-2d', params: { rotation: 90, conditioning: 33.3 } },
  strategies: [
    { id: 'relay', params: { first: 'grid', n: 9, 'first.grid.placement': 'centres', then: 'line' } },
    'random',
    { id: 'grid', params: { placement: 'centres' } },
  ],
  ...{ budget: 16, repeats: 1000 },
};
const aheadIn = (asked: Case, a: string, b: string): FactDeclaration => {
  const fact = ofCase(asked, a, (results, place) => {
    const other = results.study.strategies.findIndex((one) => one.name === b);
    const [mine, theirs] = [place, other].map((one) => results.runs(0, one).map(({ best }) => best.at(-1)!));
    return shareOf(countAhead(mine, theirs));
  });
  return { ...fact, from: `${fact.from} ahead of ${b}` };
};

/** The five of the last figure over many seeds: the setting that looked best is handed in, and its true value counts. */
export const FIVE = { repeats: 500, sample: 20 };
const taught = new Map<string, Accumulator>();
export function taughtOf(lab: string, repeats: number): Accumulator {
  const key = `${lab} ${repeats}`;
  const known = taught.get(key);
  if (known) return known;
  const { objective, noise, budget, strategies } = scenarioOf(lab);
  const read = readStudy({ problems: [{ objective, noise }], strategies, budget, repeats: 1, seed: 1 });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const study = { ...read.study, repeats };
  const made = new Accumulator(study, 'deployed');
  for (const run of planRuns(study)) made.add(runOne(study, run, () => 0));
  taught.set(key, made);
  return made;
}
/** By strategy, what each repeat hands in. */
export const handedIn = (results: Accumulator): number[][] =>
  results.study.strategies.map((_, s) => results.runs(0, s).map((run) => winnersIn(run).worth.at(-1)!));
/** How often each comes first; who shares a first place has a part of it. */
export function firstPlaces(worth: readonly (readonly number[])[]): number[] {
  const firsts = worth.map(() => 0);
  worth[0].forEach((_, repeat) => {
    const lowest = Math.min(...worth.map((own) => own[repeat]));
    const first = worth.flatMap((own, s) => (own[repeat] === lowest ? [s] : []));
    for (const s of first) firsts[s] += 1 / first.length / worth[0].length;
  });
  return firsts;
}
const ofFive = (
  figure: Figure,
  reduce: (worth: number[][], place: (id: string) => number) => number,
): FactDeclaration => {
  if (figure.kind !== 'stage') throw new Error(`“${figure.kind}” is no run.`);
  const lab = figure.lab.replace(/&t=.*/, '');
  return {
    from: `${lab}; the true error of what looked best`,
    ...FIVE,
    value: (repeats) => {
      const results = taughtOf(lab, repeats);
      return reduce(handedIn(results), (id) => results.study.strategies.findIndex((one) => one.id === id));
    },
  };
};
const middle = (figure: Figure, id: string) => ofFive(figure, (worth, place) => median(worth[place(id)]));
const firstIn = (figure: Figure, id: string) =>
  ofFive(figure, (worth, place) => firstPlaces(worth)[place(id)]);
const rangeOf = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
const TWELVE = 'objective=mlp-digits&strategies=random&budget=12&seed=4';

export const facts: Facts = (figures) => {
  const study = figures['the-study'];
  const early = { at: 4 };
  const { hours, noise } = figures;
  const cheap = figures['other-answers'];
  const five = figures['your-twelve'];
  return {
    // The study of the answers that the text states.
    'study-bayes': rank(study, 'bayes'),
    'study-nelder-mead': rank(study, 'nelder-mead'),
    'study-tpe': rank(study, 'tpe'),
    'study-random': rank(study, 'random'),
    'study-grid': rank(study, 'grid'),
    'study-repeats': {
      from: 'repeats of that study',
      value: () => (study.kind === 'guide' ? guided(study.answers).study.repeats : NaN),
    },
    'study-share': share(study, 'bayes', 'nelder-mead'),
    'study-tied': pairs(tied, study),
    'study-decided': pairs((one) => !tied(one), study),
    'early-nelder-mead': rank(study, 'nelder-mead', early),
    'early-bayes': rank(study, 'bayes', early),
    'early-random': rank(study, 'random', early),
    'early-tpe': rank(study, 'tpe', early),
    'early-grid': rank(study, 'grid', early),
    'early-tied': pairs(tied, study, early),
    'eighth-bayes': rank(study, 'bayes', { at: 8 }),
    // Eight machines.
    'trials-bayes': rank(hours, 'bayes'),
    'trials-batch': rank(hours, 'batch-bayes'),
    'trials-random': rank(hours, 'random'),
    'three-random': rank(hours, 'random', { hour: 3 }),
    'three-batch': rank(hours, 'batch-bayes', { hour: 3 }),
    'six-random': rank(hours, 'random', { hour: 6 }),
    'six-batch': rank(hours, 'batch-bayes', { hour: 6 }),
    'six-bayes': rank(hours, 'bayes', { hour: 6 }),
    'six-share': share(hours, 'batch-bayes', 'random', { hour: 6 }),
    'twelve-batch': rank(hours, 'batch-bayes', { hour: 12 }),
    'twelve-random': rank(hours, 'random', { hour: 12 }),
    // Strong noise.
    'noise-first': rank(noise, 'binary'),
    'noise-last': rank(noise, 'random'),
    'noise-tied': pairs(tied, noise),
    // Cheap trials.
    'cheap-cma': rank(cheap, 'cma-es'),
    'cheap-nelder-mead': rank(cheap, 'nelder-mead'),
    'cheap-random': rank(cheap, 'random'),
    // Single cases, the minimum placed anew in every repeat.
    'one-bayes': rankIn(ONE, 'bayes'),
    'one-binary': rankIn(ONE, 'binary'),
    'one-random': rankIn(ONE, 'random'),
    'twenty-scaled': regretIn(TWENTY, 'scaled'),
    'twenty-bayes': regretIn(TWENTY, 'bayes'),
    'twenty-tpe': regretIn(TWENTY, 'tpe'),
    'twenty-random': regretIn(TWENTY, 'random'),
    'svc-bayes': rankIn(SVC, 'bayes'),
    'svc-tpe': rankIn(SVC, 'tpe'),
    'svc-grid': rankIn(SVC, 'grid'),
    'chair-bayes': rankIn(CHAIR, 'bayes'),
    'chair-expert': rankIn(CHAIR, 'expert'),
    'chair-novice': rankIn(CHAIR, 'novice'),
    'chair-random': rankIn(CHAIR, 'random'),
    // Relays.
    'hybrid-branin': fromRuns(figures.hybrids, aheadOf(), { sample: 40 }),
    'hybrid-valleys': aheadIn(relayed({ id: 'rastrigin', params: { dimension: 2 } }), 'relay', 'random'),
    'hybrid-chair': aheadIn(relayed('dropout-learning-rate'), 'relay', 'random'),
    'line-random': aheadIn(LINE, 'relay', 'random'),
    'line-grid': aheadIn(LINE, 'relay', 'grid'),
    'line-regret': regretIn(LINE, 'relay'),
    'line-random-regret': regretIn(LINE, 'random'),
    // The scenario of the first chapter.
    'five-runs': { from: 'repeats of the following', value: () => FIVE.repeats },
    'five-babysit': middle(five, 'babysit'),
    'five-grid': middle(five, 'grid'),
    'five-binary': middle(five, 'binary'),
    'five-random': middle(five, 'random'),
    'five-bayes': middle(five, 'bayes'),
    'first-binary': firstIn(five, 'binary'),
    'first-random': firstIn(five, 'random'),
    // The seeds of the winner of the first chapter, against what lies between the first and the last of the five.
    'times-apart': ofFive(five, (worth) => {
      const settings = settingsOf(TWELVE);
      const { seeds } = settings[lowestOf(settings, 'seen')];
      return rangeOf(seeds) / rangeOf(worth.map(median));
    }),
  };
};
