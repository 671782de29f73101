import type { StrategyTexts } from '../types.ts';

export default {
  look: { group: 'direct', marker: 'wye', light: '#551710', dark: '#e4481e' },
  en: {
    name: 'Simulated annealing',
    short: 'Annealing',
    about:
      'Walks about at random, always accepting a step to something better and sometimes a step to something worse: often while the temperature is high, hardly ever once it has cooled. So it can climb out of a shallow valley before it settles. It lives by its cooling plan, which must fit the budget: cooled too fast it freezes in the wrong valley, too slowly it never settles.',
    params: {
      acceptance: {
        label: 'Acceptance at first',
        help: 'How likely an average step to something worse is accepted in the beginning. The first temperature is set from the first few steps so that this holds.',
      },
      cooling: {
        label: 'Cooling',
        help: 'Last temperature over first. It falls by the same factor every trial and arrives when the budget ends; 1 never cools.',
      },
      step: { label: 'First step', help: 'Standard deviation of the first steps, as a share of each range.' },
      narrowing: {
        label: 'Smaller steps as it cools',
        help: 'Steps shrink with the square root of the temperature.',
      },
    },
    why: {
      start: 'A start chosen at random.',
      again: 'The start failed to evaluate, so another one, at random: a failed trial is nowhere to stand.',
      first:
        'The first step from the start ({{y}}), in a random direction: standard deviation {{step}} of each range.',
      downhill:
        'The last step was accepted, being no worse ({{y}}, from {{from}}). The next goes on from there: standard deviation {{step}} of each range.',
      uphill:
        'The last step was worse ({{y}}, from {{from}}), but at temperature {{temperature}} that is accepted with probability {{probability}}, and it was. The next goes on from there: standard deviation {{step}} of each range.',
      rejected:
        'The last step was worse ({{y}}, from {{from}}); at temperature {{temperature}} that is accepted with probability {{probability}}, and it was not. Back, and another step: standard deviation {{step}} of each range.',
    },
  },
  zh: {
    name: '模拟退火',
    short: '退火',
    about:
      '随机游走，遇到更好的总是接受，遇到更差的有时也接受：温度高时常常接受，冷却之后几乎不再接受。因此它在安定下来之前，有机会爬出浅谷。成败取决于降温计划是否与预算相配：降得太快，会冻在错误的谷里；降得太慢，就始终安定不下来。',
    params: {
      acceptance: {
        label: '初始接受概率',
        help: '一开始，变差幅度为平均水平的一步被接受的概率。初始温度据此由最初几步定出。',
      },
      cooling: {
        label: '降温比',
        help: '末温与初温之比。每次试验按同一比例降温，预算用完时正好降到末温；取 1 则不降温。',
      },
      step: { label: '初始步长', help: '最初几步的标准差，占各超参数范围的比例。' },
      narrowing: { label: '随降温缩小步长', help: '步长与温度的平方根成正比。' },
    },
    why: {
      start: '随机选取的起点。',
      again: '起点评估失败，再随机选一个：失败的试验不能作为立足点。',
      first: '从起点（{{y}}）迈出第一步，方向随机：标准差为各范围的 {{step}}。',
      downhill:
        '上一步不比原来差（{{y}}，原为 {{from}}），接受。接着从那里再走一步：标准差为各范围的 {{step}}。',
      uphill:
        '上一步变差了（{{y}}，原为 {{from}}），但在温度 {{temperature}} 下有 {{probability}} 的概率接受，这次接受了。接着从那里再走一步：标准差为各范围的 {{step}}。',
      rejected:
        '上一步变差了（{{y}}，原为 {{from}}），在温度 {{temperature}} 下有 {{probability}} 的概率接受，这次没有接受。退回原处另走一步：标准差为各范围的 {{step}}。',
    },
  },
} satisfies StrategyTexts;
