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
  const made: { steps?: string; dots?: string }[] = [];
  const ways: string[] = ['', '', ''];
  const at = (trial: number) => (made[trial] ??= {});
  const has = (path: PixelPath, trial: number) => trial >= 1 && path.length >= 2 * trial;
  const place = (path: PixelPath, trial: number) => {
    const i = 2 * (trial - 1);
    return `${tenth(path[i])},${tenth(path[i + 1])}`;
  };

  function steps(trial: number): string {
    return (at(trial).steps ??= joined(paths, (path) =>
      trial > 1 && has(path, trial) ? `M${place(path, trial - 1)}L${place(path, trial)}` : '',
    ));
  }
  /** Moves to trials before: each trial’s is that of the one before it, and a step more. */
  function way(trial: number): string {
    for (let t = ways.length; t <= trial; t++) ways[t] = ways[t - 1] + steps(t - 1);
    return ways[Math.max(0, trial)];
  }
  return {
    way,
    steps,
    dots: (trial) =>
      (at(trial).dots ??= joined(paths, (path) => (has(path, trial) ? `M${place(path, trial)}h0` : ''))),
    count: (trial) => paths.reduce((sum, path) => sum + (has(path, trial) ? 1 : 0), 0),
  };
}

function joined(paths: readonly PixelPath[], of: (path: PixelPath) => string): string {
  let all = '';
  for (const path of paths) all += of(path);
  return all;
}
