/** The numbers of the chapter on Bayesian optimisation. */
import { lookUp } from '#core/look-up.ts';
import { expectedImprovement, probabilityOfImprovement } from '#core/surrogate/acquisition.ts';
import { cdf } from '#core/surrogate/normal.ts';
import type { ModelView } from '#core/types.ts';
import {
  believedAt,
  betOf,
  likelihoodAt,
  likeliest,
  stated,
  type Believed,
  type Held,
  type Stated,
} from '../belief.ts';
import { shareOf as shareAhead, countAhead } from '../counting.ts';
import { fromRun, mean, median, runOf, type FactDeclaration, type Facts } from '../facts.ts';
import type { BetKind, BeliefFigure, Figure, StageFigure } from '../figures.ts';
import {
  chosen,
  endsIn,
  lowestOf,
  many,
  near,
  needle,
  noisy,
  NOISY,
  repeatsOf,
  shareOf,
  STUCK,
} from './many.ts';

const LOOP = 'objective=forrester&budget=15&seed=5&strategies=bayes';
const GREEDY = `${LOOP}&bayes.acquisition=lcb&bayes.kappa=0`;
const WRONG = `${LOOP}&bayes.kernel=rbf&bayes.hyperparameters=fixed&bayes.lengthscale=1`;

const asBelief = (figure: Figure): BeliefFigure => {
  if (figure.kind !== 'belief') throw new Error(`“${figure.kind}” holds no belief.`);
  return figure;
};
const trial = (lab: string, number: number) => runOf(lab).traces[0].trials[number - 1];
const modelAt = (lab: string, number: number) => trial(lab, number).view as ModelView;

export const facts: Facts = (figures) => {
  const figureOf = (section: string): Figure => {
    const figure = lookUp(figures, section);
    if (!figure) throw new Error(`There is no section “${section}”.`);
    return figure;
  };
  const plain = (section: string, value: (given: Stated) => number): FactDeclaration => ({
    from: JSON.stringify(figureOf(section)),
    value: () => value(stated(asBelief(figureOf(section)))),
  });
  const own = (points: [number, number][], u: number, part: keyof Believed): FactDeclaration => ({
    from: `RBF, ℓ = 0.2, observations ${JSON.stringify(points)}, at ${u}`,
    value: () => {
      const given = stated({ ...asBelief(figures.one), points });
      return believedAt(given, given, u)[part];
    },
  });
  const byHand = (noise: number, u: number, part: keyof Believed) =>
    plain('by-hand', (given) => believedAt(given, { ...given, noise }, u)[part]);
  const ell = (section: string, lengthscale: number) =>
    plain(section, (given) => likelihoodAt(given, given, lengthscale));
  const bet = (kind: BetKind, part: 'u' | 'value', change: Partial<Held> = {}) =>
    plain('four-bets', (given) => betOf(given, { ...given, ...change }, kind)[part]);
  const draws = (pick: (...all: number[]) => number) =>
    plain('four-bets', (given) =>
      pick(...Array.from({ length: 10 }, (_, i) => betOf(given, { ...given, seed: i + 1 }, 'thompson').u)),
    );
  const score = (kind: 'pi' | 'ei', of: number, sd: number): FactDeclaration => ({
    from: `${kind} of ${of} ± ${sd} against −1`,
    value: () => (kind === 'pi' ? probabilityOfImprovement : expectedImprovement)(of, sd, -1, 0),
  });
  /** Of the many runs of a figure. */
  const counted = (
    section: string,
    name: string,
    reduce: (ends: readonly Float64Array[]) => number,
  ): FactDeclaration => ({
    from: `${section}: ${name}; ${JSON.stringify(figureOf(section))}`,
    repeats: repeatsOf(figureOf(section)),
    sample: 6,
    value: (count) => reduce(endsIn(figureOf(section), count)),
  });
  const stuck = (strategy: number) =>
    counted('attitudes', `share of strategy ${strategy} in a wrong valley`, (ends) =>
      mean(Array.from(ends[strategy], (end) => (end - runOf(LOOP).problem.optimum.value > STUCK ? 1 : 0))),
    );
  const ahead = (opponent: number) =>
    counted('other-worlds', `ahead of ${opponent}`, (ends) =>
      shareAhead(countAhead(ends[0], ends[opponent + 1])),
    );
  const fixed = (settings: string, budget: number) =>
    many(`objective=forrester&budget=${budget}&strategies=${settings}`, near, { repeats: 100, sample: 3 });
  const RBF = 'bayes&bayes.kernel=rbf&bayes.hyperparameters=fixed&bayes.lengthscale';
  const forrester = 'objective=forrester&budget=12&strategies';

  return {
    // Between the points
    'best-eight': fromRun(LOOP, ({ traces: [{ trials }] }) => trials[7].best!),
    'best-eight-at': fromRun(LOOP, ({ traces: [{ trials }] }) => trials[7].unit[0]),
    'next-at': fromRun(LOOP, () => trial(LOOP, 9).unit[0]),
    'within-two': { from: 'Φ(2) − Φ(−2)', value: () => cdf(2) - cdf(-2) },

    // Conditioning
    'one-mean': own([[0.2, 0.5]], 0.5, 'mean'),
    'one-sd': own([[0.2, 0.5]], 0.5, 'sd'),
    'one-near-sd': own([[0.2, 0.5]], 0.3, 'sd'),
    'two-mean': own(
      [
        [0.2, 0.5],
        [0.7, -1],
      ],
      0.5,
      'mean',
    ),
    'two-sd': own(
      [
        [0.2, 0.5],
        [0.7, -1],
      ],
      0.5,
      'sd',
    ),
    'five-mean': plain('five', (given) => believedAt(given, given, 0.5).mean),
    'five-sd': plain('five', (given) => believedAt(given, given, 0.5).sd),
    'hand-at': plain('by-hand', ({ at }) => at),
    'hand-mean': byHand(0, 0.53361, 'mean'),
    'hand-sd': byHand(0, 0.53361, 'sd'),
    'noisy-mean': byHand(0.5, 0.53361, 'mean'),
    'noisy-sd': byHand(0.5, 0.53361, 'sd'),
    'noisy-here-mean': byHand(0.5, 0.4, 'mean'),
    'noisy-here-sd': byHand(0.5, 0.4, 'sd'),

    // Lengthscale
    'ell-short': ell('lengthscale', 0.05),
    'ell-best': plain('lengthscale', (given) => likeliest(given, given)),
    'ell-best-log': plain('lengthscale', (given) => likelihoodAt(given, given, likeliest(given, given))),
    'ell-long': ell('lengthscale', 0.25),
    'few-short': ell('few-trials', 0.02),
    'few-best': plain('few-trials', (given) => likeliest(given, given)),
    'few-best-log': plain('few-trials', (given) => likelihoodAt(given, given, likeliest(given, given))),
    'few-times': plain('few-trials', (given) =>
      Math.exp(likelihoodAt(given, given, likeliest(given, given)) - likelihoodAt(given, given, 0.02)),
    ),

    // Not knowing
    'nine-value': fromRun(LOOP, () => trial(LOOP, 9).y!),
    'nine-mean': fromRun(LOOP, () => modelAt(LOOP, 9).predicted.mean),
    'nine-sd': fromRun(LOOP, () => modelAt(LOOP, 9).predicted.sd),
    'nine-ei': fromRun(LOOP, () => Math.exp(trial(LOOP, 9).why.values!.score as number)),

    // Four bets
    'best-seven': fromRun(LOOP.replace('seed=5', 'seed=2'), ({ traces: [{ trials }] }) => trials[6].best!),
    'best-seven-at': fromRun(
      LOOP.replace('seed=5', 'seed=2'),
      ({ traces: [{ trials }] }) => trials[6].unit[0],
    ),
    'pi-at': bet('pi', 'u'),
    'pi-chance': bet('pi', 'value'),
    'pi-gain': plain(
      'four-bets',
      (given) =>
        Math.min(...given.seen.map(({ y }) => y)) -
        believedAt(given, given, betOf(given, given, 'pi').u).mean,
    ),
    'pi-at-xi': bet('pi', 'u', { xi: 0.3 }),
    'ei-at': bet('ei', 'u'),
    'lcb-at': bet('lcb', 'u'),
    'lcb-greedy': bet('lcb', 'u', { kappa: 0 }),
    'lcb-wide': bet('lcb', 'u', { kappa: 5 }),
    'thompson-low': draws(Math.min),
    'thompson-high': draws(Math.max),
    'pi-near': score('pi', -0.95, 0.1),
    'pi-between': score('pi', -0.8, 0.6),
    'pi-far': score('pi', 0, 1),
    'ei-near': score('ei', -0.95, 0.1),
    'ei-between': score('ei', -0.8, 0.6),
    'ei-far': score('ei', 0, 1),

    // Attitudes
    'stuck-ei': stuck(0),
    'stuck-pi': stuck(1),
    'stuck-greedy': stuck(2),
    'stuck-lcb': stuck(3),
    'stuck-thompson': stuck(4),
    'near-pi-xi': many(
      'objective=forrester&budget=15&strategies=bayes&bayes.acquisition=pi&bayes.xi=0.3',
      near,
      { repeats: 200, sample: 6 },
    ),
    'stuck-pi-xi': many(
      'objective=forrester&budget=15&strategies=bayes&bayes.acquisition=pi&bayes.xi=0.3',
      shareOf((regret) => regret > STUCK),
      { repeats: 200, sample: 6 },
    ),

    // The loop
    'ell-nine': fromRun(LOOP, () => modelAt(LOOP, 9).lengthscales[0]),
    'ell-ten': fromRun(LOOP, () => modelAt(LOOP, 10).lengthscales[0]),
    'ten-at': fromRun(LOOP, () => trial(LOOP, 10).unit[0]),
    'ten-value': fromRun(LOOP, () => trial(LOOP, 10).y!),
    'ten-ei': fromRun(LOOP, () => Math.exp(trial(LOOP, 10).why.values!.score as number)),
    'last-best': fromRun(LOOP, ({ traces: [{ trials }] }) => trials[14].best!),
    'last-regret': fromRun(LOOP, ({ regretOf }) => regretOf('bayes')),
    'greedy-at': fromRun(GREEDY, ({ traces: [{ trials }] }) => trials[14].unit[0]),
    'greedy-best': fromRun(GREEDY, ({ traces: [{ trials }] }) => trials[14].best!),
    'twelve-bo': many(`${forrester}=bayes`, near, { repeats: 300, sample: 6 }),
    'twelve-random': many(`${forrester}=random`, near, { repeats: 300, sample: 60 }),
    'twelve-golden': many(`${forrester}=binary&binary.rule=golden`, near, { repeats: 20, sample: 20 }),
    'worlds-random': ahead(0),
    'worlds-golden': ahead(1),

    // A wrong belief
    'wrong-at': fromRun(WRONG, ({ traces: [{ trials }] }) => trials[14].unit[0]),
    'wrong-value': fromRun(WRONG, ({ traces: [{ trials }] }) => trials[14].y!),
    'wrong-best': fromRun(WRONG, ({ traces: [{ trials }] }) => trials[14].best!),
    'wrong-times': fromRun(WRONG, ({ traces: [{ trials }] }) => {
      const last = trials[14].unit[0];
      return trials.filter(({ unit }) => Math.abs(unit[0] - last) < 0.01).length;
    }),
    'long-fifteen': fixed(`${RBF}=1`, 15),
    'long-sixty': fixed(`${RBF}=1`, 60),
    'short-fifteen': fixed(`${RBF}=0.02`, 15),
    'short-thirty': fixed(`${RBF}=0.02`, 30),
    'random-sixty': fixed('random', 60),

    // Limits
    'needle-figure': {
      from: JSON.stringify(figures.limits),
      value: () => {
        // What the Lab shows besides is no scenario.
        const { lab } = figures.limits as StageFigure;
        return Math.min(
          ...runOf(lab.replace(/&(t|hide)=[^&]*/g, '')).traces.map(({ trials }) => trials.at(-1)!.best!),
        );
      },
    },
    'needle-bo': needle(0.002, 'bayes'),
    'needle-random': needle(0.002, 'random'),
    'wide-bo': needle(0.01, 'bayes'),
    'wide-random': needle(0.01, 'random'),
    'rugged-bo': many(
      'objective=rastrigin&objective.dimension=5&objective.shift=0.2&budget=30&strategies=bayes',
      median,
      { repeats: 20, sample: 1 },
    ),
    'rugged-cma': many(
      'objective=rastrigin&objective.dimension=5&objective.shift=0.2&budget=500&strategies=cma-es',
      median,
      { repeats: 20, sample: 2 },
    ),
    'many-random': many(
      'objective=rastrigin&objective.dimension=5&objective.shift=0.2&budget=500&strategies=random',
      median,
      { repeats: 20, sample: 4 },
    ),
    'twenty-bo': many(
      'objective=embed&objective.hidden=branin&objective.dimension=20&budget=40&strategies=bayes',
      median,
      { repeats: 20, sample: 1 },
    ),
    'twenty-scaled': many(
      'objective=embed&objective.hidden=branin&objective.dimension=20&budget=40&strategies=bayes&bayes.prior=dimension-scaled',
      median,
      { repeats: 20, sample: 1 },
    ),
    'twenty-random': many(
      'objective=embed&objective.hidden=branin&objective.dimension=20&budget=40&strategies=random',
      median,
      { repeats: 20, sample: 6 },
    ),

    // Noise
    'noisy-lowest': fromRun(NOISY, ({ traces: [trace] }) => lowestOf(trace).y!),
    'noisy-lowest-true': fromRun(NOISY, ({ traces: [trace] }) => lowestOf(trace).trueValue!),
    'noisy-noise': fromRun(NOISY, ({ traces: [{ closing }] }) => {
      const { noiseVariance, yScale } = closing!.view as ModelView;
      return Math.sqrt(noiseVariance) * yScale;
    }),
    flattered: noisy('lowest observed value below its truth, mean', (all) =>
      mean(all.map((trace) => lowestOf(trace).trueValue! - lowestOf(trace).y!)),
    ),
    'by-observed': noisy('regret of the lowest observed, median', (all) =>
      median(all.map((trace) => chosen(trace, 'observed'))),
    ),
    'by-mean': noisy('regret of the lowest posterior mean, median', (all) =>
      median(all.map((trace) => chosen(trace, 'mean'))),
    ),

    // Two knobs, batches, TPE
    'two-bo': many('objective=branin&budget=25&strategies=bayes', median, { repeats: 60, sample: 2 }),
    'two-random': many('objective=branin&budget=25&strategies=random', median, { repeats: 60, sample: 20 }),
    'batch-rounds': fromRun(
      'objective=branin&budget=32&seed=1&strategies=batch-bayes&batch-bayes.size=8',
      ({ traces: [{ trials }] }) => new Set(trials.map(({ batch }) => batch)).size,
    ),
    'batch-regret': many('objective=branin&budget=32&strategies=batch-bayes&batch-bayes.size=8', median, {
      repeats: 60,
      sample: 2,
    }),
    'five-alone': many('objective=branin&budget=32&strategies=bayes', median, {
      repeats: 60,
      sample: 1,
      at: 5,
    }),
    'all-alone': many('objective=branin&budget=32&strategies=bayes', median, { repeats: 60, sample: 1 }),
    'tpe-regret': many('objective=branin&budget=60&strategies=tpe', median, { repeats: 100, sample: 2 }),
    'tpe-random': many('objective=branin&budget=60&strategies=random', median, { repeats: 100, sample: 10 }),
  };
};
