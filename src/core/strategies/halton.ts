import { halton as sequence, haltonBase, permutedHalton } from '../sampling/halton.ts';
import { say, type Message, type StrataView, type Strategy } from '../types.ts';

/**
 * Halton’s sequence: the number of the point, written in a base of its own for every dimension (2, 3, 5, 7, …) and
 * mirrored at the point. Of the first bᵏ points each of bᵏ slices of the dimension with base b holds one. In large
 * bases neighbouring dimensions run up the diagonal together for a long time; permuting the digits breaks that.
 */
export const halton: Strategy = {
  id: 'halton',
  params: {
    scramble: { kind: 'choice', options: ['permuted', 'none'], default: 'permuted' },
  },
  oblivious: true,
  source: 'Halton (1960), Numerische Mathematik 2; Owen (2017), A randomized Halton algorithm in R',
  *search({ dim, dimensions, params, stream }) {
    const permuted = params.scramble === 'permuted';
    const points = permuted ? permutedHalton(dim, stream('scramble')) : sequence(dim);
    const bases = dimensions.map((_, j) => haltonBase(j));
    const suffix = dimensions[0].kind === 'integer' ? '-rounded' : '';
    let counts = dimensions.map(() => 1);
    for (let index = 0; ; index++) {
      const grown = counts.map((count, j) =>
        index >= count && dimensions[j].kind !== 'integer' ? count * bases[j] : count,
      );
      if (grown.some((count, j) => count !== counts[j])) counts = grown;
      const unit = points.next().value as number[];
      yield {
        unit,
        why: because(index, unit[0], bases, permuted, suffix),
        view: { kind: 'strata', counts } as StrataView,
      };
    }
  },
};

/** Shown in base 2, that of the first hyperparameter; an integer one is rounded after the share is taken. */
function because(
  index: number,
  share: number,
  bases: readonly number[],
  permuted: boolean,
  suffix: string,
): Message {
  const digits = index.toString(2);
  const values = { index, digits, share, bases: bases.join(', ') };
  return permuted
    ? say(`halton.permuted${suffix}`, values)
    : say(`halton.mirrored${suffix}`, { ...values, mirrored: `0.${[...digits].reverse().join('')}` });
}
