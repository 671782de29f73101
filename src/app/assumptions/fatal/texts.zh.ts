/** “致命一步”一节的中文文字。 */
import { terms } from '../../i18n/glossary.zh.ts';
import type { fatal as english } from './texts.en.ts';

import { peaks } from '../../i18n/texts/peaks.zh.ts';

export const fatal: typeof english = {
  ...peaks.fatal,
  title: '致命一步',
  lead: '每比较两个试探点，就有一侧被永远舍弃。下面四种规则搜索的正是这个问题，噪声、预算和随机种子都相同。若某种规则丢掉了最小值，阶梯图会标出在第几次试验，句子说明原因。',
  computing: '正在搜索……',
  ladders: '每种规则各运行一次',
  rules: {
    bisection: terms.bisection.form,
    ternary: terms.ternary.form,
    golden: terms.golden.form,
    fibonacci: terms.fibonacci.form,
  },
  causes: {
    shape: '曲线形状',
    interaction: '超参数交互',
    tie: '数值相等',
    noise: '噪声',
  },
  chartTitle: '{{rule}}：试探点与区间',
  lineTitle: '{{rule}}：沿 {{axis}} 的试探点与区间',
  ladder: '历次区间，由早到晚',
  ladderAlong: '沿 {{axis}} 的历次区间',
  short: {
    shape: '第 {{trial}} 次：形状',
    interaction: '第 {{trial}} 次：交互',
    tie: '第 {{trial}} 次：数值相等',
    noise: '第 {{trial}} 次：噪声',
    unknown: '第 {{trial}} 次',
  },
  sample: '第 {{trial}} 次：{{x}} → {{value}}',
  failed: '评估失败',
  kept_one: '保住了：{{count}} 次试验后，区间宽 {{width}}，最小值仍在其中。',
  kept_other: '保住了：{{count}} 次试验后，区间宽 {{width}}，最小值仍在其中。',
  keptBox_one: '保住了：{{count}} 次试验后，最小值仍在框中。',
  keptBox_other: '保住了：{{count}} 次试验后，最小值仍在框中。',
  keptAsGood_one:
    '保住了：{{count}} 次试验后，剩下的范围里仍有与最小值一样好的点，相差不超过最小值本身的误差限 {{tolerance}}。',
  keptAsGood_other:
    '保住了：{{count}} 次试验后，剩下的范围里仍有与最小值一样好的点，相差不超过最小值本身的误差限 {{tolerance}}。',
  lost: {
    ...peaks.lost,
    shape:
      '第 {{trial}} 次丢失：{{low}} 处比 {{high}} 处好（{{lowTrue}} 对 {{highTrue}}），这没有错；可最小值在 {{minimum}}，偏偏位于较差的那一侧。',
    interaction:
      '第 {{trial}} 次丢失：就其余超参数当时的取值而言，比较 {{low}} 与 {{high}} 得到的方向是对的；但真正的最小值在 {{minimum}}，就此被舍弃。',
    tie: '第 {{trial}} 次丢失：{{low}} 与 {{high}} 处的值完全相等，看不出该保留哪一侧；最小值在 {{minimum}}，位于被舍弃的一侧。',
    noise:
      '第 {{trial}} 次丢失：{{low}} 处看上去比 {{high}} 处好（{{lowValue}} 对 {{highValue}}），其实更差（{{lowTrue}} 对 {{highTrue}}）：噪声颠倒了这次比较。',
    noiseTie:
      '第 {{trial}} 次丢失：{{low}} 处看上去比 {{high}} 处好（{{lowValue}} 对 {{highValue}}），其实两者相等：由噪声决定，决定错了。',
    unknown: '第 {{trial}} 次丢失，起因是比较了先前已知的值，运行记录中没有显示。',
  },
  countless: '这个问题的最小值点多得无法列出，因此无法判断区间是否仍含有其中之一。',
  share: {
    ...peaks.share,
    title: '丢掉最小值的运行有多少',
    placed: '每种规则各运行 {{runs}} 次，最小值均匀放遍“{{dials}}”的整个范围。没有噪声，位置就决定了一切。',
    placedNoisy: '每种规则各运行 {{runs}} 次，最小值均匀放遍“{{dials}}”的整个范围，每次运行的噪声各不相同。',
    noisy: '每种规则各运行 {{runs}} 次，只有噪声不同：这个问题没有移动最小值的旋钮。',
    same: '没有噪声，也没有移动最小值的旋钮：每次运行都与上面那一次完全相同。',
    axis: '丢掉最小值的运行所占比例',
    note: '{{spread}}{{interval}}',
    interval: '带端点的线为 95% 区间（Wilson 1927）。',
    value: '{{share}}（{{low}}–{{high}}）',
    row: '{{rule}}：{{runs}} 次运行中占 {{share}}，95% 区间 {{low}} 至 {{high}}',
    part: '{{rule}}，{{cause}}：{{share}}（{{runs}} 次运行中的 {{count}} 次）',
    progress: '{{done}} / {{runs}} 次运行',
    columns: {
      rule: '规则',
      runs: '运行次数',
      lost: '丢失次数',
      share: '比例',
      low: '95% 区间下限',
      high: '上限',
      median: '中位试验次数',
    },
    when: '到第几次试验就丢了',
    whenNote: '丢得越早，代价越大：之后的试验都在没有最小值的地方搜索。丢得晚时，区间已经很窄。',
    trial: '试验次数',
    whenAxis: '已丢失的运行所占比例',
    none: '所有运行中，没有一种规则丢掉过最小值。',
    outdated: '旋钮已改动，正在重新统计。',
  },
};
