/** 界面用语的中文术语表：每个术语只有一种说法，由测试检查全部文字。 */
import type { terms as english } from './glossary.en.ts';
import type { Term } from './glossary.ts';

export const terms: Readonly<Record<keyof typeof english, Term>> = {
  hyperparameter: {
    form: '超参数',
    definition: '训练之前选定、训练本身不会改变的设置。',
    rejected: [/超参(?!数)/, /超级参数/],
  },
  trial: { form: '试验', definition: '用一组超参数训练一次，以及由此得到的误差。' },
  budget: { form: '预算', definition: '可以做多少次试验。' },
  strategy: { form: '策略', definition: '根据已有的试验决定下一次试哪里的规则。' },
  seed: {
    form: '随机种子',
    definition: '一切随机性由它决定：种子相同，运气相同。',
    rejected: [/随机数种子/],
  },
  noise: {
    form: '噪声',
    definition: '同样的设置再训练一次，误差却不同，差别就来自噪声。',
    rejected: [/噪音/],
  },
  regret: { form: '遗憾', definition: '迄今找到的最好真实值比真实最小值高出多少。', rejected: [/后悔/] },
  oneValley: {
    form: '单谷',
    definition: '沿一条直线，误差先降，可在最低处停留，然后上升，别无花样。',
    rejected: [/一谷(?!底)/],
  },
  trialAndError: {
    form: '手动试错',
    definition: '凭手感调参：每次只改一个超参数，有改进就保留。',
    rejected: [/手工/, /手动调节/],
  },
  gridSearch: {
    form: '网格搜索',
    definition: '每个超参数取几个值，把所有组合都试一遍。',
    rejected: [/栅格/],
  },
  randomSearch: { form: '随机搜索', definition: '每次试验都独立、均匀地从范围中抽取。' },
  binarySearch: {
    form: '二分搜索',
    definition: '比较两个试探点，舍弃单谷时不可能含有最小值的一侧。',
    rejected: [/二分查找/, /折半/],
  },
  probe: { form: '试探点', definition: '为了与另一次试验比较而做的试验。', rejected: [/探针/, /探测点/] },
  bracket: { form: '区间', definition: '靠比较来搜索的方法尚未舍弃的那一段范围。', rejected: [/括区/] },
  bisection: {
    form: '二分法',
    definition: '两个试探点紧挨着放在正中：两次试验舍弃区间的一半。',
    rejected: [/对半/, /对分法/, /平分法/],
  },
  ternary: {
    form: '三分法',
    definition: '两个试探点放在三分之一与三分之二处：两次试验舍弃区间的三分之一。',
  },
  golden: {
    form: '黄金分割法',
    definition: '试探点的位置使其中一个能再用一次：每次试验舍弃区间的 38%。',
    rejected: [/0\.618 法/, /黄金分割(?!法)/],
  },
  fibonacci: {
    form: '斐波那契法',
    definition: '与黄金分割法相似，但在试验次数事先已知时，保证的区间最短。',
    rejected: [/菲波/, /斐波纳/, /费波/],
  },
  convex: { form: '凸函数', definition: '曲线上任意两点的连线都不在曲线下方。' },
  interaction: { form: '交互作用', definition: '一个超参数的最佳取值，取决于另一个超参数取什么值。' },
  bayesian: {
    form: '贝叶斯优化',
    definition: '对函数保持一个信念，到最有希望改进的地方去试。',
    rejected: [/贝叶斯最优化/, /贝氏/],
  },
  prior: { form: '先验', definition: '看到任何试验之前的信念。' },
  lengthscale: {
    form: '长度尺度',
    definition: '一次试验能告诉我们多远处的情况。',
    rejected: [/尺度长度/, /特征长度/],
  },
  acquisition: {
    form: '采集函数',
    definition: '由信念算出的、一个点值不值得试的标准。',
    rejected: [/获取函数/, /收购函数/],
  },
  gaussianProcess: {
    form: '高斯过程',
    definition: '对函数的一种信念：任意几处的函数值合在一起服从联合正态分布。',
  },
  posterior: { form: '后验', definition: '看到迄今的试验之后的信念。' },
  kernel: { form: '核函数', definition: '规定两处的函数值有多大关联的规则。' },
  marginalLikelihood: {
    form: '边际似然',
    definition: '在看到数据之前，一个信念认为会出现这组观测值的概率有多大。',
  },
  probabilityOfImprovement: {
    form: '改进概率',
    definition: '一次试验低于目前最好值的概率，低多少都算。',
  },
  expectedImprovement: {
    form: '期望改进',
    definition: '一次试验平均能比目前最好值再低多少，没有改进按零计。',
  },
  lowerConfidenceBound: {
    form: '置信下界',
    definition: '均值减去若干个标准差，即函数值低到多少仍属合理。',
  },
  thompson: {
    form: '汤普森',
    definition: '从信念中抽出一条函数，去试它的最小点。',
    rejected: [/Thompson(?! \d{4})/, /汤姆森/],
  },
  scrambling: {
    form: '加扰',
    definition: '使均匀的序列在每个种子下给出不同的设计，而均匀性不变。',
    rejected: [/置乱/, /扰乱/],
  },
  lowEffectiveDimension: {
    form: '低有效维度',
    definition: '超参数虽多，差别却几乎全由其中少数几个（或它们的少数组合）造成。',
    rejected: [/低本征维/, /低内在维/],
  },
  projection: { form: '投影', definition: '只看一个超参数时，各点在它的轴上留下的影子。' },
  lowDiscrepancy: {
    form: '低差异序列',
    definition: '无论取多少个点，都既不留大空隙、也不扎堆的点列。',
    rejected: [/拟随机/, /准随机/],
  },
  baseline: { form: '基线', definition: '一种方法先要胜过它，才有人需要这种方法。', rejected: [/基准线/] },
  meanRank: { form: '平均名次', definition: '一种策略在所比较者中的名次，最好的为一，对所有重复取平均。' },
  rankCorrelation: { form: '秩相关', definition: '两个顺序有多像：完全一致为一，恰好相反为负一。' },
  logScale: { form: '对数刻度', definition: '相等的步长乘上相同倍数的刻度。' },
  curse: {
    form: '维数灾难',
    definition: '要试得同样密，每多一个超参数，所需的试验次数就成倍增加。',
    rejected: [/维度灾难/, /维数诅咒/],
  },
  machineHour: {
    form: '机器小时',
    definition: '一台机器忙碌（或付费）一小时。',
    rejected: [/(?<!随)机时/],
  },
  wallClock: {
    form: '墙钟时间',
    definition: '实际流逝的时间，其间多台机器可同时训练。',
    rejected: [/挂钟/, /壁钟/],
  },
  validationError: {
    form: '验证误差',
    definition: '在训练没有见过的数据上的误差，选设置就看它。',
    rejected: [/校验误差/],
  },
  runNoise: { form: '运行间噪声', definition: '同一组设置，换一次运气再训练，误差会变多少。' },
  selectionBias: {
    form: '选择偏差',
    definition: '众多结果里最好的那个，看上去比实际好：它被选中，部分靠的是运气。',
    rejected: [/选择偏倚/],
  },
  manualTuning: { form: '人工调参', definition: '由人看结果，决定下一次试什么。', rejected: [/手工调参/] },
  experience: { form: '经验', definition: '第一次试验之前，对好的取值在哪里已有的看法。' },
  localMinimum: {
    form: '局部极小',
    definition: '从这里迈任何一小步都会变高，可别处还有更低的地方。',
  },
  survivorshipBias: {
    form: '幸存者偏差',
    definition: '只看见成功的人，没看见做法一样却失败的人。',
    rejected: [/幸存者偏误/],
  },
};
