import type { StrategyTexts } from '../types.ts';

export default {
  look: { group: 'filling', marker: 'plus', light: '#2a3186', dark: '#7068e8' },
  en: {
    name: 'Sobol sequence',
    short: 'Sobol',
    about:
      'Fills the space evenly: every next point goes into the gaps that the ones before left, in every range at once. Like a grid it ignores what comes back; unlike a grid it never tries the same value of a knob twice, and it can stop at any trial.',
    params: {
      scramble: {
        label: 'Scrambling',
        help: 'Owen’s scrambling keeps the evenness and makes another design for every seed; the plain sequence starts in the lowest corner.',
        options: { owen: 'Owen', none: 'none' },
      },
    },
    why: {
      'first-owen': 'The sequence begins; scrambling has moved its first point off the corner.',
      'first-none': 'The sequence begins in the corner where everything is lowest.',
      gap: 'Point {{point}} goes into slices of every range that are still empty; after it, {{empty}} of {{slices}} are left.',
      'gap-rounded':
        'Point {{point}} goes into slices of every range that are still empty; after it, {{empty}} of {{slices}} are left. Integers are rounded afterwards.',
      complete:
        'This point fills the last gap: each of {{point}} slices of every range now holds exactly one point.',
      'complete-rounded':
        'This point fills the last gap: each of {{point}} slices of every range now holds exactly one point. Integers are rounded afterwards.',
    },
  },
  zh: {
    name: 'Sobol 序列',
    short: 'Sobol',
    about:
      '均匀地铺满空间：每个新点都落进之前的点留下的空隙，而且在每个范围上都是如此。和网格一样，它不理会试验结果；和网格不同，它从不重复某个超参数的取值，并且可以在任何一次试验后停下。',
    source: 'Sobol’ (1967); Joe & Kuo (2008), SIAM J. Sci. Comput. 30；加扰：Owen (1998)',
    params: {
      scramble: {
        label: '加扰',
        help: 'Owen 加扰保持均匀性，每个种子给出不同的设计；不加扰的序列从最低的角点开始。',
        options: { owen: 'Owen', none: '无' },
      },
    },
    why: {
      'first-owen': '序列开始；加扰使第一个点离开了角点。',
      'first-none': '序列从所有取值都最低的角点开始。',
      gap: '第 {{point}} 个点落入每个范围中仍然空着的一份；此后 {{slices}} 份中还空着 {{empty}} 份。',
      'gap-rounded':
        '第 {{point}} 个点落入每个范围中仍然空着的一份；此后 {{slices}} 份中还空着 {{empty}} 份（整数超参数随后再取整）。',
      complete: '这个点补上了最后的空隙：每个范围等分成的 {{point}} 份中，如今各有恰好一个点。',
      'complete-rounded':
        '这个点补上了最后的空隙：每个范围等分成的 {{point}} 份中，如今各有恰好一个点（整数超参数随后再取整）。',
    },
  },
} satisfies StrategyTexts;
