/** The numbers of the chapter on what tuning is. */
import { sobol } from '#core/sampling/sobol.ts';
import { toValue } from '#core/space.ts';
import { mean, type FactDeclaration, type Facts } from '../facts.ts';
import type { WinnersFigure } from '../figures.ts';
import { problemIn } from '../lost.ts';
import { lowestOf, seedsAt, settingsOf, type SeenSetting } from '../seeds.ts';
import { reportsAt, winnersOf, type Reports } from '../winners.ts';

const DIGITS = 'objective=mlp-digits';
const TWELVE = `${DIGITS}&strategies=random&budget=12&seed=4`;
const RIDGE = 'objective=ridge-diabetes';
const SAMPLE = 60;

const fact = (from: string, value: () => number): FactDeclaration => ({ from, value });
const ridge = (reduce: (seeds: number[]) => number) =>
  fact(`${RIDGE}; alpha 1`, () => reduce(seedsAt(problemIn(RIDGE), [1])));
const ofTwelve = (reduce: (settings: SeenSetting[]) => number) =>
  fact(TWELVE, () => reduce(settingsOf(TWELVE)));

const LOOKS = 16_384;
let looked: Float64Array | undefined;
/** True errors over the whole range, in ascending order: of evenly spread points. */
function everywhere(): Float64Array {
  if (looked) return looked;
  const { space, value } = problemIn(DIGITS);
  const points = sobol(space.dimensions.length);
  return (looked = Float64Array.from({ length: LOOKS }, () => {
    const unit = points.next().value as number[];
    return value(unit.map((u, i) => toValue(space.dimensions[i], u)));
  }).sort());
}
/** A point of a percentage. */
const POINT = 0.01;

const runs = (
  figure: Pick<WinnersFigure, 'lab' | 'of' | 'repeats'>,
  trials: number,
  reduce: (reports: Reports) => number,
): FactDeclaration => ({
  from: `${figure.lab}; ${figure.of.id}; after ${trials} trials`,
  value: (count) => reduce(reportsAt(winnersOf(figure, count), trials)),
  repeats: figure.repeats,
  sample: SAMPLE,
});
const quantile =
  (share: number) =>
  ({ worth }: Reports): number =>
    worth.toSorted()[Math.floor(share * (worth.length - 1))];
const KNN = { lab: 'objective=knn-cancer&budget=12&seed=1', of: { id: 'random', params: {} }, repeats: 500 };

/** Two rates of learning with the same penalty: the better one, and one that looks better now and then. */
const RATES = [0.0487, 0.01] as const;
const PENALTY = 1e-4;

export const facts: Facts = (figures) => {
  const many = figures['five-hundred'];
  if (many.kind !== 'winners') throw new Error('The many runs are not there.');
  const digits = () => problemIn(DIGITS);
  return {
    'ridge-low': ridge((seeds) => Math.min(...seeds)),
    'ridge-high': ridge((seeds) => Math.max(...seeds)),
    'ridge-mean': ridge(mean),
    'winner-seen': ofTwelve((settings) => settings[lowestOf(settings, 'seen')].seen),
    'winner-true': ofTwelve((settings) => settings[lowestOf(settings, 'seen')].true),
    'best-true': ofTwelve((settings) => settings[lowestOf(settings, 'true')].true),
    floor: fact(DIGITS, () => digits().optimum.value),
    half: fact(`${DIGITS}; ${LOOKS} places`, () => everywhere()[LOOKS / 2]),
    near: fact(`${DIGITS}; ${LOOKS} places`, () => {
      const limit = digits().optimum.value + POINT;
      return everywhere().filter((value) => value <= limit).length / LOOKS;
    }),
    textbook: fact(`${DIGITS}; 0.001, 0.0001`, () => digits().value([1e-3, 1e-4])),
    runs: fact('the repeats of the figure', () => many.repeats),
    'too-low-one': runs(many, 1, ({ tooLow }) => tooLow),
    'too-low': runs(many, 12, ({ tooLow }) => tooLow),
    'too-low-forty': runs(many, 40, ({ tooLow }) => tooLow),
    wrong: runs(many, 12, ({ wrong }) => wrong),
    by: runs(many, 12, ({ by }) => by),
    'by-forty': runs(many, 40, ({ by }) => by),
    'end-low': runs(many, 12, quantile(0.1)),
    'end-middle': runs(many, 12, quantile(0.5)),
    'end-high': runs(many, 12, quantile(0.9)),
    'end-one': runs(many, 1, quantile(0.5)),
    'end-forty': runs(many, 40, quantile(0.5)),
    'knn-too-low': runs(KNN, 12, ({ tooLow }) => tooLow),
    'better-rate': fact(DIGITS, () => digits().value([RATES[0], PENALTY])),
    'other-rate': fact(DIGITS, () => digits().value([RATES[1], PENALTY])),
    'other-ahead': fact(`${DIGITS}; learning rates ${RATES.join(', ')}; all pairs of seeds`, () => {
      const [better, other] = RATES.map((rate) => seedsAt(digits(), [rate, PENALTY]));
      return mean(better.flatMap((a) => other.map((b) => (b < a ? 1 : 0))));
    }),
  };
};
