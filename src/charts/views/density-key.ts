/** What densities are called in the legend. */
import type { Plotting } from '../plot/plotting.svelte.ts';
import { describe } from '../plot/register.svelte.ts';

export interface DensityLabels {
  /** Of what is likely. */
  good: string;
  /** Of what it is compared with. */
  rest?: string | undefined;
}

/** For marks of densities, while they are set up: areas, or contour lines on a plane. */
export function describeDensities(plot: Plotting, labels: () => DensityLabels | undefined): void {
  describe({
    rank: 0,
    legend: () => {
      const named = labels();
      if (!named) return [];
      const kind = plot.kind === 'plane' ? 'line' : 'area';
      return [
        { label: named.good, colour: plot.keyColour, kind },
        ...(named.rest ? [{ label: named.rest, colour: 'var(--ink-2)', kind: 'dash' } as const] : []),
      ];
    },
  });
}
