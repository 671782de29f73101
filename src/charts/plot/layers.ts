/** What lies over what in a plot. A mark says where it belongs; the order of the marks in the source does not matter. */
export const PAPER = ['paper'] as const;
export const UNDER_AXES = ['ground', 'contours'] as const;
export const OVER_AXES = [
  'belief',
  'truth',
  'cut',
  'optimum',
  'state',
  'drop',
  'pretended',
  'trials',
  'note',
] as const;

/**
 * `paper`: HTML under the drawing. `ground`: areas and hairlines under the grid.
 * `contours`: of what is likely; where there are such, the map has none. `belief`: what a strategy believes of the
 * function. `cut`: the edges of what is left. `state`: what a strategy follows. `drop`: from a trial to the axis.
 * `pretended`: values that nobody has measured. `trials`: what was tried. `note`: what is said on top of all.
 */
export type Layer = (typeof PAPER)[number] | (typeof UNDER_AXES)[number] | (typeof OVER_AXES)[number];
