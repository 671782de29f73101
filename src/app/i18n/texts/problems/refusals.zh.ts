import { ownProblems } from './own-problems.zh.ts';
import { phaseProblems } from './phase-problems.zh.ts';
import { playProblems } from './play-problems.zh.ts';
export { reading } from './table-reading.zh.ts';

export const problems = {
  ...ownProblems,
  'not-a-trace-file': '这不是“逐次试验”的轨迹文件。请打开从这里下载的或由命令行生成的 JSON 文件。',
  'trace-version': '轨迹文件的版本是 {{given}}，本页面只能读取版本 {{known}}。',
  'trace-scenario': '轨迹文件中的实验设置在“{{field}}”处无效，文件没有打开。',
  'trace-field': '轨迹文件在 {{field}} 处无效（应为：{{expected}}），文件没有打开。',
  'grid-too-many-lists':
    '网格给出了 {{given}} 个超参数的取值，但问题只有 {{dimensions}} 个。请删去多余的列表。',
  'grid-level-outside': '{{axis}}的网格取值 {{given}} 超出范围（{{lo}} 到 {{hi}}）。请修改或删去。',
  'manual-coordinates':
    '你的第 {{point}} 次试验有 {{given}} 个数值，而这个问题有 {{dimensions}} 个超参数。请给每个超参数一个值。',
  'manual-outside':
    '你的第 {{point}} 次试验：{{axis}}的取值 {{given}} 超出范围（{{lo}} 到 {{hi}}）。请修改或删去。',
  'manual-not-whole': '你的第 {{point}} 次试验：{{axis}}只能取整数，{{given}} 不是。请修改或删去。',
  'manual-too-many': '你放了 {{given}} 次试验，预算只有 {{budget}} 次。请增加预算，或删去最后几次。',
  'points-many': '{{given}} 个点太多了，最多 {{most}} 个。请删去一些。',
  'nothing-to-try': '它没有可试的点：请先放几次试验，或指定由哪种策略接手。',
  'relay-no-knob': '接力要搜索第 {{given}} 个超参数，但这个问题只有 {{dimensions}} 个。请换一个。',
  'study-not-a-study':
    '这不是“逐次试验”的研究配置。应为一个 JSON 对象，含 problems、strategies、budget、repeats 和 seed。',
  'study-missing': '研究配置缺少 {{field}}（应为：{{expected}}）。',
  'study-unknown': '研究配置在 {{field}} 处写了 {{given}}，没有这一项。可用：{{expected}}。',
  'study-unknown-key': '研究配置中没有 {{field}} 这一项。可用：{{expected}}。',
  'study-value': '研究配置在 {{field}} 处是 {{given}}，应为：{{expected}}。',
  'study-whole': '研究配置在 {{field}} 处是 {{given}}，应为整数：{{expected}}。',
  'study-list': '研究配置在 {{field}} 处是 {{given}}，应为含 {{expected}} 项的列表。',
  'study-line': '研究配置在 {{field}} 处是 {{given}}，应为一行 {{expected}} 个字符的文字。',
  'study-duplicate-name': '研究配置在 {{field}} 处重复使用了名称 {{given}}。名称用来区分各行，请改掉一个。',
  'study-too-large': '这项研究要做 {{given}} 次试验，最多 {{expected}} 次。请减小预算、重复次数或列表。',
  'study-refused': '{{field}} 处的设置不能采用。',
  'study-misfit': '{{field}} 处的策略无法用于问题 {{problem}}。',
  'storage-full':
    '此浏览器已没有空间保存结果。研究会继续并保留在屏幕上，但重新加载后会丢失：请下载结果，或清理一些空间。',
  'storage-blocked':
    '本页面的另一个标签页占用了浏览器的数据库，因此结果没有保存。请关闭另一个标签页后重新加载；在此之前，请下载需要保留的结果。',
  'storage-refused':
    '此浏览器不保存结果（{{detail}}），某些无痕窗口即如此。研究会继续，离开页面前都显示在屏幕上：请下载需要保留的结果。',
  'storage-later':
    '本浏览器里有更新版本的页面保存的结果。当前版本不会动它们，也不再保存结果：请刷新以使用新版本，或把想留下的结果下载下来。',
  'kept-damaged': '本浏览器保存的结果有一部分已损坏（{{parts}} 份），没有采用；按“继续”会补上缺少的部分。',
  'kept-older':
    '此浏览器保存的结果有一部分由较早版本的页面得出（{{parts}} 份）。本版本的试验与之不同，两者不会混用；按“继续”会全部重新计算。',
  'kept-later':
    '这些结果有一部分是由更新版本的页面保存的（{{parts}} 份），没有改动它们；按“继续”会在这里重新计算缺少的部分。',
  'kept-forgotten': '另一个标签页清除了这项研究的结果。这里仍然显示着它们，并已重新保存。',
  'results-unreadable': '无法读取 {{name}}（{{detail}}）。如果它已被移动或修改，请重新选择。',
  'results-foreign':
    '{{name}} 不是“逐次试验”的结果文件。请打开从竞技场下载的或由命令行生成的 CSV 或 Parquet 文件。',
  'results-version': '{{name}} 的结果格式版本是 {{given}}，只能读取版本 {{known}}。',
  'results-truncated': '{{name}} 不完整：在 {{row}} 个完整的行之后缺少结尾。请重新复制或下载。',
  'results-study':
    '{{name}} 中的研究配置无法使用：{{field}} 处是 {{given}}（应为：{{expected}}）。文件没有打开。',
  'results-damaged': '{{name}} 已损坏，无法读取：{{place}}。请重新复制或下载。',
  'results-row':
    '{{name}} 第 {{row}} 行的 {{column}} 列不应为 {{given}}（应为：{{expected}}）。文件没有打开。',
  'results-altered':
    '{{name}} 写成之后被改动过：按内容算得 {{given}}，文件中记的是 {{expected}}。文件没有打开。',
  ...phaseProblems,
  ...playProblems,
  other: '设置与问题不匹配：{{key}}。',
};
