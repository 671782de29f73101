import type { StrategyTexts } from '../types.ts';

export default {
  look: { group: 'taught', marker: 'diamond', light: '#008a66', dark: '#2fc79c' },
  en: {
    name: 'Binary search',
    short: 'Binary',
    about:
      'Compares two probes, throws away the part that cannot hold the minimum if there is only one valley, and repeats; with several knobs, one knob after another. It lives by that “if”: with a second valley, noise or knobs that interact, it can throw the true minimum away and never look back.',
    params: {
      rule: {
        label: 'Rule',
        help: 'Where the two probes go. Golden section and Fibonacci use one of them again, so each further comparison costs one trial instead of two.',
        options: {
          golden: 'golden section: keeps 61.8 % per trial',
          fibonacci: 'Fibonacci: optimal for a budget known in advance',
          bisection: 'bisection: keeps half per two trials',
          ternary: 'ternary: keeps two thirds per two trials',
        },
      },
      gap: {
        label: 'Distance of the two probes',
        help: 'As a share of the bracket. Closer keeps less of it, but noise then decides the comparison.',
      },
      comparisons: {
        label: 'Comparisons per visit',
        help: 'With several knobs: how often one knob’s bracket is cut before the next knob’s turn. The others stay at the better probe of their last visit.',
      },
    },
    why: {
      'first-probe': 'First of two probes of {{axis}} between {{lo}} and {{hi}}: {{x}}.',
      'second-probe':
        'Second probe of {{axis}}: {{x}}, to compare with {{other}}. One comparison, two trials.',
      'cut-right': 'Along {{axis}}, f({{a}}) = {{fa}} < f({{b}}) = {{fb}}, so ({{lo}}, {{hi}}] is discarded.',
      'cut-right_maximise':
        'Along {{axis}}, f({{a}}) = {{fa}} > f({{b}}) = {{fb}}, so ({{lo}}, {{hi}}] is discarded.',
      'cut-left': 'Along {{axis}}, f({{a}}) = {{fa}} > f({{b}}) = {{fb}}, so [{{lo}}, {{hi}}) is discarded.',
      'cut-left_maximise':
        'Along {{axis}}, f({{a}}) = {{fa}} < f({{b}}) = {{fb}}, so [{{lo}}, {{hi}}) is discarded.',
      tie: 'Along {{axis}}, f({{a}}) = {{fa}} and f({{b}}) = {{fb}} are equal: one valley would lie between them, so ({{lo}}, {{hi}}] is discarded.',
      tie_maximise:
        'Along {{axis}}, f({{a}}) = {{fa}} and f({{b}}) = {{fb}} are equal: one peak would lie between them, so ({{lo}}, {{hi}}] is discarded.',
      'cut-right-whole':
        'Along {{axis}}, f({{a}}) = {{fa}} < f({{b}}) = {{fb}}, so {{lo}} to {{hi}} is discarded.',
      'cut-right-whole_maximise':
        'Along {{axis}}, f({{a}}) = {{fa}} > f({{b}}) = {{fb}}, so {{lo}} to {{hi}} is discarded.',
      'cut-left-whole':
        'Along {{axis}}, f({{a}}) = {{fa}} > f({{b}}) = {{fb}}, so {{lo}} to {{hi}} is discarded.',
      'cut-left-whole_maximise':
        'Along {{axis}}, f({{a}}) = {{fa}} < f({{b}}) = {{fb}}, so {{lo}} to {{hi}} is discarded.',
      'tie-whole':
        'Along {{axis}}, f({{a}}) = {{fa}} and f({{b}}) = {{fb}} are equal; the upper part, {{lo}} to {{hi}}, is discarded.',
      'between-probes':
        'The budget ended before the next comparison was complete; {{axis}} is left between {{lo}} and {{hi}}.',
      resolved:
        'Nothing is left to compare: every bracket is down to one value, or to the resolution of floating-point numbers. {{axis}} ended between {{lo}} and {{hi}}.',
    },
  },
  zh: {
    name: '二分搜索',
    short: '二分',
    about:
      '比较两个试探点，舍弃“如果只有一个谷，就不可能包含最小值”的那一部分，如此反复；有多个超参数时逐个进行。成败全在这个“如果”：一旦有第二个谷、有噪声，或超参数互相影响，它就可能把真正的最小值丢掉，而且再不回头。',
    params: {
      rule: {
        label: '规则',
        help: '两个试探点放在哪里。黄金分割法和斐波那契法会重复利用其中一个点，之后每次比较只花一次试验，而不是两次。',
        options: {
          golden: '黄金分割法：每次试验保留 61.8%',
          fibonacci: '斐波那契法：预算已知时最优',
          bisection: '二分法：每两次试验保留一半',
          ternary: '三分法：每两次试验保留三分之二',
        },
      },
      gap: {
        label: '两个试探点的间距',
        help: '占当前区间的比例。间距越小，保留的区间越短，但比较结果也越容易被噪声左右。',
      },
      comparisons: {
        label: '每轮比较次数',
        help: '有多个超参数时：一个超参数的区间缩小几次后轮到下一个。其余超参数停在各自上一轮较好的试探点。',
      },
    },
    why: {
      'first-probe': '{{axis}}在 {{lo}} 与 {{hi}} 之间的第一个试探点：{{x}}。',
      'second-probe': '{{axis}}的第二个试探点：{{x}}，与 {{other}} 比较。一次比较，两次试验。',
      'cut-right': '沿{{axis}}，f({{a}}) = {{fa}} < f({{b}}) = {{fb}}，故舍弃 ({{lo}}, {{hi}}]。',
      'cut-right_maximise': '沿{{axis}}，f({{a}}) = {{fa}} > f({{b}}) = {{fb}}，故舍弃 ({{lo}}, {{hi}}]。',
      'cut-left': '沿{{axis}}，f({{a}}) = {{fa}} > f({{b}}) = {{fb}}，故舍弃 [{{lo}}, {{hi}})。',
      'cut-left_maximise': '沿{{axis}}，f({{a}}) = {{fa}} < f({{b}}) = {{fb}}，故舍弃 [{{lo}}, {{hi}})。',
      tie: '沿{{axis}}，f({{a}}) = {{fa}} 与 f({{b}}) = {{fb}} 相等：若只有一个谷，谷底在两者之间，故舍弃 ({{lo}}, {{hi}}]。',
      tie_maximise:
        '沿{{axis}}，f({{a}}) = {{fa}} 与 f({{b}}) = {{fb}} 相等：若只有一个峰，峰顶在两者之间，故舍弃 ({{lo}}, {{hi}}]。',
      'cut-right-whole': '沿{{axis}}，f({{a}}) = {{fa}} < f({{b}}) = {{fb}}，故舍弃 {{lo}} 到 {{hi}}。',
      'cut-right-whole_maximise':
        '沿{{axis}}，f({{a}}) = {{fa}} > f({{b}}) = {{fb}}，故舍弃 {{lo}} 到 {{hi}}。',
      'cut-left-whole': '沿{{axis}}，f({{a}}) = {{fa}} > f({{b}}) = {{fb}}，故舍弃 {{lo}} 到 {{hi}}。',
      'cut-left-whole_maximise':
        '沿{{axis}}，f({{a}}) = {{fa}} < f({{b}}) = {{fb}}，故舍弃 {{lo}} 到 {{hi}}。',
      'tie-whole':
        '沿{{axis}}，f({{a}}) = {{fa}} 与 f({{b}}) = {{fb}} 相等，舍弃较大的一侧：{{lo}} 到 {{hi}}。',
      'between-probes': '预算用完时，下一次比较还没有完成；{{axis}}还剩 {{lo}} 到 {{hi}}。',
      resolved:
        '没有可比较的了：每个区间都只剩一个值，或已达到浮点数的分辨率。{{axis}}最后在 {{lo}} 与 {{hi}} 之间。',
    },
  },
} satisfies StrategyTexts;
