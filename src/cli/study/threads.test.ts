import { describe, expect, it } from 'vitest';
import { planRuns } from '#core/study/plan.ts';
import { study as readStudy } from '#core/study/testing.ts';
import type { RunRecord, Study } from '#core/study/types.ts';
import { runOnThreads } from './threads.ts';

const study = readStudy({ problems: ['branin'], strategies: ['random', 'bayes'], budget: 12, repeats: 8 });

describe('runs on threads', () => {
  it('stop where they cannot be kept, and are not offered again', async () => {
    let offered = 0;
    const refused = runOnThreads(study, planRuns(study), 2, () => {
      offered += 1;
      throw new Error('The disk is full.');
    });
    await expect(refused).rejects.toThrow('The disk is full.');
    expect(offered).toBe(1);
  });

  it('are handed over, all that were finished, before the one that failed is named', async () => {
    // What no study that was read can have: levels outside the problem.
    const broken: Study = {
      ...study,
      strategies: [...study.strategies, { name: 'broken', id: 'grid', params: { levels: '99;99' } }],
    };
    const keys = [...planRuns(study), { problem: 0, strategy: 2, repeat: 3 }];
    const records: RunRecord[] = [];
    const failed = runOnThreads(broken, keys, 1, (more) => void records.push(...more));
    await expect(failed).rejects.toThrow(/^Repeat 3 of strategy broken on problem branin failed: ./);
    expect(records).toHaveLength(16);
  });
});
