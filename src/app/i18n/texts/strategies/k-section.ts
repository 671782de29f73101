import type { StrategyTexts } from '../types.ts';

export default {
  look: { group: 'direct', marker: 'open-diamond', light: '#13701f', dark: '#b2dea4' },
  en: {
    name: 'k-section search',
    short: 'k-section',
    about:
      'Binary search for k machines: every round asks k points at once, spread evenly over what is left, and keeps the part between the neighbours of the best. Each round leaves about 2/(k + 2) of the range, so more machines save rounds only logarithmically, and cost more trials than binary search; and the same “if”: with a second valley or noise it can throw the minimum away.',
    params: {
      points: { label: 'Points per round k', help: 'How many trials are trained at the same time.' },
      rounds: {
        label: 'Rounds per visit',
        help: 'With several knobs: one knob’s bracket is narrowed so many times, then it is the next one’s turn.',
      },
    },
    why: {
      spread:
        'Point {{place}} of {{size}} asked at once, spread evenly over what is left of {{axis}}: {{lo}} to {{hi}}.',
      lowest:
        'Along {{axis}}, f({{x}}) = {{fx}} is the lowest of {{size}} points. With one valley, the minimum lies between its neighbours: {{lo}} to {{hi}} is left.',
      lowest_maximise:
        'Along {{axis}}, f({{x}}) = {{fx}} is the highest of {{size}} points. With one peak, the maximum lies between its neighbours: {{lo}} to {{hi}} is left.',
      'lowest-whole':
        'Along {{axis}}, f({{x}}) = {{fx}} is the lowest of {{size}} points. With one valley, the minimum lies between its neighbours: the values {{lo}} to {{hi}} are left.',
      'lowest-whole_maximise':
        'Along {{axis}}, f({{x}}) = {{fx}} is the highest of {{size}} points. With one peak, the maximum lies between its neighbours: the values {{lo}} to {{hi}} are left.',
      tie: 'Along {{axis}}, the lowest of {{size}} values, {{fx}}, was found more than once; the leftmost, at {{x}}, counts. Between its neighbours {{lo}} to {{hi}} is left.',
      tie_maximise:
        'Along {{axis}}, the highest of {{size}} values, {{fx}}, was found more than once; the leftmost, at {{x}}, counts. Between its neighbours {{lo}} to {{hi}} is left.',
      'tie-whole':
        'Along {{axis}}, the lowest of {{size}} values, {{fx}}, was found more than once; the leftmost, at {{x}}, counts. The values {{lo}} to {{hi}} are left.',
      'tie-whole_maximise':
        'Along {{axis}}, the highest of {{size}} values, {{fx}}, was found more than once; the leftmost, at {{x}}, counts. The values {{lo}} to {{hi}} are left.',
      'cut-short':
        'The budget ended within a round, so nothing more can be discarded; {{lo}} to {{hi}} of {{axis}} is left.',
      resolved:
        'Nothing is left to ask: every bracket is down to one value, or to the resolution of floating-point numbers. {{axis}} ended between {{lo}} and {{hi}}.',
    },
  },
  zh: {
    name: 'k 分搜索',
    short: 'k 分',
    about:
      '给 k 台机器用的二分搜索：每一轮同时试 k 个点，均匀铺在剩下的区间里，只保留最好点的左右邻居之间的一段。每一轮约留下 2/(k + 2)，因此机器再多，轮数也只按对数减少，而试验总数比二分多；前提也一样：有第二个谷或有噪声时，可能把最小值丢掉。',
    params: {
      points: { label: '每轮点数 k', help: '同时训练多少次试验。' },
      rounds: { label: '每次轮数', help: '有多个超参数时：一个超参数的区间缩小这么多轮后，轮到下一个。' },
    },
    why: {
      spread: '同时试的 {{size}} 个点中的第 {{place}} 个，均匀铺在{{axis}}剩下的范围上：{{lo}} 到 {{hi}}。',
      lowest:
        '沿{{axis}}，{{size}} 个点中 f({{x}}) = {{fx}} 最低。若只有一个谷，谷底在它的左右邻居之间：剩下 {{lo}} 到 {{hi}}。',
      lowest_maximise:
        '沿{{axis}}，{{size}} 个点中 f({{x}}) = {{fx}} 最高。若只有一个峰，峰顶在它的左右邻居之间：剩下 {{lo}} 到 {{hi}}。',
      'lowest-whole':
        '沿{{axis}}，{{size}} 个点中 f({{x}}) = {{fx}} 最低。若只有一个谷，谷底在它的左右邻居之间：剩下的取值是 {{lo}} 到 {{hi}}。',
      'lowest-whole_maximise':
        '沿{{axis}}，{{size}} 个点中 f({{x}}) = {{fx}} 最高。若只有一个峰，峰顶在它的左右邻居之间：剩下的取值是 {{lo}} 到 {{hi}}。',
      tie: '沿{{axis}}，{{size}} 个值中的最低值 {{fx}} 出现了不止一次，以最左边的 {{x}} 为准；它的左右邻居之间剩下 {{lo}} 到 {{hi}}。',
      tie_maximise:
        '沿{{axis}}，{{size}} 个值中的最高值 {{fx}} 出现了不止一次，以最左边的 {{x}} 为准；它的左右邻居之间剩下 {{lo}} 到 {{hi}}。',
      'tie-whole':
        '沿{{axis}}，{{size}} 个值中的最低值 {{fx}} 出现了不止一次，以最左边的 {{x}} 为准；剩下的取值是 {{lo}} 到 {{hi}}。',
      'tie-whole_maximise':
        '沿{{axis}}，{{size}} 个值中的最高值 {{fx}} 出现了不止一次，以最左边的 {{x}} 为准；剩下的取值是 {{lo}} 到 {{hi}}。',
      'cut-short': '预算在一轮中途用完，不能再舍弃什么；{{axis}}还剩 {{lo}} 到 {{hi}}。',
      resolved:
        '没有可试的了：每个区间都只剩一个值，或已达到浮点数的分辨率。{{axis}}最后在 {{lo}} 与 {{hi}} 之间。',
    },
  },
} satisfies StrategyTexts;
