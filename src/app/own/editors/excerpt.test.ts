import { describe, expect, it } from 'vitest';
import { excerpt } from './excerpt.ts';

describe('the excerpt that points at a character', () => {
  it('shows what stands around it', () => {
    expect(excerpt('x + foo', 4)).toEqual({ before: 'x + ', at: 'f', after: 'oo' });
    expect(excerpt('x +\n', 4)).toEqual({ before: 'x + ', at: ' ', after: '' });
    expect(excerpt('a'.repeat(50), 25, 3)).toEqual({ before: '…aaa', at: 'a', after: 'aaa…' });
    expect(excerpt('x*😀', 2).at).toBe('😀');
  });
});
