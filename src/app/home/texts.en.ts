/** The front door. Every `end` is checked by running its story (`stories.test.ts`). */
import type { Texts } from '../i18n/spoken.ts';

export const home = {
  stories: {
    rate: {
      name: 'The learning rate of a network',
      begin: 'Each point is one training run of hours. Who finds the valley first?',
      end: 'Twelve runs each: binary search came nearest this time. Would it always?',
    },
    valleys: {
      name: 'Two valleys',
      begin: 'Binary search again. But what if there are two valleys?',
      end: 'At its second trial binary search threw the lower valley away, and ended last.',
    },
    knobs: {
      name: 'A knob that does not matter',
      begin: 'Two knobs, nine trials, and only one of the knobs matters. Grid or random?',
      end: 'Nine random trials try nine values of the knob that matters; the grid tries three.',
    },
    learnt: {
      name: 'A belief about the curve',
      begin: 'And if every trial is used to learn the whole curve?',
      end: 'Bayesian search came nearest: the grid was planned before the first trial, its points were chosen by all trials before.',
    },
  },
  choose: 'Stories',
  doors: 'Where to go from here',
  lab: {
    name: 'Lab',
    text: 'Sixteen strategies on a problem of your choice, trial by trial, with the reason for every point.',
  },
  arena: {
    name: 'Arena',
    text: 'One run is an anecdote. Which strategy wins over many seeds and problems, and how surely?',
  },
  assumptions: {
    name: 'Assumptions',
    text: 'Binary search needs one valley. Bend the curve, or enter your own, and see where it fails.',
  },
  learn: {
    name: 'Learn',
    text: 'A course: one question a chapter, your bet, and the run that answers it.',
  },
  play: {
    name: 'Play',
    text: 'You search a hidden landscape, and see where you stand beside the strategies.',
  },
  teachers: {
    title: 'For teachers',
    text: 'In the Lab, P makes everything larger, H hides the truth so that the class can bet, a comma and a full stop go from moment to moment, and a presentation remote steps the trials. Nothing has to be installed, nothing is sent anywhere. A link holds the whole experiment: everybody who opens it sees the same trials.',
    open: 'Open this run in the Lab',
  },
};

/** With what its stories' problems and their axes are called. */
export const texts: Texts = {
  sections: { home },
  objectives: {
    ...import.meta.glob('../i18n/texts/objectives/measured.ts', {
      eager: true,
      import: 'default',
      query: '?texts=en&only=name,value,dimensions&of=mlp-learning-rate',
    }),
    ...import.meta.glob('../i18n/texts/objectives/textbook-1d.ts', {
      eager: true,
      import: 'default',
      query: '?texts=en&only=name,value,dimensions&of=double-well,forrester',
    }),
    ...import.meta.glob('../i18n/texts/objectives/textbook-2d.ts', {
      eager: true,
      import: 'default',
      query: '?texts=en&only=name,value,dimensions&of=important-unimportant',
    }),
  },
};
