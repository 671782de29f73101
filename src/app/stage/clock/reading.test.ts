import { describe, expect, it } from 'vitest';
import { readingSeconds } from './reading.ts';

describe('a sentence is given the time to read it', () => {
  it('by its words, of which a number is one', () => {
    expect(readingSeconds('')).toBe(0);
    expect(readingSeconds('one '.repeat(238))).toBeCloseTo(60);
    expect(readingSeconds('f(0.757) = −6.02 is lower')).toBe(readingSeconds('one two three four'));
  });
  it('by its characters in Chinese, and both where both stand', () => {
    expect(readingSeconds('误差更小。')).toBeCloseTo((60 / 238) * (8 / 3));
    expect(readingSeconds('第 12 次试验')).toBeCloseTo((60 / 238) * (8 / 3 + 1));
  });
});
