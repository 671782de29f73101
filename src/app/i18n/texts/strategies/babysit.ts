import type { StrategyTexts } from '../types.ts';

export default {
  look: { group: 'taught', marker: 'triangle', light: '#b9880f', dark: '#fec033' },
  en: {
    name: 'Trial and error',
    short: 'By hand',
    about:
      'Starts from a guess, changes one knob at a time, keeps what helps, takes smaller steps after failures and jumps elsewhere when stuck. It remembers what it has tried and tries nothing twice. It lives by the guess, and by knobs that can be tuned one by one. This is a simple model of a person tuning by hand, not a measurement of one.',
    params: {
      experience: {
        label: 'Experience',
        help: 'How closely guesses follow what textbooks suggest (the middle of the range where they suggest nothing): 0 guesses anywhere, 1 starts exactly there. The model never knows where the optimum is, so experience misleads where the textbook does.',
      },
      step: { label: 'First step', help: 'The first change of a knob, as a share of its range.' },
      patience: {
        label: 'Patience',
        help: 'How many rounds over all the knobs may bring no improvement before the tuner jumps elsewhere.',
      },
    },
    why: {
      start: 'A first guess, between what textbooks suggest and pure chance.',
      try: 'One knob changed: {{axis}} from {{from}} to {{to}}. To beat: {{y}}.',
      smaller:
        'Neither way helped last time, so with half the step: {{axis}} from {{from}} to {{to}}. To beat: {{y}}.',
      further: 'That helped ({{y}} now), so further the same way: {{axis}} from {{from}} to {{to}}.',
      turn: 'No better ({{failed}}, to beat: {{y}}), so the other way: {{axis}} from {{from}} to {{to}}.',
      jump: 'Stuck: the last {{failures}} trials brought nothing, so a new guess elsewhere.',
      known: 'Stuck: whatever lies one step from here has been tried, so a new guess elsewhere.',
      exhausted: 'Every setting there is has been tried ({{tried}}); none is tried twice.',
    },
  },
  zh: {
    name: '手动试错',
    short: '手动',
    about:
      '先猜一个起点，每次只改一个超参数；有改进就保留，失败就缩小步长，走不动了就换个地方重来。它记得试过的点，不会重复试。成败取决于起点猜得准不准，以及超参数能否逐个调好。这只是对手动调参的简化模型，并不是对真人的测量。',
    source:
      '手动调参的一个模型；参看 Ng (2017), Improving Deep Neural Networks, week 3, “babysitting one model”',
    params: {
      experience: {
        label: '经验',
        help: '猜测在多大程度上遵循教科书的建议值（没有建议时取范围中点）：0 表示随意猜，1 表示就从建议值开始。模型从不知道最优点在哪里，所以教科书错的时候，经验也会误导。',
      },
      step: { label: '初始步长', help: '第一次改动一个超参数的幅度，占其范围的比例。' },
      patience: { label: '耐心', help: '所有超参数轮流试过多少轮都没有改进，才换个地方重来。' },
    },
    why: {
      start: '第一次猜测，介于教科书的建议和纯粹的运气之间。',
      try: '只改一个：{{axis}}从 {{from}} 改为 {{to}}。要胜过 {{y}}。',
      smaller: '上次两个方向都没有改进，这次步长减半：{{axis}}从 {{from}} 改为 {{to}}。要胜过 {{y}}。',
      further: '有改进（现在是 {{y}}），沿同一方向继续：{{axis}}从 {{from}} 改为 {{to}}。',
      turn: '没有改进（{{failed}}，要胜过 {{y}}），换个方向：{{axis}}从 {{from}} 改为 {{to}}。',
      jump: '卡住了：最近 {{failures}} 次试验都没有改进，换个地方重新猜。',
      known: '卡住了：从这里迈一步能到的地方都已试过，换个地方重新猜。',
      exhausted: '所有取值都已试过（共 {{tried}} 个），不再重复。',
    },
  },
} satisfies StrategyTexts;
