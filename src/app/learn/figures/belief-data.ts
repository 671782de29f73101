/** What a `belief` figure draws, in the values of its knob. */
import type { AcquisitionCurve, Axis, Band, Curve } from '#charts/types.ts';
import { drawnFunction } from '#core/surrogate/sample-path.ts';
import {
  believedAt,
  betOf,
  CURVE,
  LENGTHSCALES,
  likelihoodAt,
  places,
  processOf,
  unitOf,
  valueOf,
  type Believed,
  type Held,
  type Seen,
  type Stated,
} from '../../../learn/belief.ts';
import type { BeliefFigure, BetKind } from '../../../learn/figures.ts';

/** Points of a drawn function: each costs hundreds of cosines. */
const DRAWN = 81;

export interface BeliefPicture {
  axis: Axis;
  /** A value of the knob as a place from 0 to 1. */
  unit: (x: number) => number;
  band: Band;
  paths: Curve[];
  truth: Curve | null;
  seen: { x: number; y: number }[];
  there: (Believed & { x: number }) | undefined;
  bets: (Omit<AcquisitionCurve, 'label'> & { id: BetKind })[];
}

export function beliefPicture(figure: BeliefFigure, stated: Stated, held: Held): BeliefPicture {
  const { dimension, mean, scale } = stated;
  const x = (u: number) => valueOf(stated, u);
  const { gp, y } = processOf(stated, held);
  const own = (value: number) => mean + scale * value;
  const curve = places(CURVE);
  const believed = gp.predict(curve);
  const drawn = places(DRAWN);
  return {
    axis: {
      label: dimension.id,
      scale: dimension.scale,
      lo: dimension.lo,
      hi: dimension.hi,
      integer: dimension.kind === 'integer',
    },
    unit: (value) => unitOf(stated, value),
    band: { x: curve.map(x), mean: believed.mean.map(own), sd: believed.sd.map((sd) => scale * sd) },
    paths: Array.from({ length: figure.draws }, (_, i) => {
      const path = drawnFunction(gp, y, 100 * held.seed + i);
      return { x: drawn.map(x), y: drawn.map((u) => own(path([u]))) };
    }),
    truth: stated.truth && { x: curve.map(x), y: curve.map(stated.truth) },
    seen: held.seen.map((one) => ({ x: x(one.u), y: one.y })),
    there: figure.at === undefined ? undefined : { x: x(held.at), ...believedAt(stated, held, held.at) },
    bets: figure.bets.map((kind) => {
      const { merits, u } = betOf(stated, held, kind);
      return { id: kind, x: places(merits.length).map(x), y: merits, argmax: x(u) };
    }),
  };
}

/** Nats below the top that are still drawn: what is further down is out of the question. */
const DEPTH = 16;

export interface LikelihoodCurve {
  curve: Curve;
  domain: [number, number];
  /** At the lengthscale that is held. */
  here: number;
}
export function likelihoodCurve(stated: Stated, held: Held): LikelihoodCurve {
  const y = LENGTHSCALES.map((lengthscale) => likelihoodAt(stated, held, lengthscale));
  const top = Math.max(...y);
  return {
    curve: { x: LENGTHSCALES, y },
    domain: [top - DEPTH, top + 1],
    here: likelihoodAt(stated, held, held.lengthscale),
  };
}

/** Where least is known, and what is believed there: a place for another observation. */
export function widest(stated: Stated, held: Held): Seen {
  const points = places(CURVE);
  const { sd } = processOf(stated, held).gp.predict(points);
  // Ends are always far from everything: a bit inside them.
  let at = (CURVE - 1) / 2;
  for (let i = 12; i < CURVE - 12; i++) if (sd[i] > sd[at] + 1e-9) at = i;
  return { u: points[at], y: believedAt(stated, held, points[at]).mean };
}
