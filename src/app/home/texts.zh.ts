/** 首页。每个 `end` 都由测试重新运行核对（`stories.test.ts`）。 */
import type { Texts } from '../i18n/spoken.ts';

export const home = {
  stories: {
    rate: {
      name: '神经网络的学习率',
      begin: '每个点都是一次要跑几个小时的训练。谁先找到谷底？',
      end: '各训练十二次：这一回二分法离谷底最近。次次都会这样吗？',
    },
    valleys: {
      name: '两个谷',
      begin: '还是二分法。可要是有两个谷呢？',
      end: '第二次试验，二分法就丢掉了更低的那个谷，最后垫底。',
    },
    knobs: {
      name: '一个不起作用的超参数',
      begin: '两个超参数，九次试验，只有一个超参数起作用。网格还是随机？',
      end: '九次随机试验，试了起作用的那个超参数的九个取值；网格只试了三个。',
    },
    learnt: {
      name: '对曲线的信念',
      begin: '如果用每次试验去学习整条曲线呢？',
      end: '贝叶斯优化离谷底最近：网格在第一次试验前就排定了，它的每个点却由之前的全部试验来选。',
    },
  },
  choose: '故事',
  doors: '接下来去哪里',
  lab: {
    name: '实验室',
    text: '十六种策略解你选的问题，一次一次地看，看每个点为什么这样选。',
  },
  arena: {
    name: '竞技场',
    text: '一次运行说明不了问题。换许多种子、许多问题，哪种策略更好，把握有多大？',
  },
  assumptions: {
    name: '前提',
    text: '二分法要求只有一个谷。改变曲线，或输入自己的函数，看它在哪里失灵。',
  },
  learn: {
    name: '课程',
    text: '每章一个问题：你先下注，再看一次运行来回答。',
  },
  play: {
    name: '游戏',
    text: '你来搜索一张隐藏的地形，再看自己排在各种策略的哪里。',
  },
  teachers: {
    title: '给老师',
    text: '在实验室里，按 P 放大一切，按 H 藏起真实函数让学生先猜，按逗号、句号在关键时刻之间跳转，翻页器逐次推进。不用安装，也不会把任何内容发到别处。一个链接就是整个实验：谁打开，看到的都是同样的试验。',
    open: '在实验室中打开这次运行',
  },
};

/** With what its stories' problems and their axes are called. */
export const texts: Texts = {
  sections: { home },
  objectives: {
    ...import.meta.glob('../i18n/texts/objectives/measured.ts', {
      eager: true,
      import: 'default',
      query: '?texts=zh&only=name,value,dimensions&of=mlp-learning-rate',
    }),
    ...import.meta.glob('../i18n/texts/objectives/textbook-1d.ts', {
      eager: true,
      import: 'default',
      query: '?texts=zh&only=name,value,dimensions&of=double-well,forrester',
    }),
    ...import.meta.glob('../i18n/texts/objectives/textbook-2d.ts', {
      eager: true,
      import: 'default',
      query: '?texts=zh&only=name,value,dimensions&of=important-unimportant',
    }),
  },
};
