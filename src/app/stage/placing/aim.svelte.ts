/** Where the reader’s next trial of three and more hyperparameters stands: what its picture and the fields under it share. */
export class Aim {
  /** By hyperparameter, in its values; what nobody has set is undefined. */
  at = $state.raw<readonly (number | undefined)[]>([]);
  /** As it is being typed; undefined where it says what {@link at} does. */
  typed = $state.raw<readonly (string | undefined)[]>([]);
  /** There is a button that places it. */
  placeable = $state(false);

  /** A picture turns a knob: what was typed of it is overtaken. */
  turn(axis: number, value: number): void {
    this.at = Object.assign([...this.at], { [axis]: value });
    this.typed = Object.assign([...this.typed], { [axis]: undefined });
  }
}
