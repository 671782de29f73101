import { afterEach, describe, expect, it } from 'vitest';
import { diagnose, type Diagnosis } from '#core/assumptions/diagnosis/index.ts';
import { problemOf } from '#core/run.ts';
import { defaultScenario } from '#core/scenario.ts';
import { JobCancelled } from '../client.ts';
import { spawnInProcess } from '../in-process.ts';
import { WorkerPool } from '../pool.ts';

let pool = new WorkerPool({ size: 1, spawn: spawnInProcess });
afterEach(() => {
  pool.dispose();
  pool = new WorkerPool({ size: 1, spawn: spawnInProcess });
});

const question = (id: string) => ({ ...defaultScenario(), objective: { id, params: {} } });

describe('a diagnosis in the worker', () => {
  it('is that of the core: the coarse one first, then the fine one', async () => {
    const parts: (Diagnosis | null)[] = [];
    const asked = question('rippled-bowl');
    const job = pool.ask('diagnose', asked, { onPart: (part) => parts.push(part) });
    const result = await job.result;
    const steps = diagnose(problemOf(asked), asked);
    const expected: Diagnosis[] = [];
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.value) expected.push(step.value);
      if (step.done) break;
    }
    expect(parts.filter((part) => part !== null)).toEqual(expected.slice(0, 1));
    expect(result).toEqual(expected[1]);
  });

  it('can be given up in the middle, and the worker takes the next one', async () => {
    const first = pool.ask('diagnose', question('hartmann6'), { onPart: () => first.cancel() });
    await expect(first.result).rejects.toBeInstanceOf(JobCancelled);
    expect((await pool.ask('diagnose', question('quadratic')).result).convex.holds).toBe('yes');
    expect(pool.workers).toBe(1);
  });
});
