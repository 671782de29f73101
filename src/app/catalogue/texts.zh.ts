/** 问题图录的中文。 */
import type { catalogue as english } from './texts.en.ts';

export const catalogue: typeof english = {
  title: '按图选题',
  search: '搜索问题',
  sizes: '超参数个数',
  facts: '它的性质',
  size: { one: '1 个', two: '2 个', more: '3 个及以上' },
  heading: {
    one: '一个超参数',
    two: '两个超参数',
    more: '三个及更多超参数',
  },
  lesson: {
    valley: '单谷',
    valleys: '多谷',
    interaction: '有交互作用',
    idle: '有不重要的超参数',
    measured: '实测',
    own: '自己的',
  },
  oneValley: '单谷',
  notOneValley: '非单谷',
  found_one: '{{count}} 个问题',
  found_other: '{{count}} 个问题',
  none: '没有这样的问题。',
  all: '显示全部问题',
};
