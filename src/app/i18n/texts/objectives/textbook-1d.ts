import type { ObjectiveTexts } from '../types.ts';

const X = { x: 'x' };
const MINIMUM_EN = { label: 'Minimum at', help: 'Where the lowest point lies.' };
const MINIMUM_ZH = { label: '最小值位置', help: '曲线最低点所在的位置。' };

export default {
  morph: {
    en: {
      name: 'Morphing bowl',
      about:
        'A perfect bowl with a dial for everything that error curves do: ripples, a plateau, a cliff, a second valley, lopsidedness, heavy tails. With all dials at 0 binary search is never wrong. Turn one up and watch which of them it minds: not how steep, skewed or broken the curve is, only whether it has one valley and no level stretch on the way down.',
      value: 'f(x)',
      params: {
        minimum: MINIMUM_EN,
        ripple: { label: 'Ripple', help: 'Amplitude of a wave laid over the bowl; 0 at the minimum itself.' },
        frequency: { label: 'Waves per unit' },
        skew: {
          label: 'Skew',
          help: 'Above 0 the right side is steeper than the left, below 0 the left one. One valley stays one valley.',
        },
        plateau: {
          label: 'Plateau',
          help: 'Length of a level stretch on the way down, on both sides: comparisons there tie exactly.',
        },
        height: { label: 'Height of the plateau', help: 'The value at which the bowl rests.' },
        cliff: { label: 'Cliff', help: 'How far the error jumps up, on the right.' },
        edge: { label: 'Distance to the cliff', help: 'How far right of the minimum it stands.' },
        valley: {
          label: 'Second valley',
          help: 'Its depth relative to the first: below 1 shallower, at 1 equally deep, above 1 deeper, and then the minimum lies there.',
        },
        distance: {
          label: 'Distance of the valley',
          help: 'How far right of the first; past the right end it comes in on the left.',
        },
        tails: { label: 'Heavy tails', help: 'How much the bowl flattens out far from the minimum.' },
      },
      dimensions: X,
    },
    zh: {
      name: '变形碗',
      about:
        '一个完美的碗形，外加一排旋钮，误差曲线可能有的毛病各占一个：波纹、平台、悬崖、第二个谷、左右不对称、重尾。旋钮全为 0 时，二分搜索从不出错。逐个调大，看它究竟怕什么：不怕陡、不怕偏、不怕断，只怕谷不止一个，或下坡途中有一段完全水平。',
      source:
        '自拟的函数族：f = [(1 + τ) q / (1 + τ q) + a (1 − cos 2πkr)] · [1 − d W(x)] + 悬崖，q = 4 (1 ± s) r²，r = |x − m|，在平台上保持不变',
      value: 'f(x)',
      params: {
        minimum: MINIMUM_ZH,
        ripple: { label: '波纹', help: '叠加在碗上的波的振幅；在最低点处为 0。' },
        frequency: { label: '单位长度内的波数' },
        skew: { label: '偏斜', help: '大于 0 时右侧比左侧陡，小于 0 时左侧更陡。谷仍然只有一个。' },
        plateau: { label: '平台', help: '左右两侧下坡途中水平段的长度：在那里比较两点，结果完全相等。' },
        height: { label: '平台高度', help: '曲线在哪个函数值处停住不降。' },
        cliff: { label: '悬崖', help: '误差在右侧突然升高多少。' },
        edge: { label: '到悬崖的距离', help: '悬崖在最低点右边多远处。' },
        valley: {
          label: '第二个谷',
          help: '相对于第一个谷的深度：小于 1 较浅，等于 1 一样深，大于 1 更深，这时最小值就在那里。',
        },
        distance: { label: '两谷距离', help: '第二个谷在第一个谷右边多远处；超出右端后从左端进入。' },
        tails: { label: '重尾', help: '远离最低点处，碗壁变平的程度。' },
      },
      dimensions: X,
    },
  },
  quadratic: {
    en: {
      name: 'Quadratic',
      about:
        'A smooth, symmetric bowl: what people picture when they say that the error is convex. Every comparison of two probes points the right way, so interval methods are at their best here.',
      value: 'f(x)',
      params: { minimum: MINIMUM_EN },
      dimensions: X,
    },
    zh: {
      name: '二次函数',
      about:
        '光滑、对称的碗形，也就是人们说“误差是凸的”时心里想的样子。任取两点比较，指出的方向总是对的，区间类方法在这里最能发挥所长。',
      value: 'f(x)',
      params: { minimum: MINIMUM_ZH },
      dimensions: X,
    },
  },
  'absolute-value': {
    en: {
      name: 'Absolute value',
      about:
        'Convex, with a kink where the minimum lies. Methods that only compare two values do not mind; a Gaussian process with a smooth kernel rounds the kink off.',
      value: 'f(x)',
      params: { minimum: MINIMUM_EN },
      dimensions: X,
    },
    zh: {
      name: '绝对值函数',
      about: '凸函数，但最低点处有一个尖角。只比较大小的方法不受影响；使用光滑核的高斯过程则会把尖角磨圆。',
      value: 'f(x)',
      params: { minimum: MINIMUM_ZH },
      dimensions: X,
    },
  },
  'skewed-u': {
    en: {
      name: 'Skewed U',
      about:
        'Convex but lopsided: gentle on the left, steep on the right, like a learning rate that is merely slow when too small and ruinous when too large. One valley is all that interval methods need; symmetry is not.',
      value: 'f(x)',
      params: {
        minimum: MINIMUM_EN,
        skew: { label: 'Skew', help: 'How much steeper the right side is than the left.' },
      },
      dimensions: X,
    },
    zh: {
      name: '偏斜的 U 形',
      about:
        '凸，但左右不对称：左边平缓，右边陡峭。学习率往往如此：太小只是慢，太大却会毁掉训练。区间类方法只要求“只有一个谷”，并不要求对称。',
      source: 'LINEX 损失，Varian (1975)：f(x) = (eˢᵗ − st − 1) / s²，t = x − m',
      value: 'f(x)',
      params: {
        minimum: MINIMUM_ZH,
        skew: { label: '偏斜程度', help: '右侧比左侧陡多少。' },
      },
      dimensions: X,
    },
  },
  'flat-bottom': {
    en: {
      name: 'Flat bottom',
      about:
        'A valley with a level floor: a whole range of settings is equally good. Two probes on the floor tie and tell nothing about direction, yet nothing is lost either: every point there is optimal.',
      value: 'f(x)',
      params: {
        minimum: { label: 'Middle of the floor' },
        width: { label: 'Width of the floor', help: 'At 0 it is an ordinary quadratic.' },
      },
      dimensions: X,
    },
    zh: {
      name: '平底谷',
      about:
        '谷底是平的：一整段取值同样好。两个试探点都落在谷底时不分高下，看不出该往哪边走；好在也没有损失，因为谷底处处最优。',
      value: 'f(x)',
      params: {
        minimum: { label: '谷底中点' },
        width: { label: '谷底宽度', help: '取 0 时就是普通的二次函数。' },
      },
      dimensions: X,
    },
  },
  cliff: {
    en: {
      name: 'Cliff',
      about:
        'The error falls gently, and just past the best setting training diverges and the error jumps. One valley, so comparisons still point the right way; but a smooth model has to explain a jump, and an unlucky step falls off the edge.',
      value: 'f(x)',
      params: {
        edge: { label: 'Edge of the cliff', help: 'Beyond this value training diverges.' },
        margin: { label: 'Distance to the edge', help: 'How far before the edge the best setting lies.' },
      },
      dimensions: X,
    },
    zh: {
      name: '悬崖',
      about:
        '误差缓缓下降，可刚过最优值，训练便发散，误差骤升。谷仍只有一个，所以比较两点得到的方向是对的；但光滑的模型难以解释这一跳，步子稍大就会掉下悬崖。',
      source: 'f(x) = 0.2 + 1.4 (x − m)²（边缘之前），0.95 + 0.1 (x − 边缘)（边缘之后）；m = 边缘 − 距离',
      value: 'f(x)',
      params: {
        edge: { label: '悬崖边缘', help: '超过此值，训练就会发散。' },
        margin: { label: '与边缘的距离', help: '最优值在边缘之前多远处。' },
      },
      dimensions: X,
    },
  },
  'double-well': {
    en: {
      name: 'Double well',
      about:
        'Two valleys, one deeper than the other. Two probes can agree that the wrong side is better; whatever then discards an interval may discard the optimum, and no later trial brings it back.',
      value: 'f(x)',
      params: {
        tilt: {
          label: 'Tilt',
          help: 'Above 0 the left well is the deeper one, below 0 the right; at 0 both are equally deep.',
        },
      },
      dimensions: X,
    },
    zh: {
      name: '双井',
      about:
        '有两个谷，一深一浅。两个试探点可能一致地指向错误的一侧；此时若舍弃区间，就可能把最优点一并丢掉，之后再多试验也找不回来。',
      source: 'f(x) = (x² − 1)² + 倾斜 · x',
      value: 'f(x)',
      params: {
        tilt: { label: '倾斜', help: '大于 0 时左边的井更深，小于 0 时右边更深；等于 0 时一样深。' },
      },
      dimensions: X,
    },
  },
  forrester: {
    en: {
      name: 'Forrester',
      about:
        'The standard first example of Bayesian optimisation: a shallow local minimum on the left and a deep, narrow one on the right. A model finds the deep valley from a handful of trials; interval methods depend on where their first probes fall.',
      value: 'f(x)',
      params: {},
      dimensions: X,
    },
    zh: {
      name: 'Forrester 函数',
      about:
        '贝叶斯优化最常用的入门例子：左边有一个浅的局部极小，右边有一个又深又窄的全局最小。有了模型，寥寥几次试验就能找到深谷；区间类方法则要看最初几个试探点落在哪里。',
      value: 'f(x)',
      params: {},
      dimensions: X,
    },
  },
  'rippled-bowl': {
    en: {
      name: 'Rippled bowl',
      about:
        'A bowl with waves on it. While the ripple is small there is one valley; past a certain height it breaks into many, and comparing two close probes measures the ripple instead of the bowl.',
      value: 'f(x)',
      params: {
        minimum: MINIMUM_EN,
        ripple: { label: 'Ripple height', help: 'Amplitude of the waves; 0 is a plain bowl.' },
        frequency: { label: 'Ripple frequency', help: 'Waves across the range.' },
      },
      dimensions: X,
    },
    zh: {
      name: '带波纹的碗',
      about:
        '碗形曲线上叠加了波纹。波纹小的时候仍只有一个谷；超过某个高度，就裂成许多小谷，这时比较相邻两点，量到的是波纹而不是碗。',
      source: 'f(x) = 4 t² + a (1 − cos 2πkt)，t = x − m；a < 8 · 4.6033… / (2πk)² 时只有一个谷',
      value: 'f(x)',
      params: {
        minimum: MINIMUM_ZH,
        ripple: { label: '波纹高度', help: '波纹的振幅；取 0 就是光滑的碗。' },
        frequency: { label: '波纹频率', help: '整个取值范围内有几个波。' },
      },
      dimensions: X,
    },
  },
  'face-detector': {
    en: {
      name: 'Loss weight of a face detector',
      about:
        'A model, not a measurement: a detector with three heads, trained with L = L_cls + α (L_box + L_landmark). They share the gradient in the ratio 1 : α : α, so too small an α starves boxes and landmarks, too large an α starves classification. A detector below the minimum recall cannot be used and counts as 0.3 worse. One would start at 0.5, the weight in the first two networks of MTCNN.',
      value: 'validation error (+ 0.3 below minimum recall)',
      params: {
        recall: {
          label: 'Minimum recall',
          help: 'The constraint: beyond some α it is broken, and the error jumps. At 0.9 it jumps where it rises anyway, and there is one valley; from 0.915 on it jumps on the way down, and the best permitted α lies at the edge.',
        },
      },
      dimensions: { alpha: 'α, loss weight' },
    },
    zh: {
      name: '人脸检测器的损失权重',
      about:
        '这是一个模型，不是实测数据：检测器有三个头，训练损失为 L = L_cls + α (L_box + L_landmark)。三者按 1 : α : α 分享梯度：α 太小，边框与关键点学不好；太大，分类学不好。召回率低于下限的检测器不能用，其误差加 0.3。通常先试 0.5，即 MTCNN 前两个网络所用的权重。',
      source:
        '自拟的模型，损失 L = L_cls + α (L_box + L_landmark) 取自 MTCNN（Zhang, Zhang, Li & Qiao 2016, IEEE Signal Processing Letters 23(10)）',
      value: '验证误差（召回率不达标时加 0.3）',
      params: {
        recall: {
          label: '召回率下限',
          help: '这是约束：α 超过某个值就不达标，误差突然升高。取 0.9 时，突升处误差本来就在上升，谷仍只有一个；从 0.915 起，突升出现在下降途中，允许范围内最好的 α 恰好在边界上。',
        },
      },
      dimensions: { alpha: 'α（损失权重）' },
    },
  },
} satisfies ObjectiveTexts;
