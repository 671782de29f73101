import type { phaseProblems as englishProblems } from './phase-problems.en.ts';

export const phaseProblems: typeof englishProblems = {
  'phase-no-dial': '问题 {{objective}} 目前没有旋钮 {{dial}}。请换一个旋钮，或换一个问题。',
  'phase-same-dial': '两个轴都是{{dial}}。请为其中一个换一个旋钮。',
  'phase-not-rising': '{{dial}}的范围是从 {{lo}} 到 {{hi}}。终点必须大于起点。',
  'phase-limits': '{{dial}}不能取 {{given}}，应为 {{expected}}。请修改范围。',
  'phase-log': '{{dial}}从 {{given}} 开始，无法按比例递增。请改用等差步进，或从大于 0 的值开始。',
  'phase-number': '“{{field}}”一栏的数值是 {{given}}，应为 {{expected}}。',
  'phase-no-strategies': '没有选择策略。请至少选一种。',
  'phase-same-name': '名称 {{given}} 用于两种策略。请改掉一个。',
  'phase-too-many-runs':
    '这样要运行 {{given}} 次（{{cells}} 格 × {{strategies}} 种策略 × {{repeats}} 次重复），最多 {{expected}} 次。请先减少格数：两个轴各减半，就只剩四分之一。',
  'phase-too-many-trials': '这样要做 {{given}} 次试验，最多 {{expected}} 次。请减小预算、格数或重复次数。',
  'phase-misfit': '策略{{strategy}}无法用于这个问题。',
};
