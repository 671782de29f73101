/** 几个页面共用的、关于结果和设置的文字。 */
export * from '../settings/texts.zh.ts';

export const arena = {
  setting: '{{label}}：{{value}}',
  comma: '，',
  yes: '是',
  no: '否',
  left: '约剩 {{time}}',
  seconds_one: '{{count}} 秒',
  seconds_other: '{{count}} 秒',
  minutes_one: '{{count}} 分钟',
  minutes_other: '{{count}} 分钟',
  hours: '{{hours}} 小时',
  hiddenIn: '{{name}}，藏于 {{dimension}} 维',
  inDimensions: '，{{dimension}} 维',
  judgedNote: '以会被采用的点（迄今观测值最低者）的真实值评判，它可能又变差。',
  use: {
    trials: '已做试验',
    unused: '未用',
    initial: '初始设计',
    secondProbes: '第二试探点',
    repeated: '重复的点',
    failed: '失败',
    infeasible: '不可行',
    thinking: '每次运行的思考时间',
    unknown: '未测量',
    milliseconds: '{{value}} 毫秒',
    seconds: '{{value}} 秒',
    of: '{{name}}，{{kind}}：{{all}} 次试验中有 {{count}} 次',
    thinkingOf: '{{name}}：每次运行思考 {{time}}（{{runs}} 次运行的平均）',
  },
};
