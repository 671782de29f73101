import type { ObjectiveTexts } from '../types.ts';

const X1_TO_6 = { x1: 'x₁', x2: 'x₂', x3: 'x₃', x4: 'x₄', x5: 'x₅', x6: 'x₆' };

export default {
  hartmann6: {
    en: {
      name: 'Hartmann-6',
      about:
        'Six knobs and a few Gaussian-shaped wells. A grid with only two levels per knob already costs 64 trials; whoever wants to spend fewer has to learn from them as they come in.',
      value: 'f(x)',
      params: {},
      dimensions: X1_TO_6,
    },
    zh: {
      name: 'Hartmann-6 函数',
      about:
        '六个超参数，几口高斯形状的井。网格即使每个超参数只取两个值，也要 64 次试验；想少花几次，就得边试边学。',
      value: 'f(x)',
      params: {},
      dimensions: X1_TO_6,
    },
  },
} satisfies ObjectiveTexts;
