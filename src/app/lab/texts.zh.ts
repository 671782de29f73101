/** The Lab, and what other pages have in common with it. */
export const lab = {
  lead: '同一个问题，各有 {{budget}} 次试验：看每种策略花在哪里、为什么。',
  settings: '实验设置',
  panels: '各策略并排对照',
  keeping: '保存这次实验',
};

export const transport = {
  label: '时钟',
  start: '回到开头',
  back: '后退一次试验',
  play: '播放',
  pause: '暂停',
  forward: '前进一次试验',
  end: '跳到结尾',
  scrub: '当前试验',
  at: '第 {{t}} 次试验，共 {{budget}} 次',
  speed: '速度',
  stop: '停止',
  times: '{{speed}}×',
};

export const panel = {
  mean: '均值',
  sd: '不确定度 σ',
  used: '{{used}} / {{budget}} 次试验',
  best: '目前最好',
  bestNone: '尚无',
  unused: '{{budget}} 次试验中有 {{unused}} 次未使用。',
  empty: '尚未开始。请播放或前进一次。',
  waiting: '等待空闲的计算线程',
  running: '计算中',
  done: '已完成',
  cancelled: '已停止',
  failed: '出错',
  replayed: '来自文件',
  cancelledText: '在 {{count}} 次试验后停止；已算出的部分照常显示。',
  retry: '重试',
  resume: '重新运行',
  why: '第 {{trial}} 次：',
  end: '结束时：',
  fatal: '在第 {{trial}} 次试验，它丢弃了真正的最小值所在的区间。',
  fatal_maximise: '在第 {{trial}} 次试验，它丢弃了真正的最大值所在的区间。',
  modelRefused: '无法绘制模型：{{reason}}',
  broken: '这个面板无法绘制，其他面板不受影响。',
  brokenDetail: '出错信息：{{detail}}',
  slices: '过最优点的切片',
  infeasible: '不满足约束',
  failedTrial: '评估失败',
  distinct_one: '{{name}}试了 {{count}} 个不同的值',
  distinct_other: '{{name}}试了 {{count}} 个不同的值',
  sample: '第 {{trial}} 次：{{point}} → {{value}}',
  coordinate: '{{name}} {{value}}',
  jitter: '为保证数值稳定，协方差矩阵的对角线加了 {{jitter}}。',
};

export const race = {
  title: '目前最好的真实值',
  regretTitle: '简单遗憾：与真实最优值的差距',
  scale: '刻度',
  linear: '函数值',
  log: '遗憾，对数刻度',
  x: '已用试验次数',
  regret: '简单遗憾',
};

export const board = {
  title: '第 {{t}} 次试验时的排名',
  rank: '名次',
  strategy: '策略',
  best: '最好的真实值',
  regret: '简单遗憾',
  found: '找到于第几次',
  none: '–',
};

export const keep = {
  drop: '松开鼠标：轨迹文件会重放，试验数据表会成为问题',
  replaying: '正在重放文件中的轨迹，没有进行计算。',
  live: '回到实时计算',
};
