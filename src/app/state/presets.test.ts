import { expect, it } from 'vitest';
import { readStudy } from '../../core/study/read-study.ts';
import { PRESETS } from './presets.ts';

it.each(Object.entries(PRESETS))('the study “%s” can be run', (_, sketch) => {
  const read = readStudy(sketch);
  expect('problems' in read ? read.problems : []).toEqual([]);
});
