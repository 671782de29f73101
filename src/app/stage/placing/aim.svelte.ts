import type { PanelContext } from '../panel/context.ts';

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
    this.type(axis, undefined);
  }
  type(axis: number, text: string | undefined): void {
    this.typed = Object.assign([...this.typed], { [axis]: text });
  }
}

const aims = new WeakMap<PanelContext, Aim>();
/** That of a panel. Panels do not know of it: they come with the first picture, and this only where somebody places trials. */
export function aimOf(context: PanelContext): Aim {
  const aim = aims.get(context) ?? new Aim();
  aims.set(context, aim);
  return aim;
}
