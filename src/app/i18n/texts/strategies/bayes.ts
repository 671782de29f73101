import type { StrategyTexts } from '../types.ts';

export default {
  look: { group: 'taught', marker: 'star', light: '#005f9e', dark: '#5aa9e6' },
  en: {
    name: 'Bayesian optimisation',
    short: 'Bayesian',
    about:
      'Keeps a belief over functions (a Gaussian process), updates it after every trial, and tries next where improvement looks most promising: where the prediction is low, or still uncertain. It assumes that the error varies smoothly, at a scale that can be learnt from the trials; weak priors on that scale and on the noise speak until they do.',
    params: {
      kernel: {
        label: 'Kernel',
        help: 'How smooth the error is believed to be: RBF infinitely, Matérn-5/2 twice, Matérn-3/2 once differentiable.',
        options: { rbf: 'RBF', matern32: 'Matérn-3/2', matern52: 'Matérn-5/2' },
      },
      acquisition: {
        label: 'Acquisition',
        help: 'What makes a point worth a trial.',
        options: {
          'log-ei': 'log-EI: expected improvement, in logarithms',
          ei: 'EI: expected improvement',
          pi: 'PI: probability of improvement',
          lcb: 'LCB: lower confidence bound',
          thompson: 'Thompson: minimum of one drawn function',
        },
      },
      xi: {
        label: 'ξ',
        help: 'An improvement must be at least this large (in standard deviations of y) to count. More ξ, more exploration.',
      },
      kappa: { label: 'κ', help: 'LCB = mean − κσ. More κ, more exploration.' },
      hyperparameters: {
        label: 'Model’s own settings',
        help: 'Lengthscales, signal and noise: fitted to the trials, or held fixed to see what they do. Fitting maximises the marginal likelihood times priors: the one chosen below on lengthscales, and always a weak one on the noise (horseshoe), which asks for evidence before it calls the trials noisy.',
        options: { fitted: 'fitted', fixed: 'fixed' },
      },
      prior: {
        label: 'Lengthscale prior',
        help: 'What is expected of lengthscales before the trials speak. Weak: about a quarter of each range, and neither extreme without evidence. Grows with dimension: Hvarfner et al. (2024).',
        options: { weak: 'weak', none: 'none', 'dimension-scaled': 'grows with dimension' },
      },
      lengthscale: {
        label: 'Lengthscale',
        help: 'How far, as a share of each range, one trial informs about another.',
      },
      noise: {
        label: 'Noise',
        help: 'Standard deviation of repeated trials, as a share of the spread of y.',
      },
      design: {
        label: 'Initial design',
        help: 'Where to look before there is anything to believe.',
        options: {
          sobol: 'Sobol (scrambled)',
          'latin-hypercube': 'Latin hypercube',
          halton: 'Halton (shifted)',
          random: 'uniform',
        },
      },
      initial: {
        label: 'Initial trials',
        help: '0 chooses: two per hyperparameter and two more, at most 10.',
      },
    },
    why: {
      initial: 'Initial design, {{point}} of {{total}}: spread out before there is anything to believe.',
      'log-ei': 'log-EI is highest here ({{score}}): predicted {{mean}} ± {{sd}}, best so far {{best}}.',
      ei: 'EI is highest here ({{score}}): predicted {{mean}} ± {{sd}}, best so far {{best}}.',
      pi: 'The probability of improving on {{best}} is highest here ({{score}}): predicted {{mean}} ± {{sd}}.',
      lcb: 'The lower confidence bound is lowest here ({{score}}): predicted {{mean}} ± {{sd}}, best so far {{best}}.',
      lcb_maximise:
        'The upper confidence bound is highest here ({{score}}): predicted {{mean}} ± {{sd}}, best so far {{best}}.',
      thompson:
        'One function was drawn from the belief; its minimum lies here ({{score}}). Predicted {{mean}} ± {{sd}}, best so far {{best}}.',
      thompson_maximise:
        'One function was drawn from the belief; its maximum lies here ({{score}}). Predicted {{mean}} ± {{sd}}, best so far {{best}}.',
      closing: 'After the last trial, the belief at its best point is {{mean}} ± {{sd}}.',
    },
  },
  zh: {
    name: '贝叶斯优化',
    short: '贝叶斯',
    about:
      '对“误差可能是什么样的函数”保持一个信念（高斯过程），每次试验后更新，再到最有希望改进的地方去试：要么预测值低，要么还很不确定。它假设误差变化平滑，且变化的尺度可以从试验中学到；在此之前，由尺度与噪声的弱先验说了算。',
    params: {
      kernel: {
        label: '核函数',
        help: '相信误差有多光滑：RBF 无穷次可微，Matérn-5/2 两次，Matérn-3/2 一次。',
        options: { rbf: 'RBF', matern32: 'Matérn-3/2', matern52: 'Matérn-5/2' },
      },
      acquisition: {
        label: '采集函数',
        help: '用什么标准判断一个点值不值得试。',
        options: {
          'log-ei': 'log-EI：期望改进的对数',
          ei: 'EI：期望改进',
          pi: 'PI：改进概率',
          lcb: 'LCB：置信下界',
          thompson: '汤普森采样：一条随机函数的最小点',
        },
      },
      xi: { label: 'ξ', help: '改进至少要这么大才算数（以 y 的标准差为单位）。ξ 越大，越偏向探索。' },
      kappa: { label: 'κ', help: 'LCB = 均值 − κσ。κ 越大，越偏向探索。' },
      hyperparameters: {
        label: '模型自身的参数',
        help: '长度尺度、信号与噪声方差：由试验拟合，或固定下来以观察其作用。拟合时最大化边际似然与先验之积：长度尺度的先验在下面选择；噪声方差始终带有一个弱先验（马蹄先验），没有证据就不把试验当成噪声。',
        options: { fitted: '拟合', fixed: '固定' },
      },
      prior: {
        label: '长度尺度先验',
        help: '看到试验结果之前对长度尺度的预期。弱：约为各参数范围的四分之一，没有证据就不走极端。随维数增长：Hvarfner 等（2024）。',
        options: { weak: '弱', none: '无', 'dimension-scaled': '随维数增长' },
      },
      lengthscale: { label: '长度尺度', help: '一次试验能告诉我们多远处的情况（占各参数范围的比例）。' },
      noise: { label: '噪声', help: '重复试验的标准差，占 y 的离散程度的比例。' },
      design: {
        label: '初始设计',
        help: '还没有任何信念时，先看哪里。',
        options: {
          sobol: 'Sobol 序列（加扰）',
          'latin-hypercube': '拉丁超立方',
          halton: 'Halton 序列（平移）',
          random: '均匀随机',
        },
      },
      initial: { label: '初始试验数', help: '0 表示自动：每个超参数 2 次，再加 2 次，至多 10 次。' },
    },
    why: {
      initial: '初始设计，第 {{point}} / {{total}} 次：还没有信念，先把点铺开。',
      'log-ei': '此处 log-EI 最高（{{score}}）：预测 {{mean}} ± {{sd}}，目前最好 {{best}}。',
      ei: '此处 EI 最高（{{score}}）：预测 {{mean}} ± {{sd}}，目前最好 {{best}}。',
      pi: '此处改进 {{best}} 的概率最高（{{score}}）：预测 {{mean}} ± {{sd}}。',
      lcb: '此处置信下界最低（{{score}}）：预测 {{mean}} ± {{sd}}，目前最好 {{best}}。',
      lcb_maximise: '此处置信上界最高（{{score}}）：预测 {{mean}} ± {{sd}}，目前最好 {{best}}。',
      thompson:
        '从信念中抽出一条函数，其最小点在此（{{score}}）。预测 {{mean}} ± {{sd}}，目前最好 {{best}}。',
      thompson_maximise:
        '从信念中抽出一条函数，其最大点在此（{{score}}）。预测 {{mean}} ± {{sd}}，目前最好 {{best}}。',
      closing: '最后一次试验之后，信念中最优点的值为 {{mean}} ± {{sd}}。',
    },
  },
} satisfies StrategyTexts;
