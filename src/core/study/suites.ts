/** Preset problems: `problems: ["multimodal"]` in a study stands for all problems of that suite. */
import type { ParamValues } from '../params.ts';
import type { Noise } from '../types.ts';

/** What a study file may say of a problem; defaults fill the rest. */
export interface ProblemSketch {
  name?: string;
  objective: { id: string; params?: ParamValues };
  noise?: Noise;
}

const of = (id: string, params?: ParamValues, name?: string): ProblemSketch => ({
  objective: { id, ...(params && { params }) },
  ...(name !== undefined && { name }),
});
const bbob = (f: number, dimension: number): ProblemSketch =>
  of('bbob', { function: `f${f}`, dimension }, `bbob-f${f}-${dimension}d`);
const hidden = (id: string, dimension: number): ProblemSketch =>
  of('embed', { hidden: id, dimension }, `${id}-in-${dimension}d`);
const noisy = (id: string, sd: number): ProblemSketch => ({
  ...of(id, undefined, `${id}-noisy`),
  noise: { kind: 'gaussian', sd },
});

/**
 * - unimodal: one valley along every line (bbob f1 sphere, f5 slope, f14 sum of different powers)
 * - multimodal: several valleys; in most, only some of them hold the minimum (bbob f15, f24: Rastrigin's kin)
 * - low effective dimension: few of the hyperparameters matter (Bergstra & Bengio 2012)
 * - noisy: the standard deviation is a few per cent of what the objective spans between good and typical points
 * - measured: training runs of real models, with the noise that was measured with them; `mlp-dropout` is no part of it: a second
 *   network on the same digits would count them twice, and studies that name the suite would be other ones than before
 */
export const SUITES = {
  unimodal: [
    of('quadratic'),
    of('skewed-u'),
    of('cliff'),
    of('rotated-quadratic'),
    bbob(1, 5),
    bbob(5, 5),
    bbob(14, 5),
  ],
  multimodal: [
    of('forrester'),
    of('double-well'),
    of('branin'),
    of('six-hump-camel'),
    of('himmelblau'),
    of('ackley', { dimension: 5, shift: 0.2 }, 'ackley-5d'),
    of('levy', { dimension: 3 }, 'levy-3d'),
    of('hartmann6'),
    bbob(15, 3),
    bbob(24, 3),
  ],
  'low-effective-dimension': [
    of('important-unimportant'),
    hidden('quadratic', 5),
    hidden('forrester', 5),
    hidden('branin', 6),
    hidden('six-hump-camel', 10),
    hidden('branin', 20),
  ],
  noisy: [
    noisy('quadratic', 0.05),
    noisy('forrester', 0.5),
    noisy('branin', 5),
    noisy('rotated-quadratic', 0.05),
    noisy('hartmann6', 0.1),
  ],
  measured: [of('ridge-diabetes'), of('knn-cancer'), of('svc-digits'), of('mlp-digits'), of('gbr-diabetes')],
} as const satisfies Record<string, readonly ProblemSketch[]>;

export type SuiteId = keyof typeof SUITES;
export const isSuite = (id: unknown): id is SuiteId => typeof id === 'string' && Object.hasOwn(SUITES, id);
