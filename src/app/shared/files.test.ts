import { describe, expect, it } from 'vitest';
import { run } from '#core/run.ts';
import { defaultScenario } from '#core/scenario.ts';
import { readTraceFile } from '#core/trace/file.ts';
import { fileName, fileText } from './files.ts';

const file = run({
  ...defaultScenario(),
  objective: { id: 'branin', params: {} },
  budget: 5,
  seed: 8,
  strategies: [{ id: 'random', params: {} }],
});

describe('trace files', () => {
  it('are named after what is inside', () => {
    expect(fileName(file, 'csv')).toBe('trial-by-trial_branin_random_budget-5_seed-8.csv');
    const several = { ...file, traces: [file.traces[0], file.traces[0]] };
    expect(fileName({ ...several, scenario: { ...file.scenario, repeat: 3 } }, 'json')).toBe(
      'trial-by-trial_branin_budget-5_seed-8_repeat-3.json',
    );
  });

  it('can be read back, JSON to the bit', () => {
    expect(readTraceFile(JSON.parse(fileText(file, 'json')))).toEqual({ file });
  });

  it('have a line per trial in CSV, marked as UTF-8', () => {
    const text = fileText(file, 'csv');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.trimEnd().split('\n').length).toBe(1 + 5);
  });
});
