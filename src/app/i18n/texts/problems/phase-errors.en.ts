/** What went wrong while computing: `error` of the interface. */
export const phaseErrors = {
  'phase-run': 'Runs of {{strategy}} could not be made; the others go on.',
};
