import { numbered } from '../labels.ts';
import type { ObjectiveTexts } from '../types.ts';

const X12 = numbered(2);
/** For problems whose number of dimensions is a setting. */
const X1_TO_20 = numbered(20);
const BOX_EN = {
  dimension: { label: 'Dimensions' },
  shift: {
    label: 'Shift of the optimum',
    help: 'As a share of the range. At 0 the optimum is the exact centre, which grids and midpoints find for free.',
  },
};
const BOX_ZH = {
  dimension: { label: '维数' },
  shift: {
    label: '最优点偏移',
    help: '占取值范围的比例。取 0 时最优点正好在中心，网格和取中点的方法会白白占到便宜。',
  },
};

export default {
  'morph-2d': {
    en: {
      name: 'Morphing bowl, 2-D',
      about:
        'A perfect bowl of two knobs that can be stretched, turned, creased and rippled. Stretching alone hurts nobody who searches one knob at a time; turned as well, the knobs interact and every sweep gains little. On a sharp crease it gets stuck, although the function is convex.',
      value: 'f(x₁, x₂)',
      params: {
        x1: { label: 'Minimum at x₁' },
        x2: { label: 'Minimum at x₂' },
        conditioning: {
          label: 'Conditioning',
          help: 'How many times steeper the bowl is across its valley than along it.',
        },
        rotation: {
          label: 'Rotation',
          help: 'In degrees. Between 0 and 90 the knobs interact, unless the bowl is round.',
        },
        crease: {
          label: 'Sharp crease',
          help: 'Convex, but not smooth: a fold along the diagonal, on which no single knob leads down.',
        },
        ripple: {
          label: 'Ripple',
          help: 'Amplitude of waves along both knobs; high enough, they make many valleys.',
        },
        frequency: { label: 'Waves per unit' },
      },
      dimensions: X12,
    },
    zh: {
      name: '变形碗（二维）',
      about:
        '两个超参数的完美碗形，可以拉长、旋转、折出尖棱、叠加波纹。只拉长时，一次调一个超参数毫无损失；再一旋转，两个超参数便互相影响，每轮收效甚微。遇到尖棱，逐个调节会卡住，尽管函数是凸的。',
      source:
        '自拟的函数族：f = 4 (u² / κ + v²) + 2 γ |t₁ − t₂| + a (2 − cos 2πk t₁ − cos 2πk t₂)，t = x − c，(u, v) 由 t 按给定角度旋转而得',
      value: 'f(x₁, x₂)',
      params: {
        x1: { label: '最小值的 x₁' },
        x2: { label: '最小值的 x₂' },
        conditioning: { label: '条件数', help: '横穿山谷比沿着山谷陡多少倍。' },
        rotation: { label: '旋转', help: '单位为度。在 0 与 90 之间，两个超参数互相影响，除非碗是圆的。' },
        crease: { label: '尖棱', help: '凸，但不光滑：沿对角线折出一条棱，在棱上单独调任何一个都不会下降。' },
        ripple: { label: '波纹', help: '两个方向上波的振幅；足够大时产生许多谷。' },
        frequency: { label: '单位长度内的波数' },
      },
      dimensions: X12,
    },
  },
  'important-unimportant': {
    en: {
      name: 'Important and unimportant',
      about:
        'g(x) + h(y), where x matters and y hardly does: figure 1 of Bergstra and Bengio (2012). A 3 × 3 grid tries only three values of the knob that matters; nine random trials try nine.',
      value: 'g(x) + w·h(y)',
      params: {
        weight: {
          label: 'Weight of the unimportant knob',
          help: 'At 1 both matter equally; the smaller, the more a grid wastes.',
        },
      },
      dimensions: { important: 'x (important)', unimportant: 'y (unimportant)' },
    },
    zh: {
      name: '一主一次',
      about:
        'g(x) + h(y)：x 举足轻重，y 几乎无关紧要，出自 Bergstra 与 Bengio（2012）图 1。3 × 3 的网格对重要的那个超参数只试了三个值，九次随机试验却试了九个。',
      source: 'g(x) + w h(y)，g(x) = 4 (x − 0.66)²，h(y) = 4 (y − 0.3)²；仿 Bergstra & Bengio (2012) 图 1',
      value: 'g(x) + w·h(y)',
      params: {
        weight: {
          label: '次要超参数的权重',
          help: '取 1 时两者同等重要；越小，网格浪费得越多。',
        },
      },
      dimensions: { important: 'x（重要）', unimportant: 'y（次要）' },
    },
  },
  'dropout-learning-rate': {
    en: {
      name: 'Dropout × learning rate',
      about:
        'A model, not a measurement, of a small network’s validation error: the learning rate, on a log scale, matters far more than dropout, and the best rate rises a little with dropout. The textbook 4 × 3 grid lies inside.',
      value: 'validation error',
      params: {},
      dimensions: { dropout: 'dropout', 'learning-rate': 'learning rate' },
    },
    zh: {
      name: 'Dropout × 学习率',
      about:
        '小型网络验证误差的一个模型，不是实测数据：学习率（对数尺度）的影响远大于 dropout，且 dropout 越大，最佳学习率也略高。教科书里的 4 × 3 网格就在其中。',
      source: '自拟的模型；dropout 参照 Srivastava et al. (2014)，学习率参照 Bengio (2012)',
      value: '验证误差',
      params: {},
      dimensions: { dropout: 'dropout 比率', 'learning-rate': '学习率' },
    },
  },
  'rotated-quadratic': {
    en: {
      name: 'Rotated quadratic',
      about:
        'A convex valley whose axes need not be those of the knobs. Once it is turned, the best x₁ depends on x₂: tuning one knob at a time zigzags, and a narrower valley makes it worse.',
      value: 'f(x₁, x₂)',
      params: {
        angle: { label: 'Angle (°)', help: 'At 0° and 90° the knobs can be tuned one by one.' },
        conditioning: {
          label: 'Conditioning κ',
          help: 'How many times steeper the valley is across than along it; 1 is a round bowl.',
        },
      },
      dimensions: X12,
    },
    zh: {
      name: '旋转的二次函数',
      about:
        '凸的山谷，但谷的方向不一定与坐标轴一致。一旦旋转，x₁ 的最佳值就取决于 x₂：每次只调一个超参数便会走成锯齿形，谷越窄越糟。',
      source: 'f = (u² + κ v²) / κ，(u, v) 由 x − c 按给定角度旋转而得；c = (1.2, −0.7)',
      value: 'f(x₁, x₂)',
      params: {
        angle: { label: '角度（°）', help: '0° 和 90° 时，可以逐个调节。' },
        conditioning: { label: '条件数 κ', help: '横穿山谷比沿着山谷陡多少倍；取 1 时是圆碗。' },
      },
      dimensions: X12,
    },
  },
  branin: {
    en: {
      name: 'Branin',
      about:
        'Three equally deep minima in curved valleys: the usual first test of Bayesian optimisation in two dimensions. Finding any one of them is enough.',
      value: 'f(x₁, x₂)',
      params: {},
      dimensions: X12,
    },
    zh: {
      name: 'Branin 函数',
      about: '弯曲的山谷里有三个同样深的最小点，是二维贝叶斯优化常用的第一道考题。找到其中任何一个就够了。',
      value: 'f(x₁, x₂)',
      params: {},
      dimensions: X12,
    },
  },
  'six-hump-camel': {
    en: {
      name: 'Six-hump camel',
      about:
        'Six valleys in pairs, because f(−x) = f(x); the deepest pair lies near the middle. The steep rims dominate the range of values, so the differences that matter look small.',
      value: 'f(x₁, x₂)',
      params: {},
      dimensions: X12,
    },
    zh: {
      name: '六峰驼函数',
      about:
        '因为 f(−x) = f(x)，六个谷两两成对，最深的一对靠近中央。边缘很陡，占去了函数值的大部分范围，真正要紧的差别反而显得很小。',
      value: 'f(x₁, x₂)',
      params: {},
      dimensions: X12,
    },
  },
  rosenbrock: {
    en: {
      name: 'Rosenbrock',
      about:
        'A long, curved, nearly flat valley. Entering it is easy, following it is hard: the two knobs must change together, which one-at-a-time search cannot do.',
      value: 'f(x₁, x₂)',
      params: {},
      dimensions: X12,
    },
    zh: {
      name: 'Rosenbrock 函数',
      about:
        '一条又长又弯、几乎平坦的山谷。走进去容易，沿着走难：两个超参数必须一起变，而一次只调一个做不到这一点。',
      value: 'f(x₁, x₂)',
      params: {},
      dimensions: X12,
    },
  },
  himmelblau: {
    en: {
      name: 'Himmelblau',
      about:
        'Four minima, all of value 0, none of them special. Which one a strategy ends in shows where it started, not how good it is.',
      value: 'f(x₁, x₂)',
      params: {},
      dimensions: X12,
    },
    zh: {
      name: 'Himmelblau 函数',
      about:
        '四个最小点的值都是 0，没有哪个更特殊。策略最终落到哪一个，反映的是它从哪里出发，而不是它有多好。',
      value: 'f(x₁, x₂)',
      params: {},
      dimensions: X12,
    },
  },
  ackley: {
    en: {
      name: 'Ackley',
      about:
        'An almost level plain full of small dips, with one deep funnel. Far from it, hardly anything says where to go; near it, the dips mislead.',
      value: 'f(x)',
      params: BOX_EN,
      dimensions: X1_TO_20,
    },
    zh: {
      name: 'Ackley 函数',
      about:
        '近乎平坦的原野上布满小坑，只有一个深漏斗。离得远时，几乎没有线索指明方向；走近了，又会被小坑误导。',
      value: 'f(x)',
      params: BOX_ZH,
      dimensions: X1_TO_20,
    },
  },
  rastrigin: {
    en: {
      name: 'Rastrigin',
      about:
        'A bowl with a regular lattice of deep dips. It is separable, so the knobs may be tuned one by one; but along each of them there are many valleys.',
      value: 'f(x)',
      params: BOX_EN,
      dimensions: X1_TO_20,
    },
    zh: {
      name: 'Rastrigin 函数',
      about: '碗形曲面上整齐地排列着许多深坑。它是可分离的，可以逐个调节超参数；但沿每个方向都有很多个谷。',
      value: 'f(x)',
      params: BOX_ZH,
      dimensions: X1_TO_20,
    },
  },
  griewank: {
    en: {
      name: 'Griewank',
      about:
        'From afar a wide bowl, from near a field of regular dips, which are joined by a product: tuning one knob moves the dips of the others. With more knobs the dips grow shallower and the problem, oddly, easier.',
      value: 'f(x)',
      params: BOX_EN,
      dimensions: X1_TO_20,
    },
    zh: {
      name: 'Griewank 函数',
      about:
        '远看是一只宽碗，近看布满规则的小坑；这些坑由乘积相连，调一个超参数，其他方向上的坑也跟着移动。奇怪的是，超参数越多，坑反而越浅，问题越容易。',
      value: 'f(x)',
      params: BOX_ZH,
      dimensions: X1_TO_20,
    },
  },
  levy: {
    en: {
      name: 'Levy',
      about:
        'A valley with waves across it, whose size grows with the distance from the optimum. Separable: the knobs can be tuned one by one, if each one’s many valleys are searched.',
      value: 'f(x)',
      params: { dimension: BOX_EN.dimension },
      dimensions: X1_TO_20,
    },
    zh: {
      name: 'Levy 函数',
      about:
        '一道谷，谷中横着波纹，离最优点越远波纹越大。它可分离：只要把每个超参数的许多个谷都找遍，就可以逐个调节。',
      value: 'f(x)',
      params: { dimension: BOX_ZH.dimension },
      dimensions: X1_TO_20,
    },
  },
  schwefel: {
    en: {
      name: 'Schwefel',
      about:
        'The best valley lies near a corner, far from the second best: whoever follows good trials is led away from it.',
      value: 'f(x)',
      params: { dimension: BOX_EN.dimension },
      dimensions: X1_TO_20,
    },
    zh: {
      name: 'Schwefel 函数',
      about: '最好的谷靠近一角，离次好的谷很远：跟着好结果走的方法，会被引到远离它的地方。',
      source:
        'Schwefel (1981), Numerical Optimization of Computer Models，问题 2.26；常数 418.9829 取到全部位数',
      value: 'f(x)',
      params: { dimension: BOX_ZH.dimension },
      dimensions: X1_TO_20,
    },
  },
  'styblinski-tang': {
    en: {
      name: 'Styblinski–Tang',
      about:
        'Two valleys along every knob, one a little deeper: with d knobs, 2ᵈ valleys, of which one is the best.',
      value: 'f(x)',
      params: { dimension: BOX_EN.dimension },
      dimensions: X1_TO_20,
    },
    zh: {
      name: 'Styblinski–Tang 函数',
      about: '沿每个超参数都有两个谷，其中一个略深：d 个超参数就有 2ᵈ 个谷，最好的只有一个。',
      value: 'f(x)',
      params: { dimension: BOX_ZH.dimension },
      dimensions: X1_TO_20,
    },
  },
  michalewicz: {
    en: {
      name: 'Michalewicz',
      about:
        'A level plain cut by narrow valleys, narrower along every further knob. Away from them the function says nothing; the optimum is where all of them cross.',
      value: 'f(x)',
      params: { dimension: BOX_EN.dimension },
      dimensions: X1_TO_20,
    },
    zh: {
      name: 'Michalewicz 函数',
      about: '平原上切着一道道窄谷，后面的超参数对应的谷更窄。谷外函数毫无提示；最优点是所有谷的交汇处。',
      value: 'f(x)',
      params: { dimension: BOX_ZH.dimension },
      dimensions: X1_TO_20,
    },
  },
} satisfies ObjectiveTexts;
