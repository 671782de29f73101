import type { MakerRules } from './maker.ts';

export const hiplot: MakerRules = {
  id: 'hiplot',
  name: 'HiPlot',
  recognise(names) {
    if (names.datapoints) return ['datapoints'];
    return names.has('uid') && names.has('from_uid') ? ['uid', 'from_uid'] : undefined;
  },
  hint: (name) => (name === 'uid' || name === 'from_uid' ? 'note' : undefined),
};
