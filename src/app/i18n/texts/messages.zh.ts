import { ownProblems } from './own-problems.zh.ts';
import { phaseErrors, phaseProblems } from '../../assumptions/phase/texts.zh.ts';
export { reading } from './table-reading.zh.ts';

/** What went wrong, in sentences that name it and say what to do. */
export const notice = {
  'not-a-scenario': '无法读取这个实验，已改用默认实验。',
  'unknown-key': '没有名为“{{name}}”的设置，已忽略。可用的有：{{known}}。',
  'unknown-objective': '没有名为“{{given}}”的问题，已改用 {{used}}。可用的有：{{known}}。',
  'unknown-strategy': '没有名为“{{given}}”的策略，已忽略。可用的有：{{known}}。',
  'duplicate-strategy': '策略 {{given}} 重复出现，只运行一次。',
  'no-strategies': '没有可运行的策略，已改用：{{used}}。',
  'unknown-param': '{{owner}} 没有名为“{{name}}”的设置，已忽略。可用的有：{{known}}。',
  'params-not-an-object': '无法读取 {{owner}} 的设置，已改用默认值。',
  clamped: '{{name}} = {{given}} 超出范围（{{expected}}），已改用 {{used}}。',
  rounded: '{{name}} = {{given}} 不是整数（{{expected}}），已改用 {{used}}。',
  unreadable: '无法读取 {{name}} = “{{given}}”（应为 {{expected}}），已改用 {{used}}。',
  'no-measured-noise': '{{objective}} 不是实测问题，没有实测噪声，因此不加噪声。',
  'box-form':
    '无法读取 box = “{{given}}”，已改为搜索全部范围。应给出 {{dimensions}} 个范围各自的两端，例如 0.1..0.9,2..14。',
  'box-range': 'box：{{given}} 不在{{axis}}的范围（{{lo}} 到 {{hi}}）之内，已改为搜索全部范围。',
  'box-whole': 'box：{{axis}}只取整数，而 {{given}} 的端点不是整数，已改为搜索全部范围。',
  'box-measured':
    'box：{{axis}}的端点必须是实测过的取值，{{given}} 不是（最近的是 {{near}}），已改为搜索全部范围。',
  'box-minimum': 'box：{{given}} 漏掉了一个最小值（{{axis}} = {{at}}），已改为搜索全部范围。',
  'box-elsewhere': '链接缩小了问题的范围（box）；只有实验室如此，这里看的是全部范围。',
  'unknown-page': '没有名为“{{given}}”的页面，已打开实验室。可用的页面：{{known}}。',
  'link-unreadable': '无法读取这个链接，已改用默认实验（{{detail}}）。',
  'link-kept':
    '这个链接省去了太长的函数，本浏览器也没有保存它，因此显示的是它的示例。请打开随链接一起分享的文件。',
  'link-crashed': '网址 {{given}} 曾使页面无法显示，因此没有再次打开；现在显示的是默认实验。',
  'doubled-key': '链接里“{{name}}”出现了不止一次；采用最后一个：{{used}}。',
  'link-elsewhere': '这个链接里的实验属于实验室；本页的研究有自己的设置。',
  'file-too-large': '{{name}} 有 {{size}} MB；最大可打开 {{limit}} MB 的轨迹文件。',
  'file-unreadable': '{{name}} 不是 JSON 文件，没有打开（{{detail}}）。',
  'file-several': '一次只取一个文件：{{name}}。同时放下的另外 {{others}} 个没有打开。',
  'file-question': '已从 {{name}} 取得问题、噪声、预算和种子。要重放其中的试验，请把它拖到实验室。',
  'results-too-large': '{{name}} 有 {{size}} MB；最大可打开 {{limit}} MB 的结果文件。',
  'study-refused': '{{name}} 中的研究无法运行；屏幕上的研究保持不变。',
  other: '有一处设置被更改：{{key}}。',
};

export const problems = {
  ...ownProblems,
  'not-a-trace-file': '这不是“逐次试验”的轨迹文件。请打开从这里下载的或由命令行生成的 JSON 文件。',
  'trace-version': '轨迹文件的版本是 {{given}}，本页面只能读取版本 {{known}}。',
  'trace-scenario': '轨迹文件中的实验设置在“{{field}}”处无效，文件没有打开。',
  'trace-field': '轨迹文件在 {{field}} 处无效（应为：{{expected}}），文件没有打开。',
  'grid-too-many-lists':
    '网格给出了 {{given}} 个超参数的取值，但问题只有 {{dimensions}} 个。请删去多余的列表。',
  'grid-level-outside': '{{axis}}的网格取值 {{given}} 超出范围（{{lo}} 到 {{hi}}）。请修改或删去。',
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
  other: '设置与问题不匹配：{{key}}。',
};

export const error = {
  'worker-crashed': '模拟意外停止，计算线程已更换。请重试。',
  'worker-unavailable': '负责计算的部分没能载入。它需要联网一次：请检查网络，然后重试。',
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
