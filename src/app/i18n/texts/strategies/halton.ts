import type { StrategyTexts } from '../types.ts';

export default {
  look: { group: 'filling', marker: 'cross', light: '#807d38', dark: '#eeec4d' },
  en: {
    name: 'Halton sequence',
    short: 'Halton',
    about:
      'Counts, in another base for every knob, and mirrors the digits: low digits, which change fastest, take the largest steps. Fills the space evenly without looking at results; with many knobs the large bases need many points before they are even.',
    params: {
      scramble: {
        label: 'Scrambling',
        help: 'Permuting the digits makes another design for every seed and breaks the diagonals of large bases.',
        options: { permuted: 'permuted digits', none: 'none' },
      },
    },
    why: {
      mirrored:
        'Number {{index}} is {{digits}} in base 2; mirrored, {{mirrored}}: {{share}} of the way along the first range. The bases in turn: {{bases}}.',
      'mirrored-rounded':
        'Number {{index}} is {{digits}} in base 2; mirrored, {{mirrored}}: {{share}} of the way along the first range. The bases in turn: {{bases}}. Integers are rounded afterwards.',
      permuted:
        'Number {{index}} is {{digits}} in base 2; with its digits permuted and mirrored it lies {{share}} of the way along the first range. The bases in turn: {{bases}}.',
      'permuted-rounded':
        'Number {{index}} is {{digits}} in base 2; with its digits permuted and mirrored it lies {{share}} of the way along the first range. The bases in turn: {{bases}}. Integers are rounded afterwards.',
    },
  },
  zh: {
    name: 'Halton 序列',
    short: 'Halton',
    about:
      '逐个计数，每个超参数用不同的进制，再把各位数字左右颠倒：变化最快的低位因此迈出最大的步子。它不看结果，均匀地铺满空间；超参数多时，大的进制要很多点之后才均匀。',
    params: {
      scramble: {
        label: '加扰',
        help: '对各位数字做随机置换：每个种子给出不同的设计，并打破大进制下的对角线。',
        options: { permuted: '数字置换', none: '无' },
      },
    },
    why: {
      mirrored:
        '{{index}} 的二进制是 {{digits}}，颠倒后为 {{mirrored}}，即第一个范围的 {{share}} 处。各维依次用的进制：{{bases}}。',
      'mirrored-rounded':
        '{{index}} 的二进制是 {{digits}}，颠倒后为 {{mirrored}}，即第一个范围的 {{share}} 处。各维依次用的进制：{{bases}}（整数超参数随后再取整）。',
      permuted:
        '{{index}} 的二进制是 {{digits}}，数字置换并颠倒后落在第一个范围的 {{share}} 处。各维依次用的进制：{{bases}}。',
      'permuted-rounded':
        '{{index}} 的二进制是 {{digits}}，数字置换并颠倒后落在第一个范围的 {{share}} 处。各维依次用的进制：{{bases}}（整数超参数随后再取整）。',
    },
  },
} satisfies StrategyTexts;
