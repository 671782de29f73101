/** The posterior on a picture's grid, from scratch and after one more observation, and how fast its inner loop runs. */
import { stream } from '#core/rng.ts';
import { GaussianProcess } from '#core/surrogate/gp.ts';
import { PosteriorGrid } from '#core/surrogate/posterior-grid.ts';
import { heading, median, medianSeconds, ms, seconds, table, times } from './measure.ts';

const SIDE = 64;
const N = 50;

export function posterior(): void {
  heading(`Posterior on ${SIDE} × ${SIDE} points, ${N} observations`);
  const rng = stream('bench');
  const x = Float64Array.from({ length: 2 * (N + 1) }, rng.next);
  const y = Float64Array.from({ length: N + 1 }, rng.normal);
  const points = Float64Array.from({ length: 2 * SIDE * SIDE }, (_, at) =>
    at % 2 ? Math.floor(at / 2 / SIDE) / (SIDE - 1) : (Math.floor(at / 2) % SIDE) / (SIDE - 1),
  );
  const makeProcess = () =>
    new GaussianProcess(
      { kernel: 'matern52', lengthscales: [0.3, 0.2], signalVariance: 1, noiseVariance: 1e-4 },
      x.slice(0, 2 * N),
      y.slice(0, N),
    );

  const scratch = medianSeconds(() => void new PosteriorGrid(makeProcess(), points), 15);
  const extended = median(
    Array.from({ length: 15 }, () => {
      const gp = makeProcess();
      const grid = new PosteriorGrid(gp, points);
      return seconds(() => {
        gp.extend(x.subarray(2 * N), y[N]);
        grid.extend();
      });
    }),
  );

  // Forward substitution: n (n − 1) / 2 multiply-adds per point; kernels are counted as nothing.
  const rate = (SIDE * SIDE * N * (N - 1)) / 2 / scratch;
  const plain = axpyRate();
  table([
    ['from scratch', ms(scratch)],
    ['one more observation', ms(extended)],
    ['ratio', times(scratch / extended)],
    ['multiply-adds, kernels included in the time', `${(rate / 1e9).toFixed(2)} G/s`],
    ['multiply-adds of a plain loop y += a x, in the cache', `${(plain / 1e9).toFixed(2)} G/s`],
    ['share', `${((100 * rate) / plain).toFixed(0)} %`],
  ]);
}

/** Multiply-adds per second of `y[i] += a * x[i]` over arrays that stay in the first cache. */
function axpyRate(): number {
  const x = new Float64Array(256).fill(1.0001);
  const y = new Float64Array(256);
  const PASSES = 20_000;
  const time = medianSeconds(() => {
    for (let pass = 0; pass < PASSES; pass++) axpy(0.5, x, y);
  });
  return (PASSES * x.length) / time;
}

function axpy(a: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < x.length; i++) y[i] += a * x[i];
}
