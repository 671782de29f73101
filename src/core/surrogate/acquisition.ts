/**
 * Acquisition functions for minimisation, as functions of the latent prediction (mean m, standard deviation s),
 * and in the form in which they are maximised: log-EI for EI, ln Φ for PI, −LCB for LCB — the same maximisers,
 * without underflow.   z = (best − ξ − m) / s
 *
 * EI = s h(z), h(z) = φ(z) + z Φ(z)   Jones, Schonlau & Welch (1998); log-EI: Ament et al. (2023)
 * PI = Φ(z)                           Kushner (1964)
 * LCB = m − κ s                       Srinivas et al. (2010); Cox & John (1992)
 */
import { log } from '../math/elementary.ts';
import { cdf, expectedExcess, logCdf, logExpectedExcess, mills, pdf } from './normal.ts';

export type AnalyticAcquisition = 'ei' | 'log-ei' | 'pi' | 'lcb';

export interface AcquisitionSettings {
  kind: AnalyticAcquisition;
  xi: number;
  kappa: number;
  /** The value to improve on. */
  best: number;
}

/** A latent standard deviation below this is a point already known. */
const SMALLEST_SD = 1e-12;

export const expectedImprovement = (mean: number, sd: number, best: number, xi: number): number =>
  sd > 0 ? sd * expectedExcess((best - xi - mean) / sd) : Math.max(0, best - xi - mean);

export function logExpectedImprovement(mean: number, sd: number, best: number, xi: number): number {
  if (!(sd > 0)) return log(Math.max(0, best - xi - mean));
  logExpectedExcess((best - xi - mean) / sd, excess);
  return log(sd) + excess.value;
}

export const probabilityOfImprovement = (mean: number, sd: number, best: number, xi: number): number =>
  sd > 0 ? cdf((best - xi - mean) / sd) : best - xi > mean ? 1 : 0;

export const lowerConfidenceBound = (mean: number, sd: number, kappa: number): number => mean - kappa * sd;

/** The value people know the acquisition by: EI, log-EI, PI or LCB itself. */
export function acquisitionValue(
  { kind, xi, kappa, best }: AcquisitionSettings,
  mean: number,
  sd: number,
): number {
  switch (kind) {
    case 'ei':
      return expectedImprovement(mean, sd, best, xi);
    case 'log-ei':
      return logExpectedImprovement(mean, sd, best, xi);
    case 'pi':
      return probabilityOfImprovement(mean, sd, best, xi);
    case 'lcb':
      return lowerConfidenceBound(mean, sd, kappa);
  }
}

const excess = { value: 0, slope: 0 };

/** What is maximised, with its derivatives by mean and by standard deviation. */
export interface Merit {
  value: number;
  byMean: number;
  bySd: number;
}

export function merit(
  { kind, xi, kappa, best }: AcquisitionSettings,
  mean: number,
  latentSd: number,
  into: Merit,
): void {
  const sd = Math.max(latentSd, SMALLEST_SD);
  if (kind === 'lcb') {
    into.value = kappa * sd - mean;
    into.byMean = -1;
    into.bySd = kappa;
    return;
  }
  const z = (best - xi - mean) / sd;
  if (kind === 'pi') {
    const slope = z > -1 ? pdf(z) / cdf(z) : 1 / mills(-z);
    into.value = logCdf(z);
    into.byMean = -slope / sd;
    into.bySd = (-slope * z) / sd;
    return;
  }
  logExpectedExcess(z, excess);
  into.value = log(sd) + excess.value;
  into.byMean = -excess.slope / sd;
  into.bySd = (1 - z * excess.slope) / sd;
}
