import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSpace, readSpace, variableSpace } from './space-text.ts';

const refusal = (text: string, read: (text: string) => object = readSpace) =>
  (read(text) as { problem?: { key: string; values: Record<string, unknown> } }).problem;

describe('a domain in words', () => {
  it('reads names, scales and ranges in any order, and writes them back', () => {
    const read = readSpace('x log 1e-5 1; y 1 integer 10;\n z');
    expect(read).toEqual({
      entries: [
        { name: 'x', at: 0, scale: 'log', range: { lo: 1e-5, hi: 1 } },
        { name: 'y', at: 14, scale: 'integer', range: { lo: 1, hi: 10 } },
        { name: 'z', at: 31, scale: 'linear' },
      ],
    });
    if ('problem' in read) return;
    expect(formatSpace(read.entries)).toBe('x log 0.00001 1; y integer 1 10');
    expect(formatSpace(read.entries, true)).toBe('x log 0.00001 1; y integer 1 10; z');
    expect(readSpace(' ; \n')).toEqual({ entries: [] });
  });

  it.each<[string, string, number]>([
    ['x log 1e-5 one', 'word', 11],
    ['x 0x10 20', 'word', 2],
    ['x Infinity 2', 'word', 2],
    ['x 1', 'range', 2],
    ['x 1 2 3', 'range', 6],
    ['y 0 1; x 2 1', 'order', 9],
    ['x 1 1', 'order', 2],
    ['x -1e308 1e308', 'order', 2],
    ['x log 0 1', 'log', 6],
    ['x integer 1 2.5', 'whole', 12],
    ['x integer 0 1e6', 'integers', 10],
    ['x log integer 1 2', 'scales', 6],
    ['x 0 1; x 0 2', 'twice', 7],
  ])('%s is refused: %s', (text, key, at) => {
    const said = refusal(text);
    expect(said?.key).toBe(`problem.space-${key}`);
    expect(said?.values.at).toBe(at);
  });

  it('of a formula names variables, x and x1 being the same', () => {
    expect(refusal('z 0 1', variableSpace)).toMatchObject({ key: 'problem.space-name', values: { at: 0 } });
    expect(refusal('__proto__ 0 1', variableSpace)?.key).toBe('problem.space-name');
    expect(refusal('x 0 1; x1 0 2', variableSpace)?.key).toBe('problem.space-twice');
    expect(refusal('x log', variableSpace)?.key).toBe('problem.space-range');
    const read = variableSpace('x2 3 4');
    expect('entries' in read && read.entries.slice(0, 2)).toMatchObject([
      undefined,
      { range: { lo: 3, hi: 4 } },
    ]);
  });

  it('is never more than refused', () => {
    const piece = fc.oneof(
      fc.constantFrom('x', ' ', ';', 'log', '1', '-', 'integer', '1e9'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const read = variableSpace(pieces.join(''));
        if ('problem' in read) expect(read.problem.key).toMatch(/^problem\.space-/);
      }),
      { numRuns: 2000 },
    );
  });
});
