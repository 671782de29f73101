/** Where the reader’s next trial of three and more hyperparameters stands: what its picture and the fields under it share. */
export interface Aim {
  /** By hyperparameter, in its values; what nobody has set is undefined. */
  at: (number | undefined)[];
  /** As it is being typed; undefined where it says what {@link at} does. */
  typed: (string | undefined)[];
  /** There is a button that places it. */
  placeable?: boolean;
}

/** A picture turns a knob: what was typed of it is overtaken. */
export function turn(aim: Aim, axis: number, value: number): void {
  aim.at[axis] = value;
  aim.typed[axis] = undefined;
}
