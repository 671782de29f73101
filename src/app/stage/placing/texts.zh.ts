/** 读者自己放试验时说的话。 */
export const placing = {
  cross: '下一次试验的十字准线：方向键移动，回车放下',
  knob: '下一次试验的{{name}}：方向键调节，回车放下',
  crossKnob: '{{name}}：方向键移动准线，回车调到那里',
  place: '放下',
  undo: '撤销',
  hint: '轮到你了：点一下图，或输入数值。',
  hintKnobs: '轮到你了：点图逐个设值，或直接输入，再按“放下”。',
  result: '你的第 {{point}} 次试验：{{value}}。',
  failed: '你的第 {{point}} 次试验失败了。',
  spent: '预算已用完。',
  number: '{{name}}：“{{given}}”不是数字。请输入 {{lo}} 到 {{hi}} 之间的一个数。',
  range: '{{name}}：{{given}} 超出范围（{{lo}} 到 {{hi}}）。',
  whole: '{{name}}：{{given}} 不是整数。请输入 {{lo}} 到 {{hi}} 之间的一个整数。',
};
