import { readingProblems } from './table-reading.zh.ts';
import type { ownProblems as en } from './own-problems.en.ts';

export const ownProblems: Record<keyof typeof en, string> = {
  'text-long': '共 {{length}} 个字符，太长了：最多 {{most}} 个。',
  'formula-empty': '请写一个关于 x 的公式，例如 (x - 0.3)^2。',
  'formula-deep': '第 {{character}} 个字符处，括号、正负号与乘方的嵌套超过 {{most}} 层。请写得平一些。',
  'formula-end': '公式不完整：末尾缺了点什么。',
  'formula-unclosed': '第 {{character}} 个字符处的括号没有闭合。',
  'formula-unexpected': '第 {{character}} 个字符“{{given}}”不能出现在这里。',
  'formula-comma':
    '第 {{character}} 个字符处的逗号不能出现在这里。逗号只用来分隔函数的参数；小数请用小数点，例如 0.5。',
  'formula-equals':
    '第 {{character}} 个字符处的“=”不能出现在这里。只写函数等于什么即可；要比较两边是否相等，请写 ==。',
  'formula-choice': '第 {{character}} 个字符处的条件式不完整。请写成：条件 ? 值 : 另一个值。',
  'formula-chain': '比较不能连写（第 {{character}} 个字符）。0 < x < 1 请写成 0 < x && x < 1。',
  'formula-times': '第 {{character}} 个字符处缺少运算符。若是相乘，请写 {{given}}。',
  'formula-number': '第 {{character}} 个字符处的数 {{given}} 不完整，或者太大。',
  'formula-name':
    '第 {{character}} 个字符处的“{{given}}”无法识别。变量是 x 和 y，或 x1 到 x6；另有 pi、e 以及 exp、log、sin、abs 等函数。',
  'formula-name-like': '第 {{character}} 个字符处的“{{given}}”无法识别。也许想写的是 {{meant}}。',
  'formula-not-called': '第 {{character}} 个字符处的 {{given}} 是函数，需要括号，例如 {{given}}(x)。',
  'formula-not-function': '第 {{character}} 个字符处的 {{given}} 不是函数。若是相乘，请写 {{given}}*(…)。',
  'formula-arguments':
    '第 {{character}} 个字符处的 {{given}} 需要 {{expected}} 个参数，却给了 {{found}} 个。',
  'formula-variables':
    '第 {{character}} 个字符处的 {{given}} 与 {{other}} 不能混用。请只用 x 和 y，或只用 x1、x2……。',
  'formula-never': '试过的 {{tried}} 个点上，公式都没有有限的值。请检查它的定义域。',
  'formula-abyss': '公式在 {{place}} 处降到 −∞，因此没有最小值。请修改公式，或让定义域避开这里。',
  'space-word':
    '定义域第 {{character}} 个字符处的“{{given}}”无法识别。请先写变量名，再写 linear、log 或 integer，最后写两个数，例如 x log 1e-5 1。',
  'space-range': '{{name}} 的定义域需要两个数：最小值和最大值（第 {{character}} 个字符）。',
  'space-order':
    '定义域第 {{character}} 个字符处的范围 {{lo}} 到 {{hi}} 是空的、太窄或者太宽。请把较小的数写在前面；两端至少相差其大小的十亿分之一，且不小于 10⁻³⁰⁰，并且都在 −10³⁰⁰ 与 10³⁰⁰ 之间（对数刻度：10⁻³⁰⁰ 与 10³⁰⁰ 之间）。',
  'space-log': '对数刻度必须从大于 0 的数开始；定义域第 {{character}} 个字符处却从 {{lo}} 开始。',
  'space-whole': '定义域第 {{character}} 个字符处的 {{given}} 不是整数，而刻度是 integer。',
  'space-integers':
    '定义域第 {{character}} 个字符处的范围包含超过 {{most}} 个整数。请缩小范围，或改为 linear。',
  'space-scales': '同一个变量写了两种刻度，第二种在定义域第 {{character}} 个字符处。',
  'space-twice': '定义域里 {{name}} 出现了两次，第二次在第 {{character}} 个字符处。',
  'space-name': '定义域第 {{character}} 个字符处的“{{given}}”不是变量。变量有 {{known}}。',
  'drawn-lists': '手绘曲线由两个列表组成：位置和高度；这里给了 {{found}} 个。',
  'drawn-length': '每个位置都要有一个高度；现在有 {{places}} 个位置、{{heights}} 个高度。',
  'drawn-few': '手绘曲线至少要有两个节点。',
  'drawn-outside': '位于 {{given}} 的节点不在轴上。位置是沿轴的比例，从 0 到 1。',
  'drawn-order':
    '第 {{knot}} 个节点在 {{given}}，没有排在前一个节点（{{before}}）之后。位置要从左到右，至少相隔 0.0001。',
  'drawn-height': '高度 {{given}} 太大；最多到 {{most}}。',
  'table-columns': '试验表应有一到两列超参数和一列误差；这里给了 {{found}} 列。',
  'table-length': '表中各列长度不等（{{lengths}}）。请让每次试验的数都齐全。',
  'table-few': '试验表至少要有两次试验。',
  'table-constant': '{{name}} 的值全都相同，沿它没有什么可搜索的。请去掉这一列，或给它一个范围。',
  'table-ends':
    '{{name}} 的取值从 {{lo}} 到 {{hi}}，太窄或太宽，无法搜索：两端至少要相差其大小的十亿分之一，且不小于 10⁻³⁰⁰，并且都在 −10³⁰⁰ 与 10³⁰⁰ 之间。请换一个单位。',
  'table-log': '{{name}} 有取值 {{given}}，对数刻度上没有这样的数。请改为 linear。',
  'table-whole': '{{name}} 有取值 {{given}}，不是整数。请改为 linear 或 log。',
  'table-range': '{{name}} 有取值 {{given}}，超出了它的范围 {{lo}} 到 {{hi}}。',
  'table-tall': '误差 {{given}} 太大；最多到 {{most}}。',
  ...readingProblems,
};
