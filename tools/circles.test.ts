import { describe, expect, it } from 'vitest';
import { circleIn } from './circles.ts';

const of = (imports: Record<string, string[]>) => circleIn(new Map(Object.entries(imports)));

describe('circles between files', () => {
  it('are named, with the file that closes them', () => {
    expect(of({ page: ['part'], part: ['maps'], maps: ['page'] })).toEqual(['page', 'part', 'maps', 'page']);
    expect(of({ first: ['page'], page: ['part'], part: ['page'] })).toEqual(['page', 'part', 'page']);
    expect(of({ alone: ['alone'] })).toEqual(['alone', 'alone']);
  });

  it('are none where two ask for the same, or for what is not built', () => {
    expect(of({ page: ['part', 'maps'], part: ['maps'], maps: [], other: ['page', 'part'] })).toBeUndefined();
    expect(of({ page: ['elsewhere'] })).toBeUndefined();
  });
});
