import { expect, it } from 'vitest';
import { run } from '../run.ts';
import { readScenario } from '../scenario.ts';
import { strategies } from './index.ts';

const sized = strategies.filter(({ batchSize }) => batchSize !== undefined);

it.each(sized.map(({ id, batchSize, params }) => [id, batchSize!, params[batchSize!]] as const))(
  '%s asks as many points at once as “%s” says',
  (id, name, declaration) => {
    expect(declaration).toMatchObject({ kind: 'int' });
    for (const size of [2, 5, 8]) {
      const strategy = { id, params: { [name]: size } };
      const { scenario, notices } = readScenario({ objective: 'branin', budget: 24, strategies: [strategy] });
      expect(notices).toEqual([]);
      const counts = new Map<number, number>();
      for (const { batch } of run(scenario).traces[0].trials) counts.set(batch, (counts.get(batch) ?? 0) + 1);
      // An initial design may be smaller, and the last batch is what the budget leaves.
      expect(Math.max(...counts.values())).toBe(size);
    }
  },
);

it('there are such strategies', () => {
  expect(sized.map(({ id }) => id)).toEqual(['k-section', 'batch-bayes']);
});
