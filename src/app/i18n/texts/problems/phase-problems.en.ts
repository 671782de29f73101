/** Why a question cannot be asked: `problems` of the interface. */
export const phaseProblems = {
  'phase-no-dial':
    'The problem {{objective}} has no dial {{dial}} in use. Choose another dial, or change the problem.',
  'phase-same-dial': 'Both axes turn {{dial}}. Choose another dial for one of them.',
  'phase-not-rising':
    '{{dial}} runs from {{lo}} to {{hi}}. The end of the range has to be larger than its start.',
  'phase-limits': '{{dial}} cannot be {{given}}: expected {{expected}}. Change the range.',
  'phase-log':
    '{{dial}} starts at {{given}}, from where no ratio leads upwards. Choose equal steps, or start above 0.',
  'phase-number': 'The number of the field “{{field}}” is {{given}}; expected {{expected}}.',
  'phase-no-strategies': 'No strategy is chosen. Choose at least one.',
  'phase-same-name': 'The name {{given}} is given to two strategies. Change one.',
  'phase-too-many-runs':
    'That makes {{given}} runs ({{cells}} cells × {{strategies}} strategies × {{repeats}} repeats); {{expected}} are the most. Lower the cells first: halving both axes leaves a quarter.',
  'phase-too-many-trials':
    'That makes {{given}} trials; {{expected}} are the most. Lower the budget, the cells or the repeats.',
  'phase-misfit': 'The strategy {{strategy}} cannot start on this problem.',
};
