/** What is said where a reader places trials. */
export const placing = {
  cross: 'Cross-hair of your next trial: arrow keys move it, Enter places the trial',
  place: 'Place',
  undo: 'Undo',
  hint: 'Your turn: click the picture, or type values.',
  result: 'Your trial {{point}}: {{value}}.',
  failed: 'Your trial {{point}} failed.',
  spent: 'The budget is spent.',
  number: '{{name}}: “{{given}}” is not a number. Type one between {{lo}} and {{hi}}.',
  range: '{{name}}: {{given}} is outside its range, {{lo}} to {{hi}}.',
  whole: '{{name}}: {{given}} is not a whole number. Type one between {{lo}} and {{hi}}.',
};
