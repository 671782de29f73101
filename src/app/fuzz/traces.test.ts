/** Trace files with one number or another changed: refused, or drawn without a number that cannot be drawn. */
import { describe, expect, it } from 'vitest';
import { outside } from '#charts/plot/regions.ts';
import { drawModel } from '#core/pictures/model.ts';
import { problemOf, run } from '#core/run.ts';
import { readScenario } from '#core/scenario.ts';
import { strategies } from '#core/strategies/index.ts';
import { readTraceFile } from '#core/trace/file.ts';
import type { Trace, TraceFile } from '#core/types.ts';
import { axisOf } from '../stage/panel/landscape.ts';
import { bellOf, cornersOf, ghostsOf, normalOf, strataOf, togetherWith } from '../stage/panel/overlays.ts';
import {
  bestPoint,
  boxOf,
  domainOf,
  ladderOf,
  levelsAlong,
  tableOf,
  viewAt,
} from '../stage/panel/panel-data.ts';
import { bestSoFar, regrets, valueAxis } from '../stage/race/race.ts';
import { ranking } from '../stage/race/ranking.ts';
import { dimensionLabels, tell, whySentences } from '../i18n/index.svelte.ts';
import { luckOf, MUTATIONS, mutated } from './mutate-testing.ts';

/** A picture has at most so many parts, and takes at most so long, in ms. */
const MOST_PARTS = 20_000;
const LONGEST = 20_000;

const PROBLEMS = ['forrester', 'branin', 'hartmann6', 'knn-cancer'];
const files = PROBLEMS.flatMap((objective) =>
  strategies.map(({ id }) => run(readScenario({ objective, budget: 7, strategies: [id] }).scenario)),
);

let parts = 0;
/** All numbers in it are finite; how many parts it has is counted. */
function drawable(picture: unknown, what: string): void {
  parts += 1;
  if (typeof picture === 'number') {
    if (!Number.isFinite(picture)) expect.fail(`${what}: ${picture}`);
  } else if (ArrayBuffer.isView(picture)) {
    parts += (picture as Float64Array).length;
    for (const value of picture as Float64Array)
      if (!Number.isFinite(value)) expect.fail(`${what}: ${value}`);
  } else if (typeof picture === 'object' && picture !== null) {
    for (const [name, inner] of Object.entries(picture)) drawable(inner, `${what}.${name}`);
  }
}

/** Everything that panel, race and ranking make of a trace, at the trials where something may stand. */
function draw(file: TraceFile, { trials, closing, strategy }: Trace): void {
  const problem = problemOf(file.scenario);
  const { dimensions } = problem.space;
  const labels = dimensionLabels(file.scenario.objective.id, dimensions);
  const { optimum } = problem;
  for (const shown of new Set([Math.ceil(trials.length / 2), trials.length])) {
    for (const ended of [false, true]) {
      const view = viewAt(trials, shown, closing, ended ? 'after' : 'before', ended);
      const along = <T>(what: (dimension: (typeof dimensions)[number], axis: number) => T) =>
        dimensions.map(what);
      if (view?.kind === 'strata')
        drawable(
          along((dimension, axis) => strataOf(view, trials, shown, dimension, axis)),
          'strata',
        );
      if (view?.kind === 'simplex') drawable(cornersOf(view.vertices, trials, dimensions), 'simplex');
      if (view?.kind === 'step') drawable(cornersOf([view.from], trials, dimensions), 'varied');
      if (view?.kind === 'gaussian') {
        if (dimensions.length === 2) drawable(normalOf(view), 'normal');
        drawable(
          along((dimension, axis) => bellOf(view, dimension, axis)),
          'bells',
        );
      }
      drawable(ghostsOf(view, trials, String), 'ghosts');
      drawable(togetherWith(trials, shown), 'together');
      drawable(bestPoint(trials, shown, dimensions.length), 'best');
      if (view?.kind === 'bracket') {
        const box = boxOf(view, dimensions);
        drawable(box, 'box');
        for (const [axis, interval] of box.entries()) {
          for (const { lo, hi } of outside(interval, axisOf(dimensions[axis], labels[axis])))
            expect(hi).toBeGreaterThanOrEqual(lo);
        }
        drawable(
          ladderOf(trials, shown, view, dimensions[0], labels[0], () => true),
          'ladder',
        );
      }
      if (view?.kind === 'lattice')
        drawable(
          dimensions.map((_, i) => levelsAlong(view.levels, dimensions, i)),
          'levels',
        );
      if (view?.kind === 'gaussian') drawable([view.mean, view.covariance], 'normal');
      if (view?.kind === 'step') drawable([view.from, view.step], 'step');
      if (view?.kind === 'model') {
        const points = Float64Array.from({ length: 3 * dimensions.length }, (_, i) => (i % 3) / 2);
        const { mean, sd } = drawModel(view, trials, points);
        drawable([mean, sd], 'model');
      }
    }
  }
  const line = bestSoFar(trials);
  drawable([regrets([line], optimum.value), valueAxis([line], optimum.value)], 'race');
  drawable(domainOf(trials.map(({ y }) => y)), 'domain');
  drawable(ranking([{ id: strategy.id, trials }], trials.length, optimum.value), 'ranking');
  const columns = tableOf(trials, { trial: '', value: '', trueValue: '', best: '' }, true).more!;
  drawable(
    columns.map(({ cells }) => cells()),
    'table',
  );
  drawable(
    trials.map(({ x, y }) => [x, y]),
    'table',
  );
  for (const { why } of [...trials, ...(closing ? [closing] : [])]) {
    const said = tell(why, labels);
    // Without `expect`, which takes longer than the sentence.
    if (/\[object|\{\{|undefined/.test(said) || said.length >= 5000) expect.fail(`says “${said}”`);
  }
}

describe('a trace file', () => {
  it('is drawn as it is, whatever the strategy', () => {
    for (const file of files) {
      expect(readTraceFile(JSON.parse(JSON.stringify(file)), whySentences)).toEqual({ file });
      draw(file, file.traces[0]);
    }
  });

  it(
    `that was changed in one place, or in two, ${MUTATIONS} times, is refused at a field, or drawn`,
    { timeout: 600_000 },
    () => {
      let taken = 0;
      for (let i = 0; i < MUTATIONS; i++) {
        const luck = luckOf('trace', i);
        const file = luck.of(files);
        // Behind the schema: in the traces, mostly.
        const spoilt = { ...file, traces: mutated(file.traces, luck) };
        const twice = JSON.parse(
          JSON.stringify(luck.below(4) === 0 ? mutated(spoilt, luck) : spoilt),
        ) as TraceFile;
        const begun = performance.now();
        parts = 0;
        const read = readTraceFile(twice, whySentences);
        if ('problem' in read) {
          expect(read.problem.key).toMatch(/^problem\.(trace-|not-a-trace)/);
          expect(tell(read.problem)).not.toMatch(/\[object|\{\{|undefined/);
        } else {
          taken += 1;
          try {
            for (const trace of read.file.traces) if (trace.trials.length > 0) draw(read.file, trace);
          } catch (error) {
            throw new Error(
              `mutation ${i} of ${file.traces[0].strategy.id} on ${file.scenario.objective.id}`,
              { cause: error },
            );
          }
        }
        expect(parts, `parts of mutation ${i}`).toBeLessThan(MOST_PARTS);
        expect(performance.now() - begun, `time of mutation ${i}`).toBeLessThan(LONGEST);
      }
      // Behind the schema, that is.
      expect(taken).toBeGreaterThan(MUTATIONS / 10);
    },
  );
});
