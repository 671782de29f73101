/**
 * Wins in clusters: whether they could be chance, and between which shares the true one lies.
 *
 * A cluster is all that shares luck; its score is wins − losses. If two strategies are alike, each cluster could as well
 * have gone the other way as a whole, whatever goes on inside of it: under all 2ᴺ changes of sign the sum of the scores
 * has a known law (Fisher 1935, The Design of Experiments, § 21; with clusters: Canay, Romano & Shaikh 2017,
 * Randomization tests under an approximate symmetry assumption, Econometrica 85, § 2). The test is exact for any number of
 * clusters, and the sign test where each holds one pair.
 */
import { exp } from '../../math/elementary.ts';
import { signTest } from './sign-test.ts';

/** By cluster. */
export interface Scores {
  /** Wins − losses. */
  score: number[];
  /** Pairs, ties among them: at least |score|. */
  pairs: number[];
}

/** 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/** Smaller p-values are not told apart from 0 in double precision: sums of many products. */
const LEAST = 1e-300;

/** Two-sided exact p-value: the share of all changes of sign whose sum is at least as far from 0 as the one observed. */
export function signFlipTest(scores: readonly number[]): number {
  const counts = new Map<number, number>();
  let sum = 0;
  let total = 0;
  for (const score of scores) {
    if (score === 0) continue;
    const size = Math.abs(score);
    counts.set(size, (counts.get(size) ?? 0) + 1);
    sum += score;
    total += size;
  }
  if (counts.size === 0) return 1;
  if (counts.size === 1) {
    const [[size, count]] = counts;
    return signTest((count + sum / size) / 2, (count - sum / size) / 2);
  }
  // The law of what is won in all, 0 … total; the sum is twice that, less the total.
  let law = Float64Array.of(1);
  for (const [size, count] of [...counts].sort(([a], [b]) => a - b)) law = spread(law, size, count);
  let tail = 0;
  for (let won = total; won >= (total + Math.abs(sum)) / 2; won--) tail += law[won];
  return Math.min(1, Math.max(LEAST, 2 * tail));
}

/** The law after `count` more clusters of one size, each won or lost with equal chances. */
function spread(law: Float64Array, size: number, count: number): Float64Array<ArrayBuffer> {
  const chances = fairBinomial(count);
  const wider = new Float64Array(law.length + size * count);
  for (let k = 0; k <= count; k++) {
    if (chances[k] === 0) continue;
    for (let i = 0, at = k * size; i < law.length; i++, at++) wider[at] += chances[k] * law[i];
  }
  return wider;
}

/** The binomial law with p = ½, from the middle outwards: its largest terms never underflow. */
function fairBinomial(n: number): Float64Array {
  const chances = new Float64Array(n + 1);
  const middle = n >> 1;
  chances[middle] = 1;
  for (let k = middle; k < n; k++) chances[k + 1] = (chances[k] * (n - k)) / (k + 1);
  for (let k = middle; k > 0; k--) chances[k - 1] = (chances[k] * k) / (n - k + 1);
  const sum = chances.reduce((total, chance) => total + chance, 0);
  return chances.map((chance) => chance / sum);
}

/** Clusters with equally many pairs: the sizes of their scores, and how often each occurs. */
type Class = [size: number, count: number][];

/**
 * 95 % interval of the sum of scores that is to be expected: Wilson's score interval, carried over to clusters.
 *
 * The observed scores, either sign equally likely, are tilted by exp(λ · score) (Efron 1981, Nonparametric standard errors
 * and confidence intervals, Canadian Journal of Statistics 9, § 11). The interval holds every mean of that family
 * from which the observed sum lies at most 1.96 of its own standard deviations away. With one pair in each cluster and
 * no ties this is Wilson's interval to the last digit; like that it has a width where all went one way.
 */
export function scoreInterval({ score, pairs }: Scores): [low: number, high: number] {
  const sum = score.reduce((total, one) => total + one, 0);
  const classes = classesOf({ score, pairs });
  // + 0: no −0.
  return [lowest(sum, classes) + 0, -lowest(-sum, classes) + 0];
}

function classesOf({ score, pairs }: Scores): Class[] {
  const classes = new Map<number, Map<number, number>>();
  score.forEach((one, i) => {
    let counts = classes.get(pairs[i]);
    if (!counts) classes.set(pairs[i], (counts = new Map()));
    counts.set(Math.abs(one), (counts.get(Math.abs(one)) ?? 0) + 1);
  });
  return Array.from(classes.values(), (counts) => [...counts]);
}

/** Tilts beyond this change nothing in double precision. */
const STEEPEST = 45;

function lowest(sum: number, classes: readonly Class[]): number {
  const furthest = classes.reduce((total, sizes) => total + countOf(sizes) * largestOf(sizes), 0);
  if (sum <= -furthest) return -furthest;
  let [low, high] = [-STEEPEST, STEEPEST];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    const { mean, variance } = tilted(classes, middle);
    if (sum - mean > Z * Math.sqrt(variance)) low = middle;
    else high = middle;
  }
  return tilted(classes, low).mean;
}

const countOf = (sizes: Class): number => sizes.reduce((total, [, count]) => total + count, 0);
const largestOf = (sizes: Class): number => sizes.reduce((most, [size]) => Math.max(most, size), 0);

/** Mean and variance of the sum of scores in the tilted family. */
function tilted(classes: readonly Class[], tilt: number): { mean: number; variance: number } {
  let [mean, variance] = [0, 0];
  const steep = Math.abs(tilt);
  for (const sizes of classes) {
    // Divided by the largest weight, so that nothing overflows.
    const largest = largestOf(sizes);
    let [weight, first, second] = [0, 0, 0];
    for (const [size, count] of sizes) {
      const along = count * exp(steep * (size - largest));
      const against = count * exp(-steep * (size + largest));
      weight += along + against;
      first += size * (along - against);
      second += size * size * (along + against);
    }
    const one = first / weight;
    const count = countOf(sizes);
    mean += count * one;
    variance += count * Math.max(0, second / weight - one * one);
  }
  return { mean: tilt < 0 ? -mean : mean, variance };
}
