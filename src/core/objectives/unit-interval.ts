/** What problems of one hyperparameter from 0 to 1 have in common. */
import { makeSpace, real } from '../space.ts';
import type { Optimum } from '../types.ts';

export const unitInterval = () => makeSpace([real('x', 0, 1)]);
export const exactly = (value: number, ...at: number[]): Optimum => ({
  value,
  at: at.map((x) => [x]),
  kind: 'exact',
  tolerance: 1e-12,
});

export const MINIMUM = { kind: 'real', min: 0.05, max: 0.95, default: 0.37, step: 0.01 } as const;
