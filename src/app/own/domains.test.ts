import { describe, expect, it } from 'vitest';
import { draftOf, readDomain, readTyped, withoutDefault } from './domains.ts';

describe('the fields of a domain', () => {
  const read = (scale: 'linear' | 'log' | 'integer', lo: string, hi: string) => readDomain({ scale, lo, hi });
  it('are read as a scale and a range, with decimal commas too', () => {
    expect(read('log', '1e-5', '1')).toEqual({ scale: 'log', range: { lo: 1e-5, hi: 1 } });
    expect(read('linear', '-0,5', '2,25')).toEqual({ scale: 'linear', range: { lo: -0.5, hi: 2.25 } });
    expect(readDomain({ scale: 'log', lo: ' ', hi: '' }, true)).toEqual({ scale: 'log' });
  });
  it('take a comma for the point, but none for thousands', () => {
    expect(['0,5', '-1,25', '3', '.5'].map(readTyped)).toEqual([0.5, -1.25, 3, 0.5]);
    expect(['1,000.5', '1,2,3', '', 'x'].map(readTyped)).toEqual([NaN, NaN, NaN, NaN]);
  });
  it('say what is wrong', () => {
    for (const [scale, lo, hi, key] of [
      ['linear', '', '1', 'both'],
      ['linear', 'one', '2', 'notANumber'],
      ['linear', '0', 'Infinity', 'notANumber'],
      ['linear', '2', '1', 'order'],
      ['log', '0', '1', 'log'],
      ['integer', '0.5', '3', 'whole'],
      ['integer', '0', '100000', 'integers'],
    ] as const) {
      expect(read(scale, lo, hi), `${scale} ${lo} ${hi}`).toMatchObject({ problem: { key } });
    }
  });
  it('hold what they were made from', () => {
    const entry = { scale: 'log', range: { lo: 1e-7, hi: 0.25 } } as const;
    expect(readDomain(draftOf(entry))).toEqual(entry);
    expect(readDomain(draftOf(undefined))).toEqual({ scale: 'linear', range: { lo: 0, hi: 1 } });
    expect(withoutDefault({ scale: 'linear', range: { lo: 0, hi: 1 } })).toEqual({ scale: 'linear' });
    expect(withoutDefault(entry)).toEqual(entry);
  });
});
