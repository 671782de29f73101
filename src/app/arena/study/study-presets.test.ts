import { expect, it } from 'vitest';
import { readStudy } from '#core/study/read-study.ts';
import { planRuns } from '#core/study/plan.ts';
import { runOne } from '#core/study/run-study.ts';
import { STUDY_PRESETS } from './study-presets.ts';

it.each(Object.entries(STUDY_PRESETS))('the study “%s” can be run', (_, sketch) => {
  const read = readStudy(sketch);
  expect('problems' in read ? read.problems : []).toEqual([]);
});

it('“Which acquisition function?” lets all its settings begin with the same points, as it says', () => {
  const read = readStudy({ ...STUDY_PRESETS.acquisition, budget: 2, repeats: 2 });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const { study } = read;
  for (const key of planRuns(study)) {
    const [one, first] = [key, { ...key, strategy: 0 }].map((of) => runOne(study, of, () => 0).value);
    expect([...one]).toEqual([...first]);
  }
});
