/** What is said where a reader places trials. */
export const placing = {
  cross: 'Cross-hair of your next trial: arrow keys move it, Enter places the trial',
  knob: '{{name}} of your next trial: arrow keys turn it, Enter places the trial',
  crossKnob: '{{name}}: arrow keys move the cross-hair, Enter turns it there',
  place: 'Place',
  undo: 'Undo',
  hint: 'Your turn: click the picture, or type values.',
  hintKnobs: 'Your turn: click the picture to set one value at a time, or type them; then press Place.',
  result: 'Your trial {{point}}: {{value}}.',
  failed: 'Your trial {{point}} failed.',
  spent: 'The budget is spent.',
  number: '{{name}}: “{{given}}” is not a number. Type one between {{lo}} and {{hi}}.',
  range: '{{name}}: {{given}} is outside its range, {{lo}} to {{hi}}.',
  whole: '{{name}}: {{given}} is not a whole number. Type one between {{lo}} and {{hi}}.',
};
