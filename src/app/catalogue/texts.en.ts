/** The catalogue of problems in English. */
export const catalogue = {
  title: 'Problems by picture',
  search: 'Search problems',
  sizes: 'Number of hyperparameters',
  facts: 'What is true of it',
  size: { one: '1 knob', two: '2 knobs', more: '3 and more' },
  heading: {
    one: 'One hyperparameter',
    two: 'Two hyperparameters',
    more: 'Three and more hyperparameters',
  },
  lesson: {
    valley: 'One valley',
    valleys: 'Several valleys',
    interaction: 'Knobs that interact',
    idle: 'Unimportant knobs',
    measured: 'Measured',
    own: 'Your own',
  },
  oneValley: 'one valley',
  notOneValley: 'not one valley',
  found_one: '{{count}} problem',
  found_other: '{{count}} problems',
  none: 'No problem is like that.',
  all: 'Show all problems',
};
