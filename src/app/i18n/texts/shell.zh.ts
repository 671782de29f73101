import type { shell as english } from './shell.en.ts';
import type { SameKeys } from './types.ts';
import * as lab from '../../lab/texts.zh.ts';
import { stage } from '../../stage/texts.zh.ts';
import { error, notices } from './messages.zh.ts';

export const shell: SameKeys<typeof english> = {
  app: {
    name: '逐次试验',
    skip: '跳到各策略面板',
    loading: '正在打开……',
  },
  // Of rooms whose own texts come with them: what is said before they are there.
  arena: {
    lead: '单次运行只是个例。这里让每种策略在许多问题上、以相同预算反复运行。',
  },
  assumptions: {
    lead: '二分搜索的前提是什么，什么会打破它。',
  },
  learn: {
    lead: '一门七章的课程：训练之前，怎样选超参数。',
  },
  play: {
    lead: '你来搜索，再看各种策略会怎样搜。',
  },
  class: {
    lead: '全班玩同一个挑战，一起看大家怎样搜。',
  },
  home: {
    lead: '看超参数搜索怎样花掉每一次试验。',
  },
  own: {
    stays: '仍在使用上一个可用的函数；你输入的内容保留在这里。',
  },
  ...lab,
  stage,
  error,
  notices,
  header: {
    pages: '页面',
    lab: '实验室',
    arena: '竞技场',
    assumptions: '前提',
    learn: '课程',
    play: '游戏',
    menu: '菜单',
  },
  chart: {
    trial: '试验',
    optimum: '真实最优点',
    trueValue: '真实值',
    mean: '后验均值',
    band: '± 2σ',
    paths: '后验样本',
    bracket: '当前区间',
    ladder: '历次区间',
    lattice: '网格取值',
    step: '步长',
    varied: '正在改动的点',
    strata: '分层，试过的已填色',
    simplex: '单纯形',
    simplexBest: '最好的顶点',
    normal: '采样分布，均值 ± σ',
    oneSigma: '采样分布，1σ',
    twoSigma: '2σ',
    densities: '好点与其余各点的密度；▼ 为选中处',
    densityGood: 'l：好的试验',
    densityRest: 'g：其余试验',
    ratio: 'ln l − ln g：更像好试验的程度',
    fantasy: '假想值',
    fantasyOf: '第 {{trial}} 次试验尚在进行，暂按 {{value}} 计',
    beyond: '超出图的范围：数值见提示和表格',
    batch: '同一批',
    table: '图表数据',
    rows: {
      said: '第 {{from}} 至 {{to}} 行，共 {{count}} 行',
      before: '前面的行',
      after: '后面的行',
    },
    acquisition: {
      ei: '期望改进',
      'log-ei': '对数期望改进',
      pi: '改进概率',
      lcb: '置信下界',
      lcb_maximise: '置信上界（UCB）',
      thompson: '汤普森样本',
    },
    curveTitle: '{{name}}，{{problem}}，第 {{trial}} 次试验',
  },
  figure: {
    legend: '图例；点按一项可隐藏或显示',
    download: '将“{{title}}”下载为 {{format}}',
    failed: '文件无法生成：{{detail}}。请换一种格式。',
  },
  crash: {
    title: '页面无法显示',
    text: '你的设置都保存在网址里。可以回到之前的内容、重试，或从默认实验开始；打开别的网址也会离开这个画面。',
    before: '回到之前的内容',
    retry: '重试',
    restart: '默认实验',
  },
};
