/** What to draw of a strategy's state. Charts switch on `kind`, never on a strategy's id. All in unit coordinates. */
export type View =
  BracketView | LatticeView | StrataView | StepView | SimplexView | GaussianView | ParzenView | ModelView;

/** Binary and k-section search: the box still believed to hold the minimum. */
export interface BracketView {
  kind: 'bracket';
  /** The dimension being searched. */
  axis: number;
  /** Lower and upper corner of the box. */
  lo: number[];
  hi: number[];
  /** Coordinates along `axis` of the points being compared (binary search: a pair), where known. */
  probes: number[];
  /** What the comparison just before this trial threw away, along which dimension. */
  cut?: { axis: number; lo: number; hi: number };
}

/** Grid search: the levels of every dimension; the lattice is their product. */
export interface LatticeView {
  kind: 'lattice';
  levels: number[][];
}

/**
 * Space-filling designs: every dimension cut into equal slices, `counts[j]` of them, so that no slice of dimension j
 * holds more than one of the first `counts[j]` trials, and after these each holds one. 1: nothing is promised.
 */
export interface StrataView {
  kind: 'strata';
  counts: number[];
}

/** Trial and error, annealing: the point being varied, which knob (null: all), by how much. */
export interface StepView {
  kind: 'step';
  from: number[];
  axis: number | null;
  step: number;
}

/** Nelder–Mead: the simplex that is being moved. */
export interface SimplexView {
  kind: 'simplex';
  /** d + 1 points, best first; fewer while the first ones are being evaluated. */
  vertices: number[][];
}

/** CMA-ES: the normal distribution that points are drawn from. */
export interface GaussianView {
  kind: 'gaussian';
  mean: number[];
  /** σ² C, d × d, row-major. */
  covariance: number[];
}

/** TPE: everything needed to recompute its two densities, l(x) of good and g(x) of the other trials. */
export interface ParzenView {
  kind: 'parzen';
  /** The densities are made from the first `conditioned` trials. */
  conditioned: number;
  /** Indices of the trials taken as good, best first; all others of the first `conditioned` make g. */
  good: number[];
  /** One density over all dimensions, or one for each dimension by itself. */
  multivariate: boolean;
  /** Width of a trial's kernel: by the distance to its neighbours, or by Scott's rule, the same for all. */
  bandwidth: 'neighbours' | 'scott';
  /** Weight of the uniform-like prior component, in trials. */
  priorWeight: number;
}

/** Everything needed to recompute the Gaussian process that chose a point; the posterior itself is not stored. */
export interface ModelView {
  kind: 'model';
  kernel: 'rbf' | 'matern32' | 'matern52';
  /** One per dimension, in unit-cube lengths. */
  lengthscales: number[];
  /** In units of the standardised y: (y − yMean) / yScale. */
  signalVariance: number;
  noiseVariance: number;
  yMean: number;
  yScale: number;
  /** The model is conditioned on the first `conditioned` trials; one that failed counts as the worst value seen. */
  conditioned: number;
  /**
   * What a batch pretends of its own earlier points, while these are still being evaluated: values, in the
   * objective's units, of the trials right after the first `conditioned`.
   */
  fantasies?: number[];
  /** Jitter added to the diagonal to keep the factorisation positive definite; 0 if none was needed. */
  jitter: number;
  logMarginalLikelihood: number;
  acquisition: AcquisitionView;
  /** Prediction at the chosen point in the objective's units, latent (without observation noise). */
  predicted: { mean: number; sd: number };
}

export interface AcquisitionView {
  kind: 'ei' | 'log-ei' | 'pi' | 'lcb' | 'thompson';
  /** ξ of EI, log-EI and PI, in units of the standardised y. */
  xi: number;
  /** κ of LCB. */
  kappa: number;
  /** The value to improve on, in the objective's units. */
  best: number;
  /** Thompson sampling: the seed of the function that was drawn from the posterior and minimised. */
  draw?: number;
}
