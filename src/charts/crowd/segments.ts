/** Paths of a crowd as SVG path data, trial by trial: made once, when a trial is first asked for. */

/** Of one of the crowd, x and y by turns: its places in px, first to last. */
export type PixelPath = ArrayLike<number>;

export interface Segments {
  /** All moves before the trial, as one line of many. */
  way: (trial: number) => string;
  /** The moves to the trial. */
  steps: (trial: number) => string;
  /** Places at the trial, as lines of no length. */
  dots: (trial: number) => string;
  /** How many have made the trial. */
  count: (trial: number) => number;
}

const tenth = (value: number) => Math.round(value * 10) / 10;

/** @param paths trials count from 1; at 0 there is nothing */
export function segmentsOf(paths: readonly PixelPath[]): Segments {
  const made: { places?: string[]; steps?: string; dots?: string }[] = [];
  const ways: string[] = ['', '', ''];
  const at = (trial: number) => (made[trial] ??= {});
  const has = (path: PixelPath, trial: number) => trial >= 1 && path.length >= 2 * trial;

  /** Of each path its place, written once: the move there, the one from there and the dot have it. Empty where there is none. */
  const places = (trial: number): string[] =>
    (at(trial).places ??= paths.map((path) =>
      has(path, trial) ? `${tenth(path[2 * trial - 2])},${tenth(path[2 * trial - 1])}` : '',
    ));

  function steps(trial: number): string {
    const known = at(trial).steps;
    if (known !== undefined) return known;
    let all = '';
    if (trial > 1) {
      const from = places(trial - 1);
      places(trial).forEach((to, i) => {
        if (to !== '') all += `M${from[i]}L${to}`;
      });
    }
    return (at(trial).steps = all);
  }
  /** Moves to trials before: each trial’s is that of the one before it, and a step more. */
  function way(trial: number): string {
    for (let t = ways.length; t <= trial; t++) ways[t] = ways[t - 1] + steps(t - 1);
    return ways[Math.max(0, trial)];
  }
  function dots(trial: number): string {
    const known = at(trial).dots;
    if (known !== undefined) return known;
    let all = '';
    for (const place of places(trial)) if (place !== '') all += `M${place}h0`;
    return (at(trial).dots = all);
  }
  return {
    ...{ way, steps, dots },
    count: (trial) => paths.reduce((sum, path) => sum + (has(path, trial) ? 1 : 0), 0),
  };
}
