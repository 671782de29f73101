/** Coordinates: in the unit cube, or as hyperparameter values. */
export type Point = readonly number[];
