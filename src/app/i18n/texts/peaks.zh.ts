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
    minimaMore_maximise_one: '至少 {{count}} 个局部极大值。',
    minimaMore_maximise_other: '至少 {{count}} 个局部极大值。',
    minimaStarts_maximise_one: '从 {{starts}} 处上升，找到 {{count}} 个局部极大值；可能还有。',
    minimaStarts_maximise_other: '从 {{starts}} 处上升，找到 {{count}} 个局部极大值；可能还有。',
    minimaList_maximise: '由高到低：{{list}}。',
    minimaOnly_maximise: '峰顶：{{list}}。',
  },
  name: {
    unimodal_maximise: '只有一个峰',
    convex_maximise: '凹',
    minima_maximise: '局部极大值',
  },
  means: {
    unimodal_maximise: '沿任何直线，函数值先升，可在最高处停留，然后下降：这正是沿直线做二分搜索的前提。',
    convex_maximise: '没有一点低于另外两点的连线。这比二分搜索所需的更强。',
    minima_maximise: '范围内各个峰的峰顶，端点也算。',
  },
  fatal: {
    kept_maximise_one: '保住了：{{count}} 次试验后，区间宽 {{width}}，最大值仍在其中。',
    kept_maximise_other: '保住了：{{count}} 次试验后，区间宽 {{width}}，最大值仍在其中。',
    keptBox_maximise_one: '保住了：{{count}} 次试验后，最大值仍在框中。',
    keptBox_maximise_other: '保住了：{{count}} 次试验后，最大值仍在框中。',
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
