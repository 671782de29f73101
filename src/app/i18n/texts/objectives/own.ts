import type { ObjectiveTexts } from '../types.ts';
import { numbered } from '../labels.ts';

const VARIABLES = { x: 'x', y: 'y', ...numbered(6) };

export default {
  formula: {
    en: {
      name: 'A formula of your own',
      about:
        'Any formula in x, in x and y, or in x1 to x6, on the domain that you give it. Its lowest value is found numerically and bounded from below by interval arithmetic; what holds of it, nobody has told.',
      value: 'f(x)',
      params: {
        formula: {
          label: 'f(x) =',
          help: 'In x, in x and y, or in x1 to x6. For example: (x - 0.3)^2 + 0.1*sin(20*x).',
        },
        space: {
          label: 'Domain',
          help: 'A variable, its scale (linear, log or integer) and its range: x log 1e-5 1; y integer 1 10. From 0 to 1, linear, where nothing is said.',
        },
      },
      dimensions: VARIABLES,
    },
    zh: {
      name: '自己的公式',
      about:
        '任意一个公式，变量可以是 x，x 和 y，或 x1 到 x6，定义域由你给定。它的最小值由数值方法找到，并用区间算术给出下界；至于它有什么性质，没有人事先说明。',
      source: '读者自己的公式；由 jsep 解析，用区间算术定界（Hansen & Walster 2004）',
      value: 'f(x)',
      params: {
        formula: {
          label: 'f(x) =',
          help: '变量为 x，x 和 y，或 x1 到 x6。例如：(x - 0.3)^2 + 0.1*sin(20*x)。',
        },
        space: {
          label: '定义域',
          help: '依次写变量、刻度（linear 线性、log 对数、integer 整数）和范围：x log 1e-5 1; y integer 1 10。没有写到的变量取 0 到 1，线性。',
        },
      },
      dimensions: VARIABLES,
    },
  },
  drawn: {
    en: {
      name: 'A curve of your own',
      about:
        'Drawn by hand: the curve runs through its knots, rising or falling all the way from one to the next, so that its lowest knot is its minimum.',
      value: 'f(x)',
      params: {
        knots: {
          label: 'Knots',
          help: 'Places from 0 to 1 along the axis, then heights.',
        },
        space: {
          label: 'Domain',
          help: 'Scale and range of the axis: x log 1e-5 1. From 0 to 1, linear, where nothing is said.',
        },
      },
      dimensions: { x: 'x' },
    },
    zh: {
      name: '自己画的曲线',
      about: '手绘的曲线：它穿过每个节点，在相邻两个节点之间只升或只降，因此最低的节点就是最小值。',
      source: '读者自己的曲线；单调三次插值见 Fritsch & Carlson (1980), SIAM J. Numer. Anal. 17(2)',
      value: 'f(x)',
      params: {
        knots: { label: '节点', help: '先写沿轴的位置（0 到 1），再写高度。' },
        space: {
          label: '定义域',
          help: '轴的刻度和范围：x log 1e-5 1。不写则为 0 到 1，线性。',
        },
      },
      dimensions: { x: 'x' },
    },
  },
  table: {
    en: {
      name: 'Trials of your own',
      about:
        'Trials that somebody really ran, from a CSV file: one to six hyperparameters and what was measured. Between them it is interpolated (monotone cubics along one hyperparameter, triangles over two, inverse-distance weights over more), so that nothing is better than the best trial.',
      value: 'error',
      score: 'score',
      params: {
        trials: {
          label: 'Trials',
          help: 'Values of one to six hyperparameters, then what was measured, in the same order.',
        },
        space: {
          label: 'Hyperparameters',
          help: 'Their names in order, each with its scale (linear, log or integer): learning_rate log; dropout. The range is that of the trials unless two numbers say otherwise.',
        },
        direction: {
          label: 'Direction',
          help: 'Errors and losses are minimised, accuracies and scores maximised.',
          options: { minimise: 'minimise', maximise: 'maximise' },
        },
        measure: { label: 'Measured', help: 'What the last column is called; pictures show it.' },
      },
      dimensions: { ...VARIABLES, learning_rate: 'learning rate' },
    },
    zh: {
      name: '自己的试验数据',
      about:
        '真实做过的试验，来自 CSV 文件：一到六个超参数和测得的指标。试验之间由插值得到（一个超参数用单调三次曲线，两个用三角剖分，更多用反距离加权），因此没有哪里胜过最好的一次试验。',
      source:
        '读者自己的试验；单调三次插值见 Fritsch & Carlson (1980)，三角剖分（Delaunay）由 delaunator 完成；反距离加权见 Shepard (1968)',
      value: '误差',
      score: '得分',
      params: {
        trials: { label: '试验', help: '先写一到六个超参数的取值，再写测得的指标，顺序一致。' },
        space: {
          label: '超参数',
          help: '按顺序写名称，并写明刻度（linear 线性、log 对数、integer 整数）：learning_rate log; dropout。不写两个数时，范围就是试验数据的范围。',
        },
        direction: {
          label: '方向',
          help: '误差和损失越小越好，准确率和得分越大越好。',
          options: { minimise: '最小化', maximise: '最大化' },
        },
        measure: { label: '指标', help: '最后一列的名称，图中会用到。' },
      },
      dimensions: { ...VARIABLES, learning_rate: '学习率' },
    },
  },
} satisfies ObjectiveTexts;
