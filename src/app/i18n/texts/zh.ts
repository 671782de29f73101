import type { en } from './en.ts';
import type { SameKeys } from './types.ts';

import { curse } from '../../arena/dimensions/texts.zh.ts';
import { hours } from '../../arena/hours/texts.zh.ts';
import { arena } from '../../arena/texts.zh.ts';
import { fatal } from '../../assumptions/fatal/texts.zh.ts';
import { catalogue } from '../../catalogue/texts.zh.ts';
import { phase } from '../../assumptions/phase/texts.zh.ts';
import { assumptions } from '../../assumptions/texts.zh.ts';
import { own } from '../../own/texts.zh.ts';
import { help } from '../../shell/help.zh.ts';
import * as lab from '../../lab/texts.zh.ts';
import { stage } from '../../stage/texts.zh.ts';
import * as messages from './messages.zh.ts';
import * as moments from './moments.zh.ts';

export const zh: SameKeys<typeof en> = {
  app: {
    name: '逐次试验',
    skip: '跳到各策略面板',
  },
  arena,
  curse,
  hours,
  fatal,
  phase,
  assumptions,
  own,
  catalogue,
  stage,
  ...lab,
  ...messages,
  ...moments,
  header: {
    pages: '页面',
    lab: '实验室',
    arena: '竞技场',
    assumptions: '前提',
    language: '语言',
    theme: '外观',
    themeAuto: '跟随系统',
    themeLight: '浅色',
    themeDark: '深色',
    themeProjector: '投影',
    presenter: '演示模式',
    presenterHint: '放大文字和图形，适合课堂投影',
    help: '帮助',
    menu: '菜单',
  },
  help,
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
    moreRows: '显示全部 {{count}} 行',
  },
  crash: {
    title: '页面无法显示',
    text: '你的设置都保存在网址里。可以回到之前的内容、重试，或从默认实验开始；打开别的网址也会离开这个画面。',
    before: '回到之前的内容',
    retry: '重试',
    restart: '默认实验',
  },
};
