/** Many runs of what a `share` figure compares: the same in the page's workers, in the facts and in their tests. */
import { queryToRaw } from '#core/query.ts';
import { readScenario } from '#core/scenario.ts';
import { readStudy } from '#core/study/read-study.ts';
import { runOne } from '#core/study/run-study.ts';
import type { Study } from '#core/study/types.ts';
import type { Scenario } from '#core/types.ts';
import type { ShareFigure } from './figures.ts';

/** What a link to the Lab says besides the scenario; a test holds that these are all. */
export const NOT_SCENARIO = [
  ...[
    'lang',
    't',
    'play',
    'focus',
    'hide',
    'truth',
    'optimum',
    'numbers',
    'moment',
    'log',
    'field',
    'slices',
  ],
  ...['paths', 'dwell', 'presenter', 'embed', 'strings'],
];

/** The scenario of what stands behind `#/lab?`. @throws {Error} where anything in it is not taken as it stands */
export function scenarioOf(lab: string): Scenario {
  const { scenario, notices } = readScenario(queryToRaw(lab, NOT_SCENARIO));
  if (notices.length > 0) throw new Error(`${lab}: ${JSON.stringify(notices)}`);
  return scenario;
}

/**
 * The study that a figure asks: strategy 0 is the one that it is about.
 * @param dial the value of its dial; its start where left out
 * @throws {Error} where the figure does not make one
 */
export function studyOf(figure: ShareFigure, dial = figure.dial?.start): Study {
  const { objective, noise, budget, seed } = scenarioOf(figure.lab);
  const { param } = figure.dial ?? {};
  const params = {
    ...objective.params,
    ...(param !== undefined && dial !== undefined && { [param]: dial }),
  };
  const read = readStudy({
    problems: [{ objective: { id: objective.id, params }, noise }],
    strategies: [figure.of, ...figure.against].map(({ id, params: own }, i) => ({
      id,
      params: own,
      name: `${i}`,
    })),
    ...{ budget, seed, repeats: 1, instances: figure.placed === 'anew' ? 'moved' : 'fixed' },
  });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  // More than a study from outside may ask for: these are short.
  return { ...read.study, repeats: figure.repeats };
}

/** The lowest true value that a run found. */
export const lowest = (best: ArrayLike<number>): number => (best.length > 0 ? best[best.length - 1] : NaN);

/** By strategy: what each repeat ended with. @param repeats by default all */
export function endsOf(study: Study, repeats = study.repeats): Float64Array[] {
  return study.strategies.map((_, strategy) =>
    Float64Array.from({ length: repeats }, (_, repeat) =>
      lowest(runOne(study, { problem: 0, strategy, repeat }, () => 0).best),
    ),
  );
}

export interface Count {
  ahead: number;
  tied: number;
  of: number;
}

/** How often a ends lower than b, of the repeats that both have. */
export function countAhead(a: ArrayLike<number>, b: ArrayLike<number>): Count {
  const count = { ahead: 0, tied: 0, of: 0 };
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (Number.isNaN(a[i]) || Number.isNaN(b[i])) continue;
    count.of += 1;
    if (a[i] < b[i]) count.ahead += 1;
    else if (a[i] === b[i]) count.tied += 1;
  }
  return count;
}

/** Ties count half. */
export const shareOf = ({ ahead, tied, of }: Count): number => (ahead + tied / 2) / of;
