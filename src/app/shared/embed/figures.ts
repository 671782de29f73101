/** Figures that can stand alone in a frame of another page, and how each finds its code. */
import { getContext, setContext } from 'svelte';
import type { Address } from '../../address/address.svelte.ts';
import { FIGURES } from '../../address/figures.ts';
import type { PageOptions } from '../../address/options.ts';

export interface Figures {
  readonly address: Address;
  /** The only one that is shown; empty: all are. */
  readonly only: string;
  /** What the frame's address says besides the figure; undefined where a link cannot say it. */
  saidOf(figure: string): Partial<PageOptions> | undefined;
}
const KEY = Symbol();

export const provideFigures = (figures: Figures): Figures => setContext(KEY, figures);
export const useFigures = (): Figures | undefined => getContext<Figures | undefined>(KEY);

/** Names that `figure` takes are those of the files in which figures are taken along. */
export const isFramed = (fileName: string): boolean => fileName !== '' && FIGURES.includes(fileName);
