import { expect, it } from 'vitest';
import { run } from '#core/run.ts';
import { readScenario } from '#core/scenario.ts';
import { absence } from './pictured.svelte.ts';

it('the room of a model says from which trial on there is one, and that it is being drawn', () => {
  const { scenario } = readScenario({ objective: 'forrester', budget: 9, strategies: ['bayes'] });
  const { trials } = run(scenario).traces[0];
  const first = trials.findIndex(({ view }) => view?.kind === 'model') + 1;
  expect(first).toBeGreaterThan(1);
  const said = (shown: number, status: 'empty' | 'computing' | 'ready') =>
    absence({ trials, shown }, 'model', { status });
  for (let shown = 0; shown < first; shown++)
    expect(said(shown, 'empty')).toBe(`no model until trial ${first}`);
  expect(said(first, 'computing')).toBe('the model is being drawn …');
  expect(said(first, 'ready')).toBe('');
  // A run without any.
  expect(absence({ trials: trials.slice(0, first - 1), shown: 1 }, 'model', { status: 'empty' })).toBe('');
});
