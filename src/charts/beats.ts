/**
 * The three beats of a trial while it is shown: where it will be is decided, it is measured, and then what follows of it
 * changes. Marks that have come by a jump of the clock, or for whom nothing may move, stand at once.
 */
import { getContext, setContext, untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';

export interface Beats {
  /** @returns ms that what comes just now has for its three beats; 0: none. Not reactive */
  ofNew: () => number;
}

/** Shares of a trial's time at which it is measured, has been, and all has changed. */
export const MEASURED = [0.25, 0.5, 0.9] as const;

const KEY = Symbol('beats');
const STILL: Beats = { ofNew: () => 0 };
export const keepBeats = (beats: Beats): Beats => setContext(KEY, beats);
export const heedBeats = (): Beats => getContext<Beats | undefined>(KEY) ?? STILL;

type Frames = (Keyframe & { offset: number })[];

const [AIMED, LANDED, OVER] = MEASURED;

/** @param frames over the whole of a trial's time; @returns of an element that has just come: plays them once */
const once =
  (beats: Beats, frames: () => Frames): Attachment<SVGElement> =>
  (node) =>
    untrack(() => {
      const duration = beats.ofNew();
      if (duration > 0) node.animate(frames(), { duration });
    });

/** A mark that falls onto a curve from so many px above its place; upon a map, seen from above: comes down on it. */
export const landing = (beats: Beats, px: () => number | 'map'): Attachment<SVGElement> =>
  once(beats, () => {
    const above = px();
    const transform = above === 'map' ? 'scale(3)' : `translateY(${-above}px)`;
    return [
      { offset: 0, opacity: 0, transform },
      { offset: AIMED, opacity: 0, transform, easing: 'ease-in' },
      { offset: LANDED, opacity: 1, transform: 'none' },
      { offset: 1, opacity: 1, transform: 'none' },
    ];
  });

/** What tells where the point will be, and goes when it is there. */
export const aiming = (beats: Beats): Attachment<SVGElement> =>
  once(beats, () => [
    { offset: 0, opacity: 0 },
    { offset: AIMED * 0.6, opacity: 1 },
    { offset: LANDED, opacity: 1 },
    { offset: OVER, opacity: 0 },
    { offset: 1, opacity: 0 },
  ]);

const unrolling = (beats: Beats, from: number, to: number): Attachment<SVGElement> =>
  once(beats, () => [
    { offset: 0, opacity: 0, transform: 'scaleX(0)' },
    { offset: from, opacity: 1, transform: 'scaleX(0)', easing: 'ease-out' },
    { offset: to, opacity: 1, transform: 'none' },
    { offset: 1, opacity: 1, transform: 'none' },
  ]);

/** A trial that is a line through all axes, drawn from the first to its value. `transform-origin` is its left end. */
export const drawing = (beats: Beats): Attachment<SVGElement> => unrolling(beats, 0, LANDED);
/** What comes of a measurement. */
export const following = (beats: Beats): Attachment<SVGElement> => unrolling(beats, LANDED, OVER);
