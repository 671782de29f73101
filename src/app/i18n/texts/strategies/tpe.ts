import type { StrategyTexts } from '../types.ts';

export default {
  look: { group: 'modelled', marker: 'bow-tie', light: '#1d9f9e', dark: '#58e3e5' },
  en: {
    name: 'TPE (tree-structured Parzen estimator)',
    short: 'TPE',
    about:
      'Asks not what the error is at a point, but where the good trials lie: it keeps one density l of the few best trials and another, g, of all the rest, draws points from l, and tries the one where l/g is highest. Only the ranking of the trials counts, so scale and outliers of the error do not matter. It assumes that good points lie near good points. A trial that failed belongs to g. Settings as in Optuna 5.0.',
    params: {
      multivariate: {
        label: 'One joint density',
        help: 'Jointly, combinations of hyperparameters that went well together stay together. Each by itself is the method of 2011.',
        options: { yes: 'yes, over all hyperparameters', no: 'no, one for each hyperparameter' },
      },
      bandwidth: {
        label: 'Bandwidth',
        help: 'How far around itself a trial counts. By neighbours: to the farther of its two neighbours (Optuna 5.0). Scott’s rule: the same for all trials, slowly narrowing (BOHB, the joint density of Optuna 2.2 to 4).',
        options: { neighbours: 'by distance to neighbours', scott: 'Scott’s rule' },
      },
      gamma: {
        label: 'Share of good trials γ',
        help: 'The best γ · n of n trials make l, rounded up, and never more than 25.',
      },
      candidates: {
        label: 'Candidates',
        help: 'Points drawn from l before every trial. More candidates, more exploitation.',
      },
      startup: {
        label: 'Uniform start',
        help: 'Trials drawn uniformly before the first density.',
      },
      prior: {
        label: 'Weight of the prior',
        help: 'Both densities contain a wide bump over the whole range. It counts as much as this many trials; more of it, more exploration.',
      },
    },
    why: {
      startup: 'Uniform start, {{point}} of {{total}}: there is no density to draw from yet.',
      joint:
        'Good so far: the best {{good}} of {{seen}} trials, up to y = {{split}}. Of {{candidates}} points drawn from their density l, this one has the highest l/g: {{ratio}}.',
      joint_maximise:
        'Good so far: the best {{good}} of {{seen}} trials, down to y = {{split}}. Of {{candidates}} points drawn from their density l, this one has the highest l/g: {{ratio}}.',
      each: 'Good so far: the best {{good}} of {{seen}} trials, up to y = {{split}}. For each hyperparameter the best by l/g of {{candidates}} values drawn from l; all together l/g = {{ratio}}.',
      each_maximise:
        'Good so far: the best {{good}} of {{seen}} trials, down to y = {{split}}. For each hyperparameter the best by l/g of {{candidates}} values drawn from l; all together l/g = {{ratio}}.',
      'none-good':
        'All {{seen}} trials have failed: they make g, and l is the prior alone. Of {{candidates}} points drawn from the prior, this one is the least like them: l/g = {{ratio}}.',
      closing:
        'After the last trial the best {{good}} of {{seen}} make up l, up to y = {{split}}; the others make up g.',
      closing_maximise:
        'After the last trial the best {{good}} of {{seen}} make up l, down to y = {{split}}; the others make up g.',
      'closing-none': 'All {{seen}} trials have failed: they make up g, and l is the prior alone.',
    },
  },
  zh: {
    name: 'TPE（树形 Parzen 估计）',
    short: 'TPE',
    about:
      '不问“某一点的误差是多少”，而问“好的试验在哪里”：用最好的少数试验估计密度 l，用其余试验估计密度 g，从 l 中抽取候选点，试其中 l/g 最大的一个。它只看试验的名次，误差的量纲和离群值都不影响它。它假设好点附近还有好点。失败的试验归入 g。设置与 Optuna 5.0 一致。',
    source:
      'Bergstra, Bardenet, Bengio & Kégl (2011), Algorithms for Hyper-Parameter Optimization, NeurIPS 24; Watanabe (2023), arXiv:2304.11127；默认值取自 Optuna 5.0',
    params: {
      multivariate: {
        label: '联合密度',
        help: '联合估计时，配合得好的超参数组合会一起保留；逐个估计则是 2011 年的原始方法。',
        options: { yes: '是：所有超参数一个密度', no: '否：每个超参数各一个密度' },
      },
      bandwidth: {
        label: '带宽',
        help: '一次试验能影响多远。按近邻：到左右两个近邻中较远的一个（Optuna 5.0）。Scott 规则：所有试验相同，随试验增多慢慢变窄（BOHB，以及 Optuna 2.2 到 4 的联合密度）。',
        options: { neighbours: '按到近邻的距离', scott: 'Scott 规则' },
      },
      gamma: {
        label: '好试验的比例 γ',
        help: 'n 次试验中最好的 γ · n 次（向上取整，至多 25 次）构成 l。',
      },
      candidates: {
        label: '候选点数',
        help: '每次试验前从 l 中抽取多少个点。候选越多，越偏向利用。',
      },
      startup: { label: '均匀开局', help: '估计密度之前，先均匀抽取多少次试验。' },
      prior: {
        label: '先验的权重',
        help: '两个密度都含有一个覆盖整个范围的宽峰，它的分量相当于这么多次试验。越大，越偏向探索。',
      },
    },
    why: {
      startup: '均匀开局，第 {{point}} / {{total}} 次：还没有密度可供抽取。',
      joint:
        '目前的好试验：{{seen}} 次中最好的 {{good}} 次，y 不超过 {{split}}。从它们的密度 l 中抽出 {{candidates}} 个点，此点的 l/g 最大：{{ratio}}。',
      joint_maximise:
        '目前的好试验：{{seen}} 次中最好的 {{good}} 次，y 不低于 {{split}}。从它们的密度 l 中抽出 {{candidates}} 个点，此点的 l/g 最大：{{ratio}}。',
      each: '目前的好试验：{{seen}} 次中最好的 {{good}} 次，y 不超过 {{split}}。每个超参数各从 l 中抽出 {{candidates}} 个值，取 l/g 最大者；合起来 l/g = {{ratio}}。',
      each_maximise:
        '目前的好试验：{{seen}} 次中最好的 {{good}} 次，y 不低于 {{split}}。每个超参数各从 l 中抽出 {{candidates}} 个值，取 l/g 最大者；合起来 l/g = {{ratio}}。',
      'none-good':
        '{{seen}} 次试验全部失败：它们构成 g，l 只剩先验。从先验中抽出 {{candidates}} 个点，此点与失败最不相像：l/g = {{ratio}}。',
      closing: '最后一次试验之后，{{seen}} 次中最好的 {{good}} 次构成 l，y 不超过 {{split}}；其余构成 g。',
      closing_maximise:
        '最后一次试验之后，{{seen}} 次中最好的 {{good}} 次构成 l，y 不低于 {{split}}；其余构成 g。',
      'closing-none': '{{seen}} 次试验全部失败：它们构成 g，l 只剩先验。',
    },
  },
} satisfies StrategyTexts;
