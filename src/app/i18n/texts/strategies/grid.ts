import type { StrategyTexts } from '../types.ts';

export default {
  look: { group: 'taught', marker: 'square', light: '#2387bd', dark: '#6cc2f2' },
  en: {
    name: 'Grid search',
    short: 'Grid',
    about:
      'Picks a few levels of every knob and tries all their combinations. It assumes that the levels are close enough together to catch the minimum and that every knob matters equally: a knob that does not matter multiplies the trials and adds nothing.',
    params: {
      levels: {
        label: 'Levels',
        help: 'Values to combine, one list per knob. An empty list is filled so that the grid fits the budget.',
      },
      placement: {
        label: 'Placement',
        help: 'Where levels that are chosen for you lie.',
        options: { endpoints: 'from end to end of the range', centres: 'in the middle of equal cells' },
      },
      order: {
        label: 'Order',
        options: { lexicographic: 'row by row, the last knob fastest', shuffled: 'shuffled' },
      },
    },
    why: {
      point: 'Point {{point}} of {{total}} of the grid ({{size}}), planned before the first trial.',
      complete: 'All {{total}} points of the grid ({{size}}) have been tried; nothing is left to ask.',
    },
  },
  zh: {
    name: '网格搜索',
    short: '网格',
    about:
      '给每个超参数选定几个取值，再把所有组合都试一遍。它假设取值足够密，不会漏掉最小值，而且每个超参数同样重要：一个无关紧要的超参数只会让试验次数成倍增加，却带不来任何新信息。',
    source: '完全因子设计；Fisher (1935), The Design of Experiments',
    params: {
      levels: {
        label: '取值',
        help: '要组合的取值，每个超参数一组。留空的一组会自动填充，使网格不超出预算。',
      },
      placement: {
        label: '取值位置',
        help: '自动选择的取值放在哪里。',
        options: { endpoints: '从范围的一端到另一端', centres: '等分小格的中点' },
      },
      order: {
        label: '顺序',
        options: { lexicographic: '逐行进行，最后一个超参数变化最快', shuffled: '随机打乱' },
      },
    },
    why: {
      point: '网格（{{size}}）共 {{total}} 个点，这是第 {{point}} 个；试验开始前就已排定。',
      complete: '网格（{{size}}）的 {{total}} 个点全部试完，没有别的可试了。',
    },
  },
} satisfies StrategyTexts;
