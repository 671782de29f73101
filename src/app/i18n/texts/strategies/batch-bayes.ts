import type { StrategyTexts } from '../types.ts';
import bayes from './bayes.ts';

/** The settings that it shares with sequential Bayesian optimisation. */
function shared({ params }: (typeof bayes)['en' | 'zh']) {
  const { kernel, acquisition, xi, kappa, prior, design, initial } = params;
  const { 'log-ei': logEi, ei, pi, lcb } = acquisition.options;
  return {
    kernel,
    acquisition: { ...acquisition, options: { 'log-ei': logEi, ei, pi, lcb } },
    xi,
    kappa,
    prior,
    design,
    initial,
  };
}

export default {
  look: { group: 'modelled', marker: 'asterisk', light: '#5c462f', dark: '#ce9c75' },
  en: {
    name: 'Batch Bayesian optimisation',
    short: 'Batch Bayes',
    about:
      'Bayesian optimisation for a laboratory with several machines: it chooses q points at once. While the first is still being trained, the model pretends to know its result and chooses the next one as if it did. Fewer rounds, but each point is chosen knowing less than it could.',
    params: {
      size: { label: 'Batch size q', help: 'How many trials are trained at the same time.' },
      lie: {
        label: 'Pretended result',
        help: 'What the model assumes of points that are still being trained. A low value makes it look near them, a high one keeps it away.',
        options: {
          believer: 'Kriging believer: what it predicts',
          'liar-min': 'constant liar: lowest value so far',
          'liar-mean': 'constant liar: mean so far',
          'liar-max': 'constant liar: highest value so far',
        },
      },
      ...shared(bayes.en),
    },
    why: {
      initial: 'Initial design, {{point}} of {{total}}: spread out before there is anything to believe.',
      first:
        'Point 1 of {{size}} trained at once: {{acquisition}} is best here ({{score}}); predicted {{mean}} ± {{sd}}.',
      believer:
        'Point {{place}} of {{size}}: the {{pending}} before it are still being trained, and the model pretends that they came back as predicted (the first with {{pretended}}). Then {{acquisition}} is best here ({{score}}); predicted {{mean}} ± {{sd}}.',
      liar: 'Point {{place}} of {{size}}: the {{pending}} before it are still being trained, and the model pretends that each came back with {{pretended}}. Then {{acquisition}} is best here ({{score}}); predicted {{mean}} ± {{sd}}.',
      closing: 'After the last batch, the belief at its best point is {{mean}} ± {{sd}}.',
    },
  },
  zh: {
    name: '批量贝叶斯优化',
    short: '批量贝叶斯',
    about:
      '为有多台机器的实验室准备的贝叶斯优化：一次选出 q 个点。第一个点还在训练时，模型假装已经知道它的结果，再据此选下一个。轮数少了，但每个点都是在知道得更少的情况下选出的。',
    params: {
      size: { label: '批大小 q', help: '同时训练多少次试验。' },
      lie: {
        label: '假装的结果',
        help: '对仍在训练的点，模型假定什么结果。假定值低，会继续在附近找；假定值高，则会避开。',
        options: {
          believer: 'Kriging believer：取预测值',
          'liar-min': 'constant liar：取目前最小值',
          'liar-mean': 'constant liar：取目前平均值',
          'liar-max': 'constant liar：取目前最大值',
        },
      },
      ...shared(bayes.zh),
    },
    why: {
      initial: '初始设计，第 {{point}} / {{total}} 次：还没有信念，先把点铺开。',
      first:
        '同时训练的 {{size}} 个点中的第 1 个：{{acquisition}} 在此处最好（{{score}}），预测 {{mean}} ± {{sd}}。',
      believer:
        '{{size}} 个点中的第 {{place}} 个：前 {{pending}} 个还在训练，模型假装它们的结果与预测相同（第一个为 {{pretended}}）。这样 {{acquisition}} 在此处最好（{{score}}），预测 {{mean}} ± {{sd}}。',
      liar: '{{size}} 个点中的第 {{place}} 个：前 {{pending}} 个还在训练，模型假装每个的结果都是 {{pretended}}。这样 {{acquisition}} 在此处最好（{{score}}），预测 {{mean}} ± {{sd}}。',
      closing: '最后一批之后，信念中最优点的值为 {{mean}} ± {{sd}}。',
    },
  },
} satisfies StrategyTexts;
