import type { StrategyTexts } from '../types.ts';

export default {
  look: { group: 'direct', marker: 'ring', light: '#79305e', dark: '#a95d8b' },
  en: {
    name: 'CMA-ES',
    short: 'CMA-ES',
    about:
      'Draws a generation of points from a bell-shaped cloud, moves the cloud towards the better ones, and stretches it along the directions that paid (covariance matrix adaptation evolution strategy). It assumes that good points point the way to better ones. It only asks which point is better, so it handles valleys that are narrow, bent or askew; but it learns from whole generations and needs a few hundred trials to show what it can do.',
    params: {
      population: {
        label: 'Population λ',
        help: 'Points per generation, at least 2. 0 chooses 4 + ⌊3 ln d⌋ for d knobs. More explore more widely and converge more slowly.',
      },
      sigma: {
        label: 'First step size σ₀',
        help: 'Standard deviation of the first cloud, as a share of each range.',
      },
      start: {
        label: 'First mean',
        help: 'Where the first cloud is centred. The middle flatters: many test functions have their minimum near it.',
        options: { random: 'at random', centre: 'in the middle of the ranges' },
      },
    },
    why: {
      'start-random':
        'Generation 1, the first of {{size}} points around a mean chosen at random: standard deviation {{sigma}} of each range.',
      'start-centre':
        'Generation 1, the first of {{size}} points around the middle of the ranges: standard deviation {{sigma}} of each range.',
      draw: 'Generation {{generation}}, point {{candidate}} of {{size}}: drawn from N(m, σ²C) with σ = {{sigma}}.',
      redrawn:
        'Generation {{generation}}, point {{candidate}} of {{size}}: drawn from N(m, σ²C) with σ = {{sigma}}. Draws that fell outside the box: {{misses}} (after {{most}}, the last one is pulled in towards the mean).',
      moved:
        'Generation {{generation}} taught: its {{parents}} best of {{size}} (the best, trial {{trialBest}}: {{best}}) moved the mean by {{moved}} of the range; σ went from {{before}} to {{sigma}}. This is the first point of the next generation.',
      learnt:
        'Generation {{generation}} is complete: its {{parents}} best of {{size}} (the best, trial {{trialBest}}: {{best}}) moved the mean by {{moved}} of the range; σ went from {{before}} to {{sigma}}.',
      incomplete:
        'The budget ended after {{seen}} of {{size}} points of generation {{generation}}; the distribution learns from whole generations only.',
      restart:
        'Restart {{restart}}: generation {{generation}} ({{best}} to {{worst}}, drawn with σ = {{sigma}}) left nothing to learn from. A new random mean, and a larger population: {{size}}.',
    },
  },
  zh: {
    name: 'CMA-ES',
    short: 'CMA-ES',
    about:
      '从一团正态分布的“云”里抽取一代点，把云移向其中较好的点，并沿着见效的方向拉长它（协方差矩阵自适应进化策略）。它假设好的点能指明更好的点在哪个方向。它只看哪个点更好，所以狭长、弯曲、倾斜的谷都难不倒它；但它要等整整一代试完才学习一次，往往要几百次试验才能显出本领。',
    params: {
      population: {
        label: '种群大小 λ',
        help: '每一代的点数，至少为 2。0 表示自动取 4 + ⌊3 ln d⌋（d 为超参数个数）。点越多，探索越广，收敛越慢。',
      },
      sigma: { label: '初始步长 σ₀', help: '最初那团云的标准差，占各超参数范围的比例。' },
      start: {
        label: '初始均值',
        help: '最初那团云的中心。从正中出发会占便宜：许多测试函数的最小值就在中心附近。',
        options: { random: '随机选取', centre: '各范围的正中' },
      },
    },
    why: {
      'start-random':
        '第 1 代，随机选定均值，在它周围抽取 {{size}} 个点，这是第一个；标准差为各范围的 {{sigma}}。',
      'start-centre':
        '第 1 代，以各范围的正中为均值抽取 {{size}} 个点，这是第一个；标准差为各范围的 {{sigma}}。',
      draw: '第 {{generation}} 代，{{size}} 个点中的第 {{candidate}} 个：抽自 N(m, σ²C)，σ = {{sigma}}。',
      redrawn:
        '第 {{generation}} 代，{{size}} 个点中的第 {{candidate}} 个：抽自 N(m, σ²C)，σ = {{sigma}}。有 {{misses}} 次抽到了边界之外（满 {{most}} 次就把最后一次的点朝均值拉回界内）。',
      moved:
        '第 {{generation}} 代的收获：{{size}} 个点中最好的 {{parents}} 个（最好的是第 {{trialBest}} 次试验：{{best}}）使均值移动了范围的 {{moved}}，σ 从 {{before}} 变为 {{sigma}}。这是下一代的第一个点。',
      learnt:
        '第 {{generation}} 代试完：{{size}} 个点中最好的 {{parents}} 个（最好的是第 {{trialBest}} 次试验：{{best}}）使均值移动了范围的 {{moved}}，σ 从 {{before}} 变为 {{sigma}}。',
      incomplete:
        '预算用完时，第 {{generation}} 代的 {{size}} 个点只试了 {{seen}} 个；分布要等整整一代试完才会更新。',
      restart:
        '第 {{restart}} 次重启：第 {{generation}} 代的点（{{best}} 到 {{worst}}，抽样时 σ = {{sigma}}）已经学不到什么了。换一个随机的均值，并扩大种群：{{size}}。',
    },
  },
} satisfies StrategyTexts;
