/**
 * How much each knob matters: Sobol’s indices (Sobol’ 1993, Sensitivity estimates for nonlinear mathematical models).
 * Saltelli, Annoni, Azzini, Campolongo, Ratto & Tarantola (2010), Variance based sensitivity analysis of model output,
 * Computer Physics Communications 181: the design A, B, A_B⁽ⁱ⁾ of § 2, first-order indices by their formula (b) of
 * table 2, total indices by (f), which is Jansen’s (1999, Computer Physics Communications 117).
 */
import { stream } from '../../rng.ts';
import { sobol, SOBOL_MAX_DIMENSION } from '../../sampling/sobol.ts';
import { settleAll } from './cells.ts';
import type { Probe, Steps } from './probe.ts';
import type { Diagnosis } from './types.ts';

/** Knobs may be dropped, least important first, as long as their total indices sum to at most this. */
const NEGLIGIBLE = 0.01;

/**
 * @param points rows of A and of B, a power of two; the function is evaluated (d + 2) times as often
 * @returns why there are no indices, where there are none
 */
export function* sensitivity(probe: Probe, points: number): Steps<Diagnosis['sensitivity']> {
  const { dimensions } = probe.problem.space;
  const d = dimensions.length;
  // A and B together are one sequence of 2d dimensions.
  if (2 * d > SOBOL_MAX_DIMENSION) return { unknown: 'dimensions' };
  const design = sobol(2 * d, stream('diagnosis', 'sensitivity'));
  const first = new Array<number>(d).fill(0);
  const change = new Array<number>(d).fill(0);
  const total = new Array<number>(d).fill(0);
  const all: number[] = [];
  const failed = probe.failed;
  // Squares of these would overflow, or vanish.
  const { scale } = probe;
  const unit = scale > 1e150 || (scale > 0 && scale < 1e-150) ? scale : 1;
  const at = (point: number[]) => probe.at(point) / unit;
  for (let n = 0; n < points; n++) {
    const row = design.next().value;
    const a = settleAll(dimensions, row.slice(0, d));
    const b = settleAll(dimensions, row.slice(d));
    const [fa, fb] = [at(a), at(b)];
    all.push(fa, fb);
    for (let i = 0; i < d; i++) {
      const mixed = at(a.map((u, k) => (k === i ? b[k] : u)));
      first[i] += fb * (mixed - fa);
      change[i] += mixed - fa;
      total[i] += (fa - mixed) * (fa - mixed);
    }
    yield;
  }
  if (probe.failed > failed) return { unknown: probe.lowest ? 'failed' : 'empty' };
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  const variance = all.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / all.length;
  if (!(Math.sqrt(variance) > probe.tolerance / unit)) return { unknown: 'constant' };
  const totals = total.map((sum) => sum / (2 * points * variance));
  return {
    // Formula (b) with f − mean for f: the same expectation, and far less scatter where the mean is large.
    first: first.map((sum, i) => (sum - mean * change[i]) / (points * variance)),
    total: totals,
    effective: effective(totals),
    points,
  };
}

/**
 * The variance that a set of knobs explains lacks at most the sum of the others’ total indices: the effective dimension in
 * the truncation sense (Caflisch, Morokoff & Owen 1997), at 99 %, with the knobs in order of importance.
 */
function effective(total: readonly number[]): number {
  let dropped = 0;
  let left = total.length;
  for (const index of [...total].sort((a, b) => a - b)) {
    dropped += Math.max(0, index);
    if (dropped > NEGLIGIBLE) break;
    left--;
  }
  return left;
}
