import { describe, expect, it } from 'vitest';
import { readStudy } from '#core/study/read-study.ts';
import type { Study } from '#core/study/types.ts';
import {
  addableTo,
  batchSizeOf,
  DEFAULT_HOURS,
  entrantsOf,
  thinkingHours,
  trainingTimeOf,
} from './settings.ts';

function studyOf(...strategies: unknown[]): Study {
  const read = readStudy({ problems: ['branin'], strategies });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.study;
}
const names = (study: Study, patch: object) =>
  entrantsOf(study, { ...DEFAULT_HOURS, ...patch }).map(({ name, id, params }) =>
    [name, batchSizeOf({ id, params })].filter((part) => part !== undefined).join(' '),
  );

describe('who takes part', () => {
  it('is the study as it stands, unless batches follow the machines', () => {
    const study = studyOf('random', 'k-section', { id: 'batch-bayes', params: { size: 7 } });
    expect(names(study, { follow: false, machines: 9 })).toEqual(['random', 'k-section 4', 'batch-bayes 7']);
    expect(names(study, { machines: 9 })).toEqual(['random', 'k-section 9', 'batch-bayes 9']);
  });
  it('asks for as many points as the strategy allows, on one machine and on sixty-four', () => {
    const study = studyOf('k-section');
    expect(names(study, { machines: 1 })).toEqual(['k-section 2']);
    expect(names(study, { machines: 64 })).toEqual(['k-section 32']);
  });
  it('adds what is made for several machines, where the study lacks it, under a name of its own', () => {
    const study = studyOf('random', { id: 'grid', name: 'batch-bayes' });
    expect(addableTo(study).map(({ id }) => id)).toEqual(['k-section', 'batch-bayes']);
    expect(names(study, { extra: false }).length).toBe(2);
    expect(names(study, { extra: true })).toEqual([
      'random',
      'batch-bayes',
      'k-section 4',
      'batch-bayes#2 4',
    ]);
    expect(names(studyOf('k-section', 'batch-bayes'), { extra: true }).length).toBe(2);
  });
  it('leaves the study as it was', () => {
    const study = studyOf('k-section');
    const before = structuredClone(study);
    entrantsOf(study, { machines: 16, follow: true, extra: true });
    expect(study).toEqual(before);
  });
});

describe('how long things take', () => {
  it('training: constant, by chance, along a hyperparameter that the problem has', () => {
    const set = { ...DEFAULT_HOURS, chance: false, median: 3 };
    expect(trainingTimeOf(set, 2)).toEqual({ median: 3, sigma: 0 });
    expect(trainingTimeOf({ ...set, chance: true, sigma: 0.7 }, 2)).toEqual({ median: 3, sigma: 0.7 });
    const along = trainingTimeOf({ ...set, chance: true, axis: 1, factor: 8 }, 2);
    expect(along).toMatchObject({ sigma: 0.5, longer: { axis: 1 } });
    expect(Math.exp(along.longer!.slope)).toBeCloseTo(8, 12);
    expect(trainingTimeOf({ ...set, axis: 1 }, 1)).toEqual({ median: 3, sigma: 0 });
  });
  it('thinking: nothing, as measured per suggestion, as given', () => {
    const measured = { seconds: 72, trials: 10 };
    const of = (thinking: 'none' | 'measured' | 'given') =>
      thinkingHours({ ...DEFAULT_HOURS, thinking, seconds: 1800 }, measured);
    expect([of('none'), of('measured'), of('given')]).toEqual([0, 0.002, 0.5]);
    expect(thinkingHours({ ...DEFAULT_HOURS, thinking: 'measured' }, { seconds: 0, trials: 0 })).toBe(0);
  });
});
