/** The stored pictures are those of the problems, and where they are listed is what a diagnosis says of them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { diagnose, type Diagnosis } from '#core/assumptions/diagnosis/index.ts';
import { objectives } from '#core/objectives/index.ts';
import { problemOf } from '#core/run.ts';
import { readScenario } from '#core/scenario.ts';
import type { ObjectiveDefinition, Problem } from '#core/types.ts';
import {
  ANY,
  entries,
  LESSONS,
  shelvesOf,
  sizeOf,
  wantedEntries,
  type Lesson,
  type Portrait,
} from './entries.ts';
import { CURVE_POINTS, drawnHeights, heightsOf, MAP_CELLS } from './picture.ts';

const file = new URL('./portraits.json', import.meta.url);
const stored = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Record<string, Portrait>;
const update = process.env.UPDATE_PORTRAITS === '1';

function finest(problem: Problem): Diagnosis {
  const steps = diagnose(problem, { noise: { kind: 'none' }, budget: 20, seed: 1 });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Total effects of the knobs, most important first; without them, as they come. */
function byImportance({ sensitivity, dimensions }: Diagnosis): number[] {
  const places = dimensions.map((_, i) => i);
  return 'unknown' in sensitivity
    ? places
    : places.sort((a, b) => sensitivity.total[b] - sensitivity.total[a]);
}

function lessonOf({ family }: ObjectiveDefinition, diagnosis: Diagnosis): Lesson {
  const { sensitivity, minima, separable, dimensions } = diagnosis;
  if (family === 'own' || family === 'measured') return family;
  if (!('unknown' in sensitivity) && sensitivity.effective < dimensions.length) return 'idle';
  if (minima.count > 1) return 'valleys';
  return separable.holds === 'no' ? 'interaction' : 'valley';
}

function portraitOf(objective: ObjectiveDefinition): Portrait {
  const problem = problemOf(readScenario({ objective: objective.id }).scenario);
  const diagnosis = finest(problem);
  const shown = byImportance(diagnosis)
    .slice(0, 2)
    .sort((a, b) => a - b);
  return {
    dimensions: problem.space.dimensions.length,
    lesson: lessonOf(objective, diagnosis),
    convex: diagnosis.convex.holds === 'yes',
    oneValley: diagnosis.unimodal.holds === 'yes',
    heights: drawnHeights(problem, shown),
  };
}

describe('portraits', () => {
  it.each(objectives)('$id is stored as it is', (objective) => {
    const now = portraitOf(objective);
    if (update) stored[objective.id] = now;
    expect(stored[objective.id]).toEqual(now);
    const heights = heightsOf(now.heights);
    expect(heights.length).toBe(now.dimensions === 1 ? CURVE_POINTS : MAP_CELLS ** 2);
    const finite = heights.filter(Number.isFinite);
    expect([Math.min(...finite), Math.max(...finite)]).toEqual([0, 1]);
  });

  afterAll(() => {
    if (!update) return;
    const ids = objectives.map(({ id }) => id).filter((id) => id in stored);
    const lines = ids.map((id) => `  ${JSON.stringify(id)}: ${JSON.stringify(stored[id])}`);
    writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
  });
});

describe('the list of problems', () => {
  const idsOf = (wanted: Partial<typeof ANY>) =>
    wantedEntries({ ...ANY, ...wanted }, ({ id }) => id).map(({ id }) => id);

  it('holds every problem once, under its number of knobs and its lesson', () => {
    expect(entries.map(({ id }) => id)).toEqual(objectives.map(({ id }) => id));
    const shelved = shelvesOf(entries).flatMap((shelf) => shelf.entries);
    expect(shelved.length).toBe(entries.length);
    expect(new Set(shelved).size).toBe(entries.length);
    for (const { size, lesson, entries: held } of shelvesOf(entries))
      for (const entry of held) expect([sizeOf(entry), entry.lesson]).toEqual([size, lesson]);
    expect(new Set(entries.map(({ lesson }) => lesson))).toEqual(new Set(LESSONS));
  });

  it('is narrowed by words, size and what is true of a problem', () => {
    expect(idsOf({})).toHaveLength(objectives.length);
    expect(idsOf({ search: 'BRAN' })).toEqual(['branin']);
    expect(idsOf({ search: 'bowl rippled' })).toEqual(['rippled-bowl']);
    const idle = entries.filter(({ lesson }) => lesson === 'idle').map(({ id }) => id);
    expect(idle).toEqual(['important-unimportant', 'embed']);
    expect(idsOf({ size: 'one', oneValley: true, convex: false })).toContain('cliff');
    expect(idsOf({ size: 'more' })).toContain('hartmann6');
    expect(idsOf({ search: 'no such problem' })).toEqual([]);
  });
});
