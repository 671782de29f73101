import type { StrategyTexts } from '../types.ts';

export default {
  look: { group: 'filling', marker: 'open-square', light: '#5c6871', dark: '#989ea7' },
  en: {
    name: 'Latin hypercube',
    short: 'Latin hyp.',
    about:
      'Cuts every range into as many slices as there are trials and uses every slice once, so that each knob is seen at as many values as there are trials. It has to know the budget in advance and ignores what comes back.',
    params: {
      placement: {
        label: 'Within a slice',
        options: { random: 'anywhere', centred: 'in the middle' },
      },
      criterion: {
        label: 'Criterion',
        help: 'Maximin exchanges coordinates until the closest points are as far apart as it can get them.',
        options: { none: 'none', maximin: 'maximin distance' },
      },
    },
    why: {
      slice:
        'Point {{point}} of {{total}} takes slice {{slice}} of {{total}} along {{axis}}; along every range, no other point uses the slice that this one uses.',
      'slice-rounded':
        'Point {{point}} of {{total}} takes slice {{slice}} of {{total}} along {{axis}}; along every range, no other point uses the slice that this one uses. Integers are rounded afterwards.',
    },
  },
  zh: {
    name: '拉丁超立方',
    short: '拉丁超立方',
    about:
      '把每个范围等分成与试验次数一样多的份，每一份恰好用一次，于是每个超参数被试过的取值与试验一样多。它必须事先知道预算，也不理会试验结果。',
    source:
      'McKay, Beckman & Conover (1979), Technometrics 21；最大化最小距离：Johnson, Moore & Ylvisaker (1990)',
    params: {
      placement: { label: '份内位置', options: { random: '随机', centred: '正中' } },
      criterion: {
        label: '准则',
        help: '最大化最小距离：不断交换坐标，使最近的两点尽量远离。',
        options: { none: '无', maximin: '最大化最小距离' },
      },
    },
    why: {
      slice:
        '{{total}} 个点中的第 {{point}} 个，占 {{axis}} 的第 {{slice}} 份（共 {{total}} 份）；在每个范围上，它所占的那一份都没有别的点。',
      'slice-rounded':
        '{{total}} 个点中的第 {{point}} 个，占 {{axis}} 的第 {{slice}} 份（共 {{total}} 份）；在每个范围上，它所占的那一份都没有别的点（整数超参数随后再取整）。',
    },
  },
} satisfies StrategyTexts;
