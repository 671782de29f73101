import { afterEach, describe, expect, it } from 'vitest';
import { getObjective } from '#core/objectives/index.ts';
import { formulaMinimum } from '#core/objectives/own/index.ts';
import { JobCancelled } from '../client.ts';
import { formulaSteps } from './formula.ts';
import { spawnInProcess } from '../in-process.ts';
import { WorkerPool } from '../pool.ts';

const pool = new WorkerPool({ size: 1, spawn: spawnInProcess });
afterEach(() => pool.dispose());
const surface = { columns: 3, rows: 2 };

describe('reading a formula in the worker', () => {
  it('finds its minimum, samples its surface, or says why there is none; and is given up when told', async () => {
    const params = { formula: 'x < 0.5 ? x + 10*y : sqrt(x - y)', space: '' };
    const read = await pool.ask('formula', { params, surface }).result;
    const { value, optimum } = getObjective('formula').create(params);
    expect(read.minimum).toEqual({ optimum });
    // Row by row from below; the square root fails above the diagonal.
    const centres = [0.25, 0.75].flatMap((y) => [1 / 6, 0.5, 5 / 6].map((x) => value([x, y])));
    expect([...read.surface!]).toEqual(centres);
    expect(centres[4]).toBeNaN();

    const line = await pool.ask('formula', { params: { formula: 'x^2 + 0.5', space: '' }, surface }).result;
    expect([line.surface, 'optimum' in line.minimum]).toEqual([undefined, true]);
    const none = await pool.ask('formula', { params: { formula: 'log(x*y)', space: '' }, surface }).result;
    expect(none).toMatchObject({ minimum: { problem: { key: 'problem.formula-abyss' } } });
    expect(none.surface).toBeUndefined();

    const given = { formula: `${'sin(9*x)*'.repeat(200)}x`, space: '' };
    const { result, cancel } = pool.ask('formula', { params: given, surface });
    await new Promise((resolve) => setTimeout(resolve, 1));
    cancel();
    await expect(result).rejects.toBeInstanceOf(JobCancelled);
    await pool.ask('formula', { params, surface }).result;
    expect(formulaMinimum.known(given)).toBe(false);
  });

  it('looks up every few milliseconds, also where the formula is as long as can be', () => {
    const terms = Array.from({ length: 95 }, (_, i) => `sin(${i + 1}*x + ${i % 7}*y)`).join(' + ');
    expect(terms.length).toBeGreaterThan(1500);
    let steps = 0;
    const job = formulaSteps({ params: { formula: terms, space: '' }, surface: { columns: 9, rows: 40 } });
    while (!job.next().done) steps += 1;
    // At least one for every box and every row.
    expect(steps).toBeGreaterThan(80);
  });
});
