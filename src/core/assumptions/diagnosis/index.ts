/**
 * Convex? One valley? Steep? Separable? What holds of a problem, as far as numbers can tell, and where it fails, with a
 * witness to be drawn. See `types.ts` for what each verdict means.
 */
import { minimiserBoxes } from '../../minimisers.ts';
import { stream } from '../../rng.ts';
import { sobol, SOBOL_MAX_DIMENSION } from '../../sampling/sobol.ts';
import type { Noise, Point, Problem } from '../../types.ts';
import { randomSpot, settleAll } from './cells.ts';
import { consistent } from './consistent.ts';
import { Findings } from './findings.ts';
import { lattice, linesOf, lowPlaces } from './lattice.ts';
import { lookAlongLines, mix, type LineOptions } from './many-lines.ts';
import { crestsBetween, minimaFrom } from './minima.ts';
import { chancesOf, lookAt } from './noise.ts';
import { minimaOf, restOf, scan } from './one-dimension.ts';
import { linePicture, profilesOf, slicesOf } from './pictures.ts';
import { Probe, type Steps } from './probe.ts';
import { separability } from './separability.ts';
import { sensitivity } from './sensitivity.ts';
import { steepness } from './steepness.ts';
import type { Diagnosis, Minima, Picture, Spot } from './types.ts';
import { tamed } from './units.ts';

export type * from './types.ts';

export interface DiagnosisOptions {
  noise: Noise;
  /** Of the experimenter who looks at noisy values. */
  budget: number;
  seed: number;
}

interface Level extends LineOptions {
  coarse: boolean;
  /** Intervals of the grid, one hyperparameter. */
  intervals: number;
  /** Evaluations at most, where looking closer keeps finding more. */
  closer: number;
  /** Cells along each axis, two hyperparameters. */
  lattice: number;
  /** Points that are sampled first, in three and more. */
  sample: number;
  descents: number;
  /** Two hyperparameters: descents from anywhere. */
  checks: number;
  levels: number;
  bases: number;
  /** Minima that separability is held against. */
  spots: number;
  /** Rows of the design for sensitivities. */
  design: number;
  draws: number;
}

/** A first impression within some milliseconds … */
const COARSE: Level = {
  coarse: true,
  intervals: 256,
  closer: 512,
  lattice: 24,
  sample: 64,
  lines: 60,
  perLine: 33,
  tangents: 0,
  climb: 0,
  descents: 6,
  checks: 2,
  levels: 7,
  bases: 1,
  spots: 2,
  design: 64,
  draws: 100,
};
/** … and what is said in the end. */
const FINE: Level = {
  coarse: false,
  intervals: 2048,
  closer: 12_000,
  lattice: 72,
  sample: 512,
  lines: 600,
  perLine: 65,
  tangents: 600,
  climb: 300,
  descents: 48,
  checks: 8,
  levels: 17,
  bases: 4,
  spots: 8,
  design: 1024,
  draws: 1000,
};

/**
 * Yields a coarse diagnosis as soon as there is one, and `undefined` again and again where the computation can be left;
 * returns the fine one. Deterministic: the seed is that of the noise alone.
 *
 * @param problem of one and more hyperparameters; its evaluations may fail
 */
export function* diagnose(
  problem: Problem,
  options: DiagnosisOptions,
): Generator<Diagnosis | undefined, Diagnosis, void> {
  const { said, ...ordinary } = tamed(problem, options.noise);
  const inside = { ...options, noise: ordinary.noise };
  yield said(yield* examine(ordinary.problem, inside, COARSE));
  return said(yield* examine(ordinary.problem, inside, FINE));
}

function* examine(problem: Problem, options: DiagnosisOptions, level: Level): Steps<Diagnosis> {
  const probe = new Probe(problem);
  const findings = new Findings(probe);
  const d = problem.space.dimensions.length;
  const parts =
    d === 1
      ? yield* alongOne(problem, probe, findings, level)
      : yield* acrossMany(problem, probe, findings, level);
  yield* crestsBetween(probe, parts.minima.spots, findings);
  const lipschitz = yield* steepness(probe, findings, parts.minima.spots);
  const centre = probe.lowest?.unit ?? problem.space.dimensions.map(() => 0.5);
  const separable = yield* separability(probe, {
    levels: d === 2 ? Math.min(24, 2 * level.levels) : level.levels,
    bases: [centre],
    random: level.bases,
    spots: findings.spots(parts.minima.spots.slice(0, level.spots)),
  });
  const importance = yield* sensitivity(probe, level.design);
  const { minima, ...verdicts } = consistent(
    {
      convex: findings.convex,
      unimodal: findings.unimodal,
      separable,
      lipschitz,
      minima: parts.minima,
      sensitivity: importance,
    },
    {
      dimensions: d,
      tolerance: probe.tolerance,
      lowest: probe.lowest,
      highest: probe.highestSpot,
      oneValley: problem.facts.unimodal === true,
    },
  );
  const look =
    d === 1 && probe.lowest
      ? yield* lookAt(problem, probe, verdicts, { ...options, draws: level.draws })
      : undefined;
  return {
    dimensions: problem.space.dimensions,
    optimum: problem.optimum,
    ...(problem.sense && { sense: problem.sense }),
    ...(problem.pictured && { pictured: problem.pictured }),
    noise: options.noise,
    coarse: level.coarse,
    ...verdicts,
    minima,
    ...(look && { look }),
    chances: chancesOf(verdicts, options.noise),
    picture: parts.picture ?? (yield* slicesOf(probe, centre)),
    profiles: d === 1 ? {} : profilesOf(probe, verdicts),
    resolution: {
      evaluations: probe.evaluations,
      failed: probe.failed,
      lines: findings.lines,
      perLine: d === 1 ? parts.perLine : level.perLine,
      tolerance: probe.tolerance,
      range: probe.lowest ? [probe.lowest.value, probe.highest] : [NaN, NaN],
    },
  };
}

interface Parts {
  minima: Minima;
  picture: Picture | undefined;
  perLine: number;
}

function* alongOne(problem: Problem, probe: Probe, findings: Findings, level: Level): Steps<Parts> {
  const { intervals } = level;
  const line = yield* scan(problem, probe, intervals, level.closer);
  findings.look(line, restOf(problem, intervals));
  const minima = minimaOf(line, probe);
  findings.settle(minima.spots, 1 / intervals);
  return { minima, picture: linePicture(line), perLine: line.points.length };
}

function* acrossMany(problem: Problem, probe: Probe, findings: Findings, level: Level): Steps<Parts> {
  const { dimensions } = problem.space;
  let picture: Picture | undefined;
  let places: Spot[];
  let checks: Spot[] = [];
  let low: Point[];
  let known: Spot[] = [];
  const plane = dimensions.length === 2;
  if (plane) {
    const map = yield* lattice(probe, level.lattice);
    const { columns, rows, values, point } = map;
    picture = { kind: 'field', columns, rows, values };
    for (const line of linesOf(map)) {
      if (line.points.length > 2) findings.look(line, 2 / (line.points.length - 1));
    }
    yield;
    places = lowPlaces(map, probe.tolerance);
    const cells = Array.from(values, (value, i) => ({
      unit: point(i % columns, Math.floor(i / columns)),
      value,
    }));
    low = lowest(cells);
    // Nothing but chance: a landscape finer than the lattice has minima that are not its low places.
    const rng = stream('diagnosis', 'checks');
    checks = Array.from({ length: level.checks }, () => cells[rng.below(cells.length)]).filter(
      ({ value }) => !Number.isNaN(value),
    );
  } else {
    const sampled: Spot[] = [];
    const rng = stream('diagnosis', 'sample');
    const design = dimensions.length <= SOBOL_MAX_DIMENSION ? sobol(dimensions.length, rng) : undefined;
    for (let n = 0; n < level.sample; n++) {
      const unit = design ? settleAll(dimensions, design.next().value) : randomSpot(dimensions, rng);
      sampled.push(probe.spot(unit));
      if (n % 16 === 15) yield;
    }
    low = lowest(sampled);
    // The lowest ones, and others in the order of the design: shallow valleys get their turn.
    places = [...sampled.filter(({ value }) => !Number.isNaN(value))].sort((a, b) => a.value - b.value);
    const half = Math.ceil(level.descents / 2);
    places = [...places.slice(0, half), ...sampled.filter((spot) => places.indexOf(spot) >= half)].slice(
      0,
      level.descents,
    );
  }
  if (probe.lowest) {
    known = minimiserBoxes(problem)
      .slice(0, MOST_KNOWN)
      .map(({ lo, hi }) => probe.spot(settleAll(dimensions, mix(lo, hi, 0.5))));
    const centres = known.slice(0, 4).map(({ unit }) => unit);
    yield* lookAlongLines(probe, findings, low, [...centres, probe.lowest.unit], level);
    known = known.filter(({ value }) => !Number.isNaN(value));
  }
  const minima = yield* minimaFrom(probe, probe.lowest ? [probe.lowest, ...known, ...places] : [], checks, {
    reach: plane ? 1.5 / level.lattice : 0.05,
    most: level.descents + known.length,
    whole: plane,
  });
  return { minima, picture, perLine: level.perLine };
}

/** Minimisers that are known, and looked at one by one. */
const MOST_KNOWN = 24;

/** The lowest tenth. */
const lowest = (spots: readonly Spot[]): Point[] =>
  spots
    .filter(({ value }) => !Number.isNaN(value))
    .sort((a, b) => a.value - b.value)
    .slice(0, Math.max(2, Math.floor(spots.length / 10)))
    .map(({ unit }) => unit);
