import { phaseErrors } from './problems/phase-errors.zh.ts';

export const error = {
  'worker-crashed': '模拟意外停止，计算线程已更换。请重试。',
  'worker-unavailable': '负责计算的部分没能载入。它需要联网一次：请检查网络，然后重试。',
  'language-unloaded': '未能加载{{name}}：{{detail}}。页面仍用当前语言；请检查网络后再选一次。',
  'page-unloaded': '这一页还没有载入过，需要联网一次。请检查网络，然后重试（{{detail}}）。',
  'worker-hung': '模拟已有 {{seconds}} 秒没有响应，已被停止。请重试。',
  'run-failed': '模拟无法继续：{{detail}}',
  'keeper-gone': '页面中保管结果的部分停止了（{{detail}}），现已重新启动；浏览器尚未保存的部分会重新计算。',
  'study-run': '{{strategy}}在{{problem}}上的第 {{repeat}} 次重复无法完成；其余的继续进行。',
  ...phaseErrors,
  other: '出错了：{{key}}。',
};

/** 页面上方的提示。 */
export const notices = {
  label: '提示',
  more: '还有 {{count}} 条类似的提示',
  dismiss: '知道了',
};
