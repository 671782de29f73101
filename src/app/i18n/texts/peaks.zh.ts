/** 目标越大越好时的说法：谷变为峰。由 `_maximise` 选用。 */
export const peaks = {
  assumptions: {
    turned: '这个目标越大越好：本页的内容都要倒过来看。二分搜索此时需要的是单峰，会被丢掉的是最大值。',
    slicesTitle_maximise: '{{name}}：过最高点的切片',
    minimaLegend_maximise: '局部极大值',
    minimumAt_maximise: '局部极大值，位于 {{at}}：{{value}}',
    unimodalYes1_maximise: '在 {{points}} 个点上，函数值到最大值为止一直上升，此后一直下降。',
    unimodalYes_maximise: '在 {{lines}} 条直线上，函数值都没有降后再升。',
    hump_maximise:
      '{{a}} 处函数值为 {{fa}}，到 {{b}} 降至 {{fb}}，到 {{c}} 又升回 {{fc}}：b 比两者都低 {{violation}}。',
    plateau_maximise:
      '从 {{a}} 到 {{b}}，函数值停在 {{value}} 不动，而 {{c}} 处更高（{{lower}}）：在这段上比较，不分高下。',
    convexYes1_maximise: '在 {{points}} 个点中，没有一点低于弦。',
    convexYes_maximise: '在 {{lines}} 条直线上，没有一点低于弦。',
    chord_maximise:
      '{{b}} 处函数值为 {{fb}}，而从 {{a}} 到 {{c}} 的弦在该处为 {{chord}}：曲线比弦低 {{violation}}。',
    minimaCount_maximise_one: '{{count}} 个局部极大值。',
    minimaCount_maximise_other: '{{count}} 个局部极大值。',
    minimaSeen_maximise_one: '在这一分辨率下有 {{count}} 个局部极大值；实际上至少有这么多。',
    minimaSeen_maximise_other: '在这一分辨率下有 {{count}} 个局部极大值；实际上至少有这么多。',
    minimaMore_maximise_one: '至少 {{count}} 个局部极大值。',
    minimaMore_maximise_other: '至少 {{count}} 个局部极大值。',
    minimaLevel_maximise: '整个范围就是一个平顶：任意两处的函数值相差都不超过舍入误差。',
    minimaStarts_maximise_one: '从 {{starts}} 处上升，找到 {{count}} 个局部极大值；可能还有。',
    minimaStarts_maximise_other: '从 {{starts}} 处上升，找到 {{count}} 个局部极大值；可能还有。',
    minimaList_maximise: '由高到低：{{list}}。',
    minimaOnly_maximise: '峰顶：{{list}}。',
  },
  name: {
    unimodal_maximise: '只有一个峰',
    unimodalLines_maximise: '沿每条直线只有一个峰',
    convex_maximise: '凹',
    minima_maximise: '局部极大值',
  },
  means: {
    unimodal_maximise: '沿任何直线，函数值先升，可在最高处停留，然后下降：这正是沿直线做二分搜索的前提。',
    convex_maximise: '没有一点低于另外两点的连线。这比二分搜索所需的更强。',
    minima_maximise: '范围内各个峰的峰顶，端点也算。',
  },
  resolution: { descents_maximise: '从 {{starts}} 处出发，其中有样本的最高点。' },
  fatal: {
    lead_maximise:
      '每比较两个试探点，就有一侧被永远舍弃。下面四种规则搜索的正是这个问题，噪声、预算和随机种子都相同。若某种规则丢掉了最大值，阶梯图会标出在第几次试验，句子说明原因。',
    kept_maximise_one: '保住了：{{count}} 次试验后，区间宽 {{width}}，最大值仍在其中。',
    kept_maximise_other: '保住了：{{count}} 次试验后，区间宽 {{width}}，最大值仍在其中。',
    keptBox_maximise_one: '保住了：{{count}} 次试验后，最大值仍在框中。',
    keptBox_maximise_other: '保住了：{{count}} 次试验后，最大值仍在框中。',
    keptAsGood_maximise_one:
      '保住了：{{count}} 次试验后，剩下的范围里仍有与最大值一样好的点，相差不超过最大值本身的误差限 {{tolerance}}。',
    keptAsGood_maximise_other:
      '保住了：{{count}} 次试验后，剩下的范围里仍有与最大值一样好的点，相差不超过最大值本身的误差限 {{tolerance}}。',
    countless_maximise: '这个问题的最大值点多得无法列出，因此无法判断区间是否仍含有其中之一。',
  },
  share: {
    title_maximise: '丢掉最大值的运行有多少',
    noisy_maximise: '每种规则各运行 {{runs}} 次，只有噪声不同：这个问题没有移动最大值的旋钮。',
    same_maximise: '没有噪声，也没有移动最大值的旋钮：每次运行都与上面那一次完全相同。',
    axis_maximise: '丢掉最大值的运行所占比例',
    whenNote_maximise: '丢得越早，代价越大：之后的试验都在没有最大值的地方搜索。丢得晚时，区间已经很窄。',
    none_maximise: '所有运行中，没有一种规则丢掉过最大值。',
  },
  lost: {
    shape_maximise:
      '第 {{trial}} 次丢失：{{low}} 处比 {{high}} 处好（{{lowTrue}} 对 {{highTrue}}），这没有错；可最大值在 {{minimum}}，偏偏位于较差的那一侧。',
    interaction_maximise:
      '第 {{trial}} 次丢失：就其余超参数当时的取值而言，比较 {{low}} 与 {{high}} 得到的方向是对的；但真正的最大值在 {{minimum}}，就此被舍弃。',
    tie_maximise:
      '第 {{trial}} 次丢失：{{low}} 与 {{high}} 处的值完全相等，看不出该保留哪一侧；最大值在 {{minimum}}，位于被舍弃的一侧。',
  },
};
