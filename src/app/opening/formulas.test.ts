import { afterEach, describe, expect, it, vi } from 'vitest';
import { formulaMinimum } from '#core/objectives/own/index.ts';
import { problemOf } from '#core/run.ts';
import type { SpawnWorker } from '#workers/client.ts';
import { spawnInProcess } from '#workers/in-process.ts';
import { WorkerPool } from '#workers/pool.ts';
import { Formulas } from './formulas.ts';
import { problemsIn } from './opening.ts';
import { SURFACE, surfaceOf } from '../shared/surfaces.ts';

const open: WorkerPool[] = [];
afterEach(() => {
  open.splice(0).forEach((pool) => pool.dispose());
  vi.useRealTimers();
});
function setUp(spawn: SpawnWorker = spawnInProcess) {
  const pool = new WorkerPool({ size: 1, spawn });
  open.push(pool);
  return new Formulas(pool);
}
const settings = (formula: string) => ({ formula, space: '' });
/** A worker that is there and never says anything. */
const mute: SpawnWorker = () => ({ send: () => {}, terminate: () => {} });

describe('what takes long about a formula', () => {
  it('is learnt from a worker, and known from then on', async () => {
    const formulas = setUp();
    const params = settings('(x - 0.125)^2 + y + 3');
    expect(formulaMinimum.known(params)).toBe(false);
    expect(await formulas.learn(params).result).toBeUndefined();
    expect(formulaMinimum.known(params)).toBe(true);
    const problem = problemOf({ objective: { id: 'formula', params } });
    expect(problem.optimum.value).toBe(3);
    expect(surfaceOf(problem)).toBe(surfaceOf(problem));
    expect(surfaceOf(problem)[0]).toBe(problem.value([0.5 / SURFACE.columns, 0.5 / SURFACE.rows]));
    expect(await formulas.learn(settings('3 + log(x)')).result).toMatchObject({
      key: 'problem.formula-abyss',
    });
  });

  it('is looked for among whatever a link or a file holds', async () => {
    const formulas = setUp();
    const none = [undefined, null, 7, 'branin', { id: 'drawn' }, { id: 'constructor', params: 'x' }, []];
    expect(formulas.ready(none)).toBeUndefined();
    const params = settings('(x - 0.25)^2 + 4');
    const given = { id: 'formula', params: { formula: params.formula } };
    await formulas.ready([...none, given]);
    expect(formulaMinimum.known(params)).toBe(true);
    expect(formulas.ready([given])).toBeUndefined();
    // Refused, so that the example takes its place.
    await formulas.ready([{ id: 'formula', params: { formula: 'x +' } }]);
    expect(formulas.ready(['formula'])).toBeUndefined();
  });

  it('is looked for in studies, in every form that their problems have', async () => {
    const formula = { id: 'formula', params: { formula: 'x^2 + 8' } };
    expect([undefined, null, {}, { problems: 'x' }].map(problemsIn)).toEqual([[], [], [], []]);
    const study = { problems: ['branin', null, formula, { name: 'mine', objective: formula, noise: 0.1 }] };
    expect(problemsIn(study)).toEqual(['branin', null, formula, formula]);
    await setUp().ready(problemsIn(study));
    expect(formulaMinimum.known(settings('x^2 + 8'))).toBe(true);
  });

  it('is worked out by the page where the worker is lost or does not answer', async () => {
    const lost = setUp(({ gone }) => ({ send: () => gone('it was killed'), terminate: () => {} }));
    expect(await lost.learn(settings('5 + log(x)')).result).toMatchObject({ key: 'problem.formula-abyss' });
    expect(await lost.learn(settings('x^2 + 5')).result).toBeUndefined();

    vi.useFakeTimers();
    const params = settings('x^2 + 6');
    let over = false;
    void setUp(mute)
      .ready([{ id: 'formula', params }])!
      .then(() => (over = true));
    await vi.advanceTimersByTimeAsync(4900);
    expect([over, formulaMinimum.known(params)]).toEqual([false, false]);
    await vi.advanceTimersByTimeAsync(200);
    expect([over, formulaMinimum.known(params)]).toEqual([true, true]);
  });

  it('can be given up', async () => {
    const { result, cancel } = setUp(mute).learn(settings('x^2 + 7'));
    cancel();
    await expect(result).rejects.toThrow('cancelled');
  });
});
