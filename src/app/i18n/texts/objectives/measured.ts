import type { ObjectiveTexts } from '../types.ts';

const ERROR_EN = 'validation error (1 − accuracy)';
const ERROR_ZH = '验证误差（1 − 准确率）';
const RMSE_EN = 'validation RMSE';
const RMSE_ZH = '验证集 RMSE';
const DIABETES_ZH = 'scikit-learn 的糖尿病数据（Efron et al. 2004），用 scikit-learn 1.2 测得';
const DIGITS_ZH = 'scikit-learn 的手写数字数据（UCI，CC BY 4.0），用 scikit-learn 1.2 测得';

export default {
  'ridge-diabetes': {
    en: {
      name: 'Ridge regression on diabetes',
      about:
        'Really measured, with five splits of the data. Averaged over the splits there is one valley in log α, near α = 126; a single split can put it elsewhere, and that is the noise.',
      value: RMSE_EN,
      params: {},
      dimensions: { alpha: 'α, regularisation' },
    },
    zh: {
      name: '岭回归（糖尿病数据）',
      about:
        '真实测得，数据划分五次。对五次划分取平均，误差在 log α 上只有一个谷，位于 α ≈ 126；换一次划分，谷可能挪到别处，这就是噪声。',
      source: DIABETES_ZH,
      value: RMSE_ZH,
      params: {},
      dimensions: { alpha: 'α（正则化强度）' },
    },
  },
  'knn-cancer': {
    en: {
      name: 'k-nearest neighbours on breast cancer',
      about:
        'Really measured, with five splits of the data. k is a whole number, and the error jumps up and down from one k to the next: many valleys, although the trend is a single U.',
      value: ERROR_EN,
      params: {},
      dimensions: { neighbours: 'k, neighbours' },
    },
    zh: {
      name: 'k 近邻（乳腺癌数据）',
      about:
        '真实测得，数据划分五次。k 只能取整数，相邻两个 k 的误差忽上忽下：大趋势是一个 U 形，细看却有许多小谷。',
      source: 'scikit-learn 的乳腺癌数据（Wolberg et al. 1995，UCI），用 scikit-learn 1.2 测得',
      value: ERROR_ZH,
      params: {},
      dimensions: { neighbours: 'k（近邻数）' },
    },
  },
  'mlp-learning-rate': {
    en: {
      name: 'Learning rate of a neural network',
      about:
        'Really measured, with three seeds, on handwritten digits: one hidden layer of 32 units, 12 epochs, L2 penalty 10⁻⁴. The error falls from 85 % to 3.9 % near 0.05 and is back at 87 % at 1; the textbook’s 0.001 gives 11.8 %. The floor is uneven: more than one valley.',
      value: ERROR_EN,
      params: {},
      dimensions: { 'learning-rate': 'learning rate' },
    },
    zh: {
      name: '神经网络的学习率',
      about:
        '真实测得，手写数字数据，三个随机种子：一个 32 单元的隐藏层，训练 12 轮，L2 正则 10⁻⁴。误差从 85% 降到 0.05 附近的 3.9%，学习率为 1 时又回到 87%；教科书常用的 0.001 得到 11.8%。谷底不平，不止一个谷。',
      source: DIGITS_ZH,
      value: ERROR_ZH,
      params: {},
      dimensions: { 'learning-rate': '学习率' },
    },
  },
  'svc-digits': {
    en: {
      name: 'Support vector machine on digits',
      about:
        'Really measured, with two splits. Good settings form a band in log C and log γ that ends in a plateau of failure: with γ too large, the machine memorises its training set.',
      value: ERROR_EN,
      params: {},
      dimensions: { C: 'C', gamma: 'γ' },
    },
    zh: {
      name: '支持向量机（手写数字）',
      about:
        '真实测得，数据划分两次。好的取值在 log C 与 log γ 平面上连成一条带，尽头是失败的高原：γ 太大时，模型只是在死记训练集。',
      source: DIGITS_ZH,
      value: ERROR_ZH,
      params: {},
      dimensions: { C: 'C', gamma: 'γ' },
    },
  },
  'mlp-digits': {
    en: {
      name: 'Neural network on digits',
      about:
        'Really measured, with three seeds: one hidden layer of 32 units, 12 epochs. The learning rate decides almost everything; weight decay matters little until there is too much of it.',
      value: ERROR_EN,
      params: {},
      dimensions: { 'learning-rate': 'learning rate', l2: 'L2 penalty' },
    },
    zh: {
      name: '神经网络（手写数字）',
      about:
        '真实测得，三个随机种子：一个 32 单元的隐藏层，训练 12 轮。学习率几乎决定一切；L2 正则只要不太强，影响就不大。',
      source: DIGITS_ZH,
      value: ERROR_ZH,
      params: {},
      dimensions: { 'learning-rate': '学习率', l2: 'L2 正则强度' },
    },
  },
  'mlp-dropout': {
    en: {
      name: 'Dropout and learning rate of a neural network',
      about:
        'Really measured, with eight seeds, on handwritten digits: one hidden layer of 128 units with dropout, 200 examples, 60 epochs. Near the best learning rate, 0.009, a little dropout changes next to nothing, 0.8 costs 1.2 points and 0.9 more than 4. And the more is dropped, the sooner a high learning rate fails: at 0.12, the error is 9.7 % without dropout and 63 % with 0.7. The textbook’s 0.001 and 0.5 give 8.3 %, the lowest is 7 %.',
      value: ERROR_EN,
      params: {},
      dimensions: { 'learning-rate': 'learning rate', dropout: 'dropout' },
    },
    zh: {
      name: '神经网络的丢弃率和学习率',
      about:
        '真实测得，手写数字数据，八个随机种子：一个 128 单元的隐藏层，带 dropout，200 个训练样本，训练 60 轮。在最佳学习率 0.009 附近，丢弃率小一点几乎没有差别，0.8 多错 1.2 个百分点，0.9 多错 4 个以上。丢弃得越多，学习率一高就越早失败：学习率为 0.12 时，不丢弃误差是 9.7%，丢弃率 0.7 时是 63%。教科书常用的 0.001 和 0.5 得到 8.3%，最低是 7%。',
      source: 'scikit-learn 的手写数字数据（UCI，CC BY 4.0），用 NumPy 测得',
      value: ERROR_ZH,
      params: {},
      dimensions: { 'learning-rate': '学习率', dropout: '丢弃率' },
    },
  },
  'gbr-diabetes': {
    en: {
      name: 'Gradient boosting on diabetes',
      about:
        'Really measured, with two seeds. Learning rate and number of trees trade off against each other along a curved valley, and depth is a whole number: on this small data set, trees of depth 1 win.',
      value: RMSE_EN,
      params: {},
      dimensions: { 'learning-rate': 'learning rate', depth: 'tree depth', trees: 'trees' },
    },
    zh: {
      name: '梯度提升（糖尿病数据）',
      about:
        '真实测得，两个随机种子。学习率与树的数量此消彼长，形成一条弯曲的谷；树深只能取整数：在这份小数据上，深度为 1 的树最好。',
      source: DIABETES_ZH,
      value: RMSE_ZH,
      params: {},
      dimensions: { 'learning-rate': '学习率', depth: '树的深度', trees: '树的数量' },
    },
  },
} satisfies ObjectiveTexts;
