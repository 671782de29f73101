/** What a full grid asks for: the bill of a `bill` figure, and of facts. */

export interface Bill {
  /** Levels to the power of knobs. */
  trials: number;
  /** Until the last training is done, with every machine at work. */
  hours: number;
}

/**
 * @param machines that train side by side
 * @param each hours of one training
 */
export function billOf(levels: number, knobs: number, machines: number, each: number): Bill {
  let trials = 1;
  for (let knob = 0; knob < knobs; knob++) trials *= levels;
  return { trials, hours: Math.ceil(trials / machines) * each };
}
