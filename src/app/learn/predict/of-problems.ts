/** Kinds of predictions that make the problem that they are about: they come with the figures. */
import type { Component } from 'svelte';
import Dial from './Dial.svelte';
import type { PredictProps } from './index.ts';
import Plane from './Plane.svelte';
import Point from './Point.svelte';

export const KINDS_OF_PROBLEMS: Readonly<Record<'point' | 'plane' | 'dial', Component<PredictProps>>> = {
  point: Point,
  plane: Plane,
  dial: Dial,
};
