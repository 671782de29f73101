import type { StrategyTexts } from '../types.ts';

export default {
  look: { group: 'handed', marker: 'triangle-right', light: '#10131f', dark: '#f6f1e4' },
  en: {
    name: 'You',
    short: 'You',
    about:
      'Your own trials: click or tap your picture, move its cross-hair with the arrow keys and press Enter, or type values. Each trial is evaluated as everybody else’s is. Stop whenever you like and let a strategy take over: it is given what you found. Until the budget is spent, the others have had more trials than you.',
    params: {
      points: {
        label: 'Your trials',
        help: 'One a line, in the order in which they are tried: a value of each hyperparameter, with commas between.',
      },
      then: {
        label: 'Then',
        help: 'Who takes over after your last trial, and is given all of yours.',
        options: {
          none: 'Nobody: wait for my next trial',
          'local-random': 'Local random search around the best',
          line: 'Binary search of one hyperparameter',
        },
      },
    },
    why: {
      own: 'Your trial {{point}}.',
      waiting: 'Your turn. Your trials so far: {{count}}; the budget has {{left}} more.',
      given:
        'Your trials: {{count}}. A strategy takes over and is given all of them: it begins where they have led.',
      afresh:
        'Your trials: {{count}}. A strategy takes over. It looks at no results, so it begins as if there were none.',
    },
  },
  zh: {
    name: '你自己',
    short: '你',
    about:
      '你自己的试验：点一下自己的图，或用方向键移动十字准线再按回车，或直接输入数值。每次试验和别人的一样评估。想停就停，让一种策略接手，你的结果会全部交给它。预算没有用完时，别人比你多试了几次。',
    params: {
      points: {
        label: '你的试验',
        help: '每行一次，按试的先后：依次写每个超参数的取值，用逗号隔开。',
      },
      then: {
        label: '之后',
        help: '在你最后一次试验之后由谁接手；你的试验会全部交给它。',
        options: {
          none: '没有人：等我的下一次试验',
          'local-random': '在最好点附近随机搜索',
          line: '对一个超参数做二分搜索',
        },
      },
    },
    source: '由读者选点',
    why: {
      own: '你的第 {{point}} 次试验。',
      waiting: '轮到你了。你已试了 {{count}} 次，预算还剩 {{left}} 次。',
      given: '你试了 {{count}} 次。一种策略接手，并得到全部结果：它从这些试验到达的地方接着走。',
      afresh: '你试了 {{count}} 次。一种策略接手。它不看结果，所以只当还没有试过。',
    },
  },
} satisfies StrategyTexts;
