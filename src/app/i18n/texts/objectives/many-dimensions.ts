import { numbered } from '../labels.ts';
import type { ObjectiveTexts } from '../types.ts';

const X1_TO_6 = numbered(6);
const X1_TO_20 = numbered(20);

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
  embed: {
    en: {
      name: 'Few knobs that matter',
      about:
        'A problem of one, two or six knobs hidden among others that do nothing at all. A grid spends its levels on all of them; random search, and a model with a lengthscale for each, hardly notice the others.',
      value: 'f(x)',
      params: {
        hidden: {
          label: 'Hidden problem',
          options: {
            branin: 'Branin (2)',
            quadratic: 'quadratic (1)',
            forrester: 'Forrester (1)',
            'double-well': 'double well (1)',
            'six-hump-camel': 'six-hump camel (2)',
            rosenbrock: 'Rosenbrock (2)',
            himmelblau: 'Himmelblau (2)',
            hartmann6: 'Hartmann-6 (6)',
          },
        },
        dimension: { label: 'Dimensions', help: 'Of the whole; at least as many as the hidden problem has.' },
        placement: { label: 'Placement', help: 'Every number hides it along other knobs.' },
      },
      dimensions: X1_TO_20,
    },
    zh: {
      name: '少数重要的超参数',
      about:
        '把一维、二维或六维的问题藏在许多毫无作用的超参数之间。网格把取值平摊给所有超参数；随机搜索，以及每维各有长度尺度的模型，几乎不受其余超参数的影响。',
      value: 'f(x)',
      params: {
        hidden: {
          label: '藏着的问题',
          options: {
            branin: 'Branin（2 维）',
            quadratic: '二次函数（1 维）',
            forrester: 'Forrester（1 维）',
            'double-well': '双谷（1 维）',
            'six-hump-camel': '六峰驼背（2 维）',
            rosenbrock: 'Rosenbrock（2 维）',
            himmelblau: 'Himmelblau（2 维）',
            hartmann6: 'Hartmann-6（6 维）',
          },
        },
        dimension: { label: '维数', help: '总维数，至少与藏着的问题一样多。' },
        placement: { label: '位置', help: '换一个数，就藏在另外几个超参数里。' },
      },
      dimensions: X1_TO_20,
    },
  },
} satisfies ObjectiveTexts;
