import type { StrategyTexts } from '../types.ts';

export default {
  look: { group: 'taught', marker: 'circle', light: '#b1360a', dark: '#ef7b1a' },
  en: {
    name: 'Random search',
    short: 'Random',
    about:
      'Draws every trial independently and uniformly from the search space. It assumes nothing about the error, and it never wastes trials on a knob that does not matter: every trial tries a new value of every knob.',
    params: {},
    why: { draw: 'Drawn uniformly at random, whatever came before.' },
  },
  zh: {
    name: '随机搜索',
    short: '随机',
    about:
      '每次试验都从搜索空间中独立、均匀地抽取。它对误差不作任何假设；即使某个超参数无关紧要，也不会浪费试验，因为每次试验都会给所有超参数换上新值。',
    params: {},
    why: { draw: '均匀随机抽取，与之前的结果无关。' },
  },
} satisfies StrategyTexts;
