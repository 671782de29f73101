import type { StrategyTexts } from '../types.ts';

export default {
  look: { group: 'handed', marker: 'chevron', light: '#d857f1', dark: '#d41cc0' },
  en: {
    name: 'Relay',
    short: 'Relay',
    about:
      'Two strategies share the budget: the first one looks around, the second one goes on from what it found. It pays where the first is good at finding the right valley and the second at getting down into it. It fails where the first trials end in the wrong valley: the second one then searches that one well.',
    params: {
      first: { label: 'First', help: 'Who begins.' },
      n: {
        label: 'Trials of the first',
        help: 'At most. Where it has nothing more to ask, the second one begins earlier.',
      },
      then: {
        label: 'Then',
        help: 'Who takes over. Models, walks and brackets begin from the trials so far; designs look at nothing and begin as if there were none.',
        options: {
          'local-random': 'Local random search around the best',
          line: 'Binary search of one hyperparameter',
        },
      },
      'then.local-random.reach': {
        label: 'Reach',
        help: 'How far from the best point, as a share of each range.',
      },
      'then.local-random.halving': { label: 'Reach halves after', help: 'So many trials.' },
      'then.line.knob': {
        label: 'Hyperparameter, by its number',
        help: 'Which one is searched; the others stay where the best trial has them. One has to know which one matters.',
      },
      'then.line.rule': {
        label: 'Rule',
        help: 'Where the two probes of a comparison stand.',
        options: { golden: 'Golden section', fibonacci: 'Fibonacci', ternary: 'Ternary' },
      },
    },
    why: {
      given:
        'Trials so far: {{count}}. Another strategy takes over and is given all of them: it begins where they have led.',
      afresh:
        'Trials so far: {{count}}. Another strategy takes over. It looks at no results, so it begins as if there were none.',
      local: 'Drawn at random near the best point so far: at most {{reach}} of each range away.',
    },
  },
  zh: {
    name: '接力',
    short: '接力',
    about:
      '两种策略分用一份预算：前一种四处看看，后一种从它找到的地方接着走。前者擅长找对谷、后者擅长下到谷底时，这样做划算。前几次试验若落进了错误的谷，后一种策略就只会把那个谷搜得很细。',
    params: {
      first: { label: '先由', help: '谁先开始。' },
      n: { label: '前一棒的试验数', help: '最多这么多次。前一棒若提前无事可做，后一棒就早些开始。' },
      then: {
        label: '再由',
        help: '谁来接棒。模型、逐步移动和缩小区间的策略都从已有试验出发；布点设计不看结果，只当还没有试过。',
        options: {
          'local-random': '在最好点附近随机搜索',
          line: '对一个超参数做二分搜索',
        },
      },
      'then.local-random.reach': { label: '半径', help: '离最好点多远，占各范围的比例。' },
      'then.local-random.halving': { label: '半径每隔几次减半', help: '每过这么多次试验，半径减半。' },
      'then.line.knob': {
        label: '第几个超参数',
        help: '只搜索这一个，其余停在最好试验的取值上。前提是知道哪一个起作用。',
      },
      'then.line.rule': {
        label: '规则',
        help: '每次比较的两个探点放在哪里。',
        options: { golden: '黄金分割法', fibonacci: '斐波那契法', ternary: '三分法' },
      },
    },
    source:
      '先粗后细的混合搜索；参见 Rinnooy Kan & Timmer (1987), Stochastic global optimization methods, Math. Program. 39',
    why: {
      given: '已有 {{count}} 次试验。另一种策略接棒，并得到全部结果：它从这些试验到达的地方接着走。',
      afresh: '已有 {{count}} 次试验。另一种策略接棒。它不看结果，所以只当还没有试过。',
      local: '在目前最好的点附近随机抽取：每个方向最多离开范围的 {{reach}}。',
    },
  },
} satisfies StrategyTexts;
