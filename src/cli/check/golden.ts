/** Posteriors, fits, acquisitions, sequences and the normal distribution against scikit-learn’s and SciPy’s. */
import { define, lookUp } from '#core/look-up.ts';
import * as v from 'valibot';
import { halton } from '#core/sampling/halton.ts';
import { sobol } from '#core/sampling/sobol.ts';
import {
  expectedImprovement,
  logExpectedImprovement,
  lowerConfidenceBound,
  probabilityOfImprovement,
} from '#core/surrogate/acquisition.ts';
import { fit } from '#core/surrogate/fit.ts';
import { GaussianProcess } from '#core/surrogate/gp.ts';
import { KERNELS } from '#core/surrogate/kernels.ts';
import { cdf, logCdf } from '#core/surrogate/normal.ts';
import { standardise } from '#core/surrogate/standardise.ts';
import { finite, read, relative, some, vector } from './format.ts';

/** Largest errors allowed, as `shared/reference/README.md` states them. */
export const TOLERANCES = {
  /** |ours − listed| / max(1, |listed|) */
  posterior: { mean: 1e-8, covariance: 1e-8, std: 1e-7, logMarginalLikelihood: 1e-8 },
  /** listed − ours: how much likelihood was missed */
  fit: { logMarginalLikelihood: 0.01 },
  /** relative */
  acquisition: { ei: 1e-9, logEi: 1e-9, pi: 1e-9, lcb: 1e-9 },
  /** absolute */
  sobol: { points: 1e-12 },
  halton: { points: 1e-12 },
  /** relative */
  normal_cdf: { cdf: 1e-12, logCdf: 1e-12 },
} as const;

export type Section = keyof typeof TOLERANCES;
type Errors = Record<string, number>;

const matrix = v.pipe(
  some(vector),
  v.check((rows) => rows.every((row) => row.length === rows[0].length), 'expected rows of equal length'),
);
const kernel = v.picklist(KERNELS);
const range = v.tuple([finite, finite]);

/** By dimension: the first points of a sequence. */
const sequences = v.pipe(
  v.record(v.string(), matrix),
  v.check((byDimension) => Object.keys(byDimension).length > 0, 'expected at least one entry'),
  v.check(
    (byDimension) => Object.entries(byDimension).every(([d, points]) => points[0].length === Number(d)),
    'expected each key to be the dimension of its points',
  ),
);

const Golden = v.looseObject({
  posterior: some(
    v.pipe(
      v.looseObject({
        kernel,
        lengthscales: vector,
        signal_variance: finite,
        noise_variance: finite,
        normalize_y: v.boolean(),
        X: matrix,
        y: vector,
        query: matrix,
        mean: vector,
        std: vector,
        cov: matrix,
        log_marginal_likelihood: finite,
      }),
      v.check(
        ({ X, y, query, lengthscales, mean, std, cov }) =>
          X.length === y.length &&
          X[0].length === lengthscales.length &&
          query[0].length === lengthscales.length &&
          [mean, std, cov, cov[0]].every((list) => list.length === query.length),
        'expected X, y, lengthscales, query, mean, std and cov of matching sizes',
      ),
    ),
  ),
  fit: some(
    v.pipe(
      v.looseObject({
        kernel,
        X: matrix,
        y: vector,
        bounds: v.looseObject({ signal_variance: range, lengthscale: range, noise_variance: range }),
        best_log_marginal_likelihood: finite,
      }),
      v.check(({ X, y }) => X.length === y.length, 'expected as many rows in X as values in y'),
    ),
  ),
  acquisition: some(
    v.looseObject({
      mean: finite,
      std: finite,
      best: finite,
      xi: finite,
      kappa: finite,
      ei: finite,
      log_ei: finite,
      pi: finite,
      lcb: finite,
    }),
  ),
  sobol: sequences,
  halton: sequences,
  normal_cdf: some(v.tuple([finite, finite, finite])),
});
type Golden = v.InferOutput<typeof Golden>;

export interface GoldenReport extends Record<Section, number> {
  ok: boolean;
  tolerances: typeof TOLERANCES;
  details: Record<Section, Errors>;
}

/** @throws {Error} one sentence, where the data are not golden values */
export const checkGolden = (data: unknown): GoldenReport => report(read(Golden, data, 'golden values'));

function report(golden: Golden): GoldenReport {
  const details: Record<Section, Errors> = {
    posterior: worst(golden.posterior.map(posteriorErrors)),
    fit: worst(golden.fit.map(fitErrors)),
    acquisition: worst(golden.acquisition.map(acquisitionErrors)),
    sobol: worst(Object.entries(golden.sobol).map(([d, points]) => sequenceErrors(sobol(Number(d)), points))),
    halton: worst(
      Object.entries(golden.halton).map(([d, points]) => sequenceErrors(halton(Number(d)), points)),
    ),
    normal_cdf: worst(
      golden.normal_cdf.map(([z, p, logP]) => ({
        cdf: relative(cdf(z), p),
        logCdf: relative(logCdf(z), logP),
      })),
    ),
  };
  const sections = Object.keys(TOLERANCES) as Section[];
  const ok = sections.every((section) =>
    // A NaN is never within a tolerance.
    Object.entries(TOLERANCES[section]).every(
      ([name, limit]) => (lookUp(details[section], name) ?? 0) <= limit,
    ),
  );
  const largest = Object.fromEntries(
    sections.map((section) => [section, Math.max(...Object.values(details[section]), -Infinity)]),
  ) as Record<Section, number>;
  return { ok, ...largest, tolerances: TOLERANCES, details };
}

/** The largest of each error over the cases; a NaN stays one. */
function worst(cases: Errors[]): Errors {
  const result: Errors = {};
  for (const errors of cases) {
    for (const [name, error] of Object.entries(errors))
      define(result, name, Math.max(lookUp(result, name) ?? -Infinity, error));
  }
  return result;
}

const scaled = (ours: number, listed: number) => Math.abs(ours - listed) / Math.max(1, Math.abs(listed));

function posteriorErrors(entry: Golden['posterior'][number]): Errors {
  const {
    y,
    mean: shift,
    scale,
  } = entry.normalize_y ? standardise(entry.y) : { y: Float64Array.from(entry.y), mean: 0, scale: 1 };
  const gp = new GaussianProcess(
    {
      kernel: entry.kernel,
      lengthscales: entry.lengthscales,
      signalVariance: entry.signal_variance,
      noiseVariance: entry.noise_variance,
    },
    Float64Array.from(entry.X.flat()),
    y,
  );
  const points = Float64Array.from(entry.query.flat());
  const { mean, sd } = gp.predict(points);
  const { covariance } = gp.predictJoint(points);
  const listedCovariance = entry.cov.flat();
  return {
    mean: Math.max(...entry.mean.map((listed, i) => scaled(mean[i] * scale + shift, listed))),
    std: Math.max(...entry.std.map((listed, i) => relative(sd[i] * scale, listed))),
    covariance: Math.max(
      ...listedCovariance.map((listed, i) => scaled(covariance[i] * scale * scale, listed)),
    ),
    logMarginalLikelihood: relative(gp.logMarginalLikelihood(), entry.log_marginal_likelihood),
  };
}

function fitErrors(entry: Golden['fit'][number]): Errors {
  const { signal_variance: signalVariance, lengthscale, noise_variance: noiseVariance } = entry.bounds;
  const { logMarginalLikelihood } = fit(
    entry.kernel,
    Float64Array.from(entry.X.flat()),
    Float64Array.from(entry.y),
    entry.X[0].length,
    { bounds: { signalVariance, lengthscale, noiseVariance }, starts: 24 },
  );
  return { logMarginalLikelihood: entry.best_log_marginal_likelihood - logMarginalLikelihood };
}

function acquisitionErrors({ mean, std, best, xi, kappa, ...listed }: Golden['acquisition'][number]): Errors {
  return {
    ei: relative(expectedImprovement(mean, std, best, xi), listed.ei),
    logEi: relative(logExpectedImprovement(mean, std, best, xi), listed.log_ei),
    pi: relative(probabilityOfImprovement(mean, std, best, xi), listed.pi),
    lcb: relative(lowerConfidenceBound(mean, std, kappa), listed.lcb),
  };
}

function sequenceErrors(sequence: Generator<number[]>, listed: number[][]): Errors {
  const errors = listed.map((point) => {
    const ours = sequence.next().value as number[];
    return Math.max(...point.map((value, j) => Math.abs(ours[j] - value)));
  });
  return { points: Math.max(...errors) };
}
