/** A place that the reader points at in the figure: the prediction that asks for it and the picture know of each other by this. */
export interface Asked {
  /** Which hyperparameter, counted from 0. */
  axis: number;
  /** In unit coordinates; undefined until the reader has pointed. */
  at: number | undefined;
  /** Committed: it is shown, and stays. */
  fixed: boolean;
  point: (unit: number) => void;
}

export class Pointing {
  #asked = $state.raw<Asked | undefined>();

  get asked(): Asked | undefined {
    return this.#asked;
  }
  /** For a prediction while it is at hand. @returns what ends it */
  ask(asked: Asked): () => void {
    this.#asked = asked;
    return () => {
      if (this.#asked === asked) this.#asked = undefined;
    };
  }
}

/** Where the plot of a picture is, in px of the window. */
export interface PlotBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Of a chart's `svg`: its plot is what it clips to. @returns undefined where it has none */
export function plotBoxOf(svg: Element): PlotBox | undefined {
  const rect = svg.querySelector('clipPath rect');
  if (!rect) return undefined;
  const { left, top } = svg.getBoundingClientRect();
  const of = (name: string) => Number(rect.getAttribute(name));
  return { left: left + of('x'), top: top + of('y'), width: of('width'), height: of('height') };
}

/** A place in the window as one on an axis, 0 … 1; undefined beside the plot. */
export function unitAt(
  { left, top, width, height }: PlotBox,
  axis: number,
  x: number,
  y: number,
): number | undefined {
  const [across, up] = [(x - left) / width, 1 - (y - top) / height];
  if (across < 0 || across > 1 || up < 0 || up > 1) return undefined;
  return axis === 0 ? across : up;
}
