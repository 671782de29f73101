/**
 * A study is asked for as a practitioner would: so many hyperparameters, so much noise, whatever the problems. Which of
 * them can have the number, and what the noise is in each one's units, is worked out here.
 */
import { lookUp } from '../look-up.ts';
import { defaults, type IntParam, type ParamValues } from '../params.ts';
import { getObjective, hasObjective } from '../objectives/index.ts';
import { problemOf } from '../run.ts';
import { SettingsError, type Choice, type Noise } from '../types.ts';
import { typicalRegret } from './statistics/index.ts';
import { isSuite, SUITES, type ProblemSketch } from './suites.ts';

/** Asked of all problems of a study; what is left out stays as each problem has it. */
export interface Asked {
  /** Hyperparameters. */
  dimensions?: number | undefined;
  /** Gaussian, its standard deviation as a share of the median regret of a random point; 0: none. */
  noise?: number | undefined;
}

/** The setting that says how many hyperparameters a problem has, where it has one. */
export function dimensionSetting(id: string): IntParam | undefined {
  const declared = hasObjective(id) ? lookUp(getObjective(id).params, 'dimension') : undefined;
  return declared?.kind === 'int' ? declared : undefined;
}

/** How many hyperparameters a problem has. @throws {SettingsError} where its settings make no problem */
export const dimensionsOf = (objective: Choice): number => problemOf({ objective }).space.dimensions.length;

/** What files call a problem of a suite: “ackley-5d”, “branin-in-20d”, “bbob-f1-5d”, “forrester-noisy”. */
export function usualName({ id, params }: Choice, noise?: Noise): string {
  const { dimension, hidden, function: numbered } = params;
  const many = typeof dimension === 'number' ? `-${dimension}d` : '';
  const base =
    id === 'embed' && typeof hidden === 'string'
      ? `${hidden}-in${many}`
      : id === 'bbob' && typeof numbered === 'string'
        ? `${id}-${numbered}${many}`
        : `${id}${many}`;
  return noise?.kind === 'gaussian' ? `${base}-noisy` : base;
}

/** Entries of a study file, suites taken apart; an objective's id stands for the objective at its defaults. */
function sketchesOf<Entry>(entry: Entry): (ProblemSketch | Exclude<Entry, string>)[] {
  if (isSuite(entry)) return [...SUITES[entry]];
  return [typeof entry === 'string' ? { objective: { id: entry } } : (entry as Exclude<Entry, string>)];
}

/**
 * The problems of a study as they are asked for. Where nothing is asked, they are the entries as they stand; else each is
 * written out, and what comes to the same problem stands once. What cannot have the number keeps its own.
 */
export function posed<Entry extends string | ProblemSketch>(
  entries: readonly Entry[],
  asked: Asked,
): readonly (Entry | ProblemSketch)[] {
  if (asked.dimensions === undefined && asked.noise === undefined) return entries;
  const all: ProblemSketch[] = [];
  for (const entry of entries) {
    for (const sketch of sketchesOf<string | ProblemSketch>(entry)) {
      const one = asSketched(sketch, asked, all);
      // One that somebody named is meant to be there.
      const named = one.name !== undefined && !isSuite(entry);
      if (named || !all.some((other) => same(one, other))) all.push(one);
    }
  }
  return all;
}

const same = (a: ProblemSketch, b: ProblemSketch): boolean =>
  JSON.stringify([a.objective, a.noise]) === JSON.stringify([b.objective, b.noise]);

/** What makes no problem is left as it is, and refused by whoever reads the study. */
function asSketched(sketch: ProblemSketch, asked: Asked, before: readonly ProblemSketch[]): ProblemSketch {
  if (!hasObjective(sketch.objective.id)) return sketch;
  try {
    return made(sketch, asked, before);
  } catch (error) {
    if (error instanceof SettingsError) return sketch;
    throw error;
  }
}

function made(sketch: ProblemSketch, asked: Asked, before: readonly ProblemSketch[]): ProblemSketch {
  const { id, params } = sketch.objective;
  const objective = withDimensions(
    { id, params: { ...defaults(getObjective(id).params), ...params } },
    asked,
  );
  const noise = asked.noise === undefined ? sketch.noise : noiseOf(objective, asked.noise);
  const own = sketch.name !== undefined && isSuiteName(sketch);
  const name = own ? usualName(objective, noise) : sketch.name;
  const taken = before.some((other) => other.name === name);
  return { objective, ...(noise && { noise }), ...(name !== undefined && !(own && taken) && { name }) };
}

function withDimensions(objective: Choice, { dimensions }: Asked): Choice {
  const setting = dimensionSetting(objective.id);
  if (!setting || dimensions === undefined) return objective;
  const within = Math.min(setting.max, Math.max(setting.min, dimensions));
  const params: ParamValues = { ...objective.params, dimension: within };
  // A problem that is hidden in fewer than it has itself keeps its own number.
  return { ...objective, params: { ...params, dimension: dimensionsOf({ ...objective, params }) } };
}

function noiseOf(objective: Choice, share: number): Noise {
  if (share === 0) return { kind: 'none' };
  return { kind: 'gaussian', sd: Number((share * scaleOf(objective)).toPrecision(3)) };
}

/** A thousand evaluations each: a form asks again at every change. */
const scales = new Map<string, number>();
const MOST_SCALES = 500;
function scaleOf(objective: Choice): number {
  const key = JSON.stringify(objective);
  let known = scales.get(key);
  if (known === undefined) {
    if (scales.size >= MOST_SCALES) scales.clear();
    scales.set(key, (known = typicalRegret(objective)));
  }
  return known;
}

const suiteNames = new Set<string>(
  Object.values(SUITES).flatMap((suite) => suite.flatMap((one) => ('name' in one ? (one.name ?? []) : []))),
);
const isSuiteName = ({ name }: ProblemSketch): boolean => name !== undefined && suiteNames.has(name);
