import { numbered } from '../labels.ts';
import type { ObjectiveTexts } from '../types.ts';

const X1_TO_3 = numbered(3);
const X1_TO_6 = numbered(6);
const X1_TO_20 = numbered(20);

/** Names as published (Hansen et al. 2009). */
const BBOB_EN = {
  f1: 'f1 Sphere',
  f2: 'f2 Ellipsoid, separable',
  f3: 'f3 Rastrigin, separable',
  f4: 'f4 Büche–Rastrigin',
  f5: 'f5 Linear slope',
  f6: 'f6 Attractive sector',
  f7: 'f7 Step ellipsoid',
  f8: 'f8 Rosenbrock',
  f9: 'f9 Rosenbrock, rotated',
  f10: 'f10 Ellipsoid, rotated',
  f11: 'f11 Discus',
  f12: 'f12 Bent cigar',
  f13: 'f13 Sharp ridge',
  f14: 'f14 Different powers',
  f15: 'f15 Rastrigin, rotated',
  f16: 'f16 Weierstrass',
  f17: 'f17 Schaffers F7',
  f18: 'f18 Schaffers F7, ill-conditioned',
  f19: 'f19 Griewank–Rosenbrock',
  f20: 'f20 Schwefel',
  f21: 'f21 Gallagher, 101 peaks',
  f22: 'f22 Gallagher, 21 peaks',
  f23: 'f23 Katsuura',
  f24: 'f24 Lunacek bi-Rastrigin',
};
const BBOB_ZH = {
  f1: 'f1 球',
  f2: 'f2 可分离椭球',
  f3: 'f3 可分离 Rastrigin',
  f4: 'f4 Büche–Rastrigin',
  f5: 'f5 线性斜坡',
  f6: 'f6 吸引扇区',
  f7: 'f7 阶梯椭球',
  f8: 'f8 Rosenbrock',
  f9: 'f9 旋转 Rosenbrock',
  f10: 'f10 旋转椭球',
  f11: 'f11 铁饼',
  f12: 'f12 弯雪茄',
  f13: 'f13 尖脊',
  f14: 'f14 不同幂次',
  f15: 'f15 旋转 Rastrigin',
  f16: 'f16 Weierstrass',
  f17: 'f17 Schaffers F7',
  f18: 'f18 病态 Schaffers F7',
  f19: 'f19 Griewank–Rosenbrock',
  f20: 'f20 Schwefel',
  f21: 'f21 Gallagher，101 峰',
  f22: 'f22 Gallagher，21 峰',
  f23: 'f23 Katsuura',
  f24: 'f24 Lunacek 双 Rastrigin',
};

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
      source: 'Bergstra & Bengio (2012), JMLR 13, § 2.1；所藏函数的来源见该函数',
      value: 'f(x)',
      params: {
        hidden: {
          label: '藏着的问题',
          options: {
            branin: 'Branin（2 维）',
            quadratic: '二次函数（1 维）',
            forrester: 'Forrester（1 维）',
            'double-well': '双井（1 维）',
            'six-hump-camel': '六峰驼（2 维）',
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
  landscape: {
    en: {
      name: 'Unknown landscape',
      about:
        'A landscape that nobody has seen: a draw from a Gaussian process, a new one for every number, at a height and a scale of its own, so that no value tells how low it goes. Bayesian optimisation is at home here: these functions are drawn from what a Gaussian process believes before it has seen anything, so what it gains here is the most that it can gain.',
      value: 'f(x)',
      params: {
        knobs: { label: 'Hyperparameters' },
        smoothness: {
          label: 'Smoothness',
          help: 'The kernel’s lengthscale, as a share of each range: the smaller, the more valleys.',
        },
        unimportant: {
          label: 'The last one hardly matters',
          help: 'Its lengthscale is eight times as long. With one hyperparameter there is none to spare.',
        },
        number: { label: 'Number', help: 'Every number is another landscape.' },
      },
      dimensions: X1_TO_3,
    },
    zh: {
      name: '未知地形',
      about:
        '谁也没见过的地形：高斯过程的一次抽样，每个编号一张，高度和幅度也各不相同，所以看数值猜不出最低点有多低。贝叶斯优化在这里是主场：这些函数正是按高斯过程“还没看数据时相信的样子”抽出来的，它在这里占到的便宜，就是它最多能占到的便宜。',
      value: 'f(x)',
      params: {
        knobs: { label: '超参数个数' },
        smoothness: { label: '平滑程度', help: '核的长度尺度，占各范围的比例：越小，谷越多。' },
        unimportant: {
          label: '最后一个几乎不起作用',
          help: '它的长度尺度是其余的八倍。只有一个超参数时不起作用。',
        },
        number: { label: '编号', help: '换一个编号，就是另一张地形。' },
      },
      dimensions: X1_TO_3,
    },
  },
  bbob: {
    en: {
      name: 'BBOB suite (COCO)',
      about:
        'The 24 noiseless functions that optimisers are compared on, with COCO’s own numbered instances, so that results can be set beside published ones: separable (f1–f5), of low or moderate conditioning (f6–f9), of high conditioning with a single local minimum (f10–f14), multimodal with adequate global structure (f15–f19) and with weak global structure (f20–f24).',
      value: 'f(x)',
      params: {
        function: { label: 'Function', options: BBOB_EN },
        dimension: { label: 'Dimensions' },
        instance: {
          label: 'Instance',
          help: 'Each moves and turns the function in its own way; published results mostly use 1 to 15.',
        },
      },
      dimensions: X1_TO_20,
    },
    zh: {
      name: 'BBOB 测试集（COCO）',
      about:
        '比较优化算法时通用的 24 个无噪声函数，沿用 COCO 自己的实例编号，结果可与已发表的直接对照：可分离（f1–f5）、低或中等条件数（f6–f9）、高条件数且只有一个局部极小值（f10–f14）、多峰且全局结构清晰（f15–f19）、多峰且全局结构弱（f20–f24）。',
      value: 'f(x)',
      params: {
        function: { label: '函数', options: BBOB_ZH },
        dimension: { label: '维数' },
        instance: {
          label: '实例',
          help: '每个实例以自己的方式平移、旋转函数；已发表的结果多用 1 到 15。',
        },
      },
      dimensions: X1_TO_20,
    },
  },
} satisfies ObjectiveTexts;
