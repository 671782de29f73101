import type { StrategyTexts } from '../types.ts';

export default {
  look: { group: 'direct', marker: 'triangle-down', light: '#8b45c8', dark: '#a874f5' },
  en: {
    name: 'Nelder–Mead',
    short: 'Nelder–Mead',
    about:
      'Keeps a simplex (a triangle for two knobs, d + 1 points for d) and flips its worst corner over the others, again and again, so that it crawls downhill, stretches along valleys and contracts at the bottom; when it has collapsed, it starts somewhere else. It assumes one smooth valley and values it can trust: it walks into the nearest valley, and noise makes it contract too early. Quick with few knobs, lost with many.',
    params: {
      size: {
        label: 'Size of the first simplex',
        help: 'Its edge along each axis, as a share of the range.',
      },
      tolerance: {
        label: 'Collapsed below',
        help: 'A simplex that reaches less far than this share of every range is given up, and a new one starts at a random place.',
      },
      coefficients: {
        label: 'Coefficients',
        help: 'How far it expands, contracts and shrinks. With one or two knobs both are the same.',
        options: {
          standard: 'standard: 2, ½, ½',
          adaptive: 'adaptive to the number of knobs (Gao & Han 2012)',
        },
      },
    },
    why: {
      start: 'The first of the {{count}} corners of the first simplex: a random point.',
      vertex:
        'Corner {{vertex}} of {{count}} of the simplex: from its first corner, {{axis}} moved from {{from}} to {{to}}.',
      reflect:
        'Reflect: the worst corner (trial {{trialWorst}}: {{worst}}) is flipped over the middle of the others; the best has {{best}}.',
      expand:
        'Expand: the reflection ({{reflected}}) is better than the best corner ({{best}}), so {{factor}} times as far.',
      'contract-outside':
        'Contract outside: the reflection ({{reflected}}) beats the worst corner ({{worst}}) but not the second worst ({{second}}), so less far on that side.',
      'contract-inside':
        'Contract inside: the reflection ({{reflected}}) does not beat the worst corner ({{worst}}), so from there back towards the others.',
      'contract-blocked':
        'Contract inside: the reflection would land on a corner that is there already (at the edge of the box, or after rounding), so from the worst corner ({{worst}}) back towards the others.',
      shrink:
        'Shrink: contracting did not help either, so every corner moves towards the best one (trial {{trialBest}}: {{best}}), to {{factor}} of its distance; this is {{vertex}} of {{count}}.',
      restart:
        'Restart {{restart}}: the simplex has collapsed (it reaches {{extent}} of the range; values from {{best}} to {{worst}}). The first of {{count}} corners of a new one, at random.',
    },
  },
  zh: {
    name: 'Nelder–Mead 单纯形法',
    short: '单纯形',
    about:
      '维持一个单纯形（两个超参数时是三角形，d 个时有 d + 1 个顶点），不断把最差的顶点翻到其余顶点的另一侧：它一路往低处爬，遇到谷就顺着伸长，到谷底便收缩；塌缩之后换个地方重来。它假设只有一个光滑的谷，而且数值可信：它只会走进最近的谷，噪声会让它过早收缩。超参数少时很快，多了就迷失方向。',
    params: {
      size: { label: '初始单纯形大小', help: '沿各坐标轴的边长，占该超参数范围的比例。' },
      tolerance: {
        label: '塌缩界限',
        help: '单纯形在每个方向上的跨度都小于范围的这个比例时就放弃它，在随机位置重新开始。',
      },
      coefficients: {
        label: '系数',
        help: '扩张、收缩和缩小的幅度。只有一两个超参数时，两种取法相同。',
        options: { standard: '标准：2、½、½', adaptive: '随超参数个数调整（Gao & Han 2012）' },
      },
    },
    why: {
      start: '初始单纯形 {{count}} 个顶点中的第一个：随机选取。',
      vertex:
        '单纯形 {{count}} 个顶点中的第 {{vertex}} 个：从第一个顶点出发，把{{axis}}从 {{from}} 移到 {{to}}。',
      reflect:
        '反射：把最差的顶点（第 {{trialWorst}} 次试验：{{worst}}）翻到其余顶点中心的另一侧；目前最好的顶点是 {{best}}。',
      expand: '扩张：反射点（{{reflected}}）胜过最好的顶点（{{best}}），于是沿同一方向走 {{factor}} 倍远。',
      'contract-outside':
        '外收缩：反射点（{{reflected}}）胜过最差的顶点（{{worst}}），但不如次差的（{{second}}），于是在这一侧走近一些。',
      'contract-inside':
        '内收缩：反射点（{{reflected}}）不比最差的顶点（{{worst}}）好，于是从最差的顶点向其余顶点靠拢。',
      'contract-blocked':
        '内收缩：反射点会落在已有的顶点上（碰到边界，或取整后重合），于是从最差的顶点（{{worst}}）向其余顶点靠拢。',
      shrink:
        '缩小：收缩也没有用，于是所有顶点都向最好的顶点（第 {{trialBest}} 次试验：{{best}}）靠拢，距离变为原来的 {{factor}}；这是 {{count}} 个中的第 {{vertex}} 个。',
      restart:
        '第 {{restart}} 次重启：单纯形已经塌缩（跨度只有范围的 {{extent}}，数值从 {{best}} 到 {{worst}}）。随机选一处重建，这是 {{count}} 个顶点中的第一个。',
    },
  },
} satisfies StrategyTexts;
