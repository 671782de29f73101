/** Figures of the Arena, by tab, as the files are called in which they are taken along; `all`: none of them alone. */
export const FIGURES: readonly string[] = [
  'all',
  ...['regret', 'final-values', 'ranks', 'wins', 'runtime-profile', 'expected-running-time', 'budget-use'],
  ...['machines', 'regret-against-hours', 'makespans'],
  ...['grid-cost', 'hitting-a-target'],
];
