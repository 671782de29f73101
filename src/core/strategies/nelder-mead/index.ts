/**
 * The simplex method of Nelder and Mead (1965), with the decisions and tie-breaking rules of Lagarias et al. (1998):
 * d + 1 points; the worst is reflected through the centroid of the others, further out if that is a new best,
 * less far or inwards if it is no good, and if nothing helps, all move towards the best one.
 *
 * The box: a move that leaves it goes to the nearest point inside (as in SciPy). Where that is a vertex already,
 * which would flatten the simplex for ever, the move counts as failed and costs no trial; so it does where rounding
 * integers leads to a vertex.
 *
 * A simplex that is smaller than `tolerance`, or whose vertices all have the same value, has nothing more to tell:
 * the search starts anew from a random point (cf. Luersen & Le Riche 2004, Globalized Nelder–Mead).
 */
import { sayable, telling } from '../binary/wording.ts';
import { bestOf } from '../given.ts';
import type { Dimension } from '../../space.ts';
import { toValue } from '../../space.ts';
import {
  say,
  type Message,
  type Outcome,
  type Proposal,
  type Search,
  type SimplexView,
  type Strategy,
} from '../../types.ts';
import {
  between,
  centroid,
  coefficientsFor,
  extent,
  ordered,
  rightAngled,
  vertexAt,
  type Coefficients,
  type Vertex,
} from './simplex.ts';

export const nelderMead: Strategy = {
  id: 'nelder-mead',
  params: {
    /** Edge of the first simplex, as a share of each range. */
    size: { kind: 'real', min: 0.01, max: 0.5, default: 0.4, step: 0.01 },
    /** A simplex that reaches less far than this along every axis has collapsed. */
    tolerance: { kind: 'real', min: 1e-12, max: 0.1, default: 1e-3, scale: 'log' },
    coefficients: { kind: 'choice', options: ['standard', 'adaptive'], default: 'standard' },
  },
  resumes: true,
  invariance: 'order',
  heights: () => ['best', 'worst', 'second', 'reflected'],
  restarts: ['restart'],
  source:
    'Nelder & Mead (1965), A simplex method for function minimization; Lagarias et al. (1998), SIAM J. Optim. 9(1)',
  *search({ dim, dimensions, given, params, stream }): Search {
    const rng = stream('starts');
    const tolerance = params.tolerance as number;
    const coefficients = coefficientsFor(params.coefficients as 'standard' | 'adaptive', dim);
    const counter = { trials: given.length };
    const known = bestOf(given);
    let opening = say('nelder-mead.start', { count: dim + 1 });

    for (let restart = 1; ; restart++) {
      const points = rightAngled(
        dimensions,
        params.size as number,
        rng,
        restart === 1 ? known?.unit : undefined,
      );
      const held = restart === 1 && known ? [vertexOf(known, given)] : [];
      const first = yield* evaluate(
        points.slice(held.length).map((unit, i) => {
          const k = i + held.length;
          return {
            unit,
            ...(restart === 1 && { role: 'initial' as const }),
            why: k === 0 ? opening : corner(dimensions, points, k),
            // It grows vertex by vertex: none has been compared yet.
            view: { kind: 'simplex' as const, vertices: points.slice(0, k + 1) },
          };
        }),
        counter,
      );
      if (!first) return;
      let simplex = ordered([...held, ...first]);
      while (extent(simplex) > tolerance && simplex[0].y !== simplex[dim].y) {
        const next = yield* move(simplex, coefficients, dimensions, counter);
        if (!next) return;
        simplex = next;
      }
      opening = say('nelder-mead.restart', {
        restart,
        extent: extent(simplex),
        best: sayable(simplex[0].y),
        worst: sayable(simplex[dim].y),
        count: dim + 1,
      });
    }
  },
};

/** What was given as the first vertex of the first simplex. */
const vertexOf = (known: Outcome, given: readonly Outcome[]): Vertex => ({
  at: [...known.unit],
  unit: known.unit,
  y: known.y,
  trial: given.indexOf(known) + 1,
});

type Step<Result> = Generator<readonly Proposal[], Result | undefined, readonly Outcome[]>;

/** Asks for a batch; nothing comes back where the budget ended within it. */
function* evaluate(batch: readonly Proposal[], counter: { trials: number }): Step<Vertex[]> {
  const outcomes = yield batch;
  if (outcomes.length < batch.length) return undefined;
  return outcomes.map(({ unit, y }, k) => ({
    at: [...batch[k].unit],
    unit,
    y,
    trial: (counter.trials += 1),
  }));
}

/** One iteration of Lagarias et al. (1998), § 2: from an ordered simplex to the next. */
function* move(
  simplex: readonly Vertex[],
  { expand, contract, shrink }: Coefficients,
  dimensions: readonly Dimension[],
  counter: { trials: number },
): Step<Vertex[]> {
  const [best] = simplex;
  const worst = simplex[simplex.length - 1];
  const second = simplex[simplex.length - 2];
  const middle = centroid(simplex);
  /** The point at `share` times the way from the worst vertex to the centroid, beyond the centroid. */
  const beyond = (share: number) => between(middle, worst.at, -share);
  const view = picture(simplex);
  const ask = (unit: number[], why: Message) => evaluate([{ unit, why, view }], counter);
  const replaceWorst = (vertex: Vertex) => ordered([...simplex.slice(0, -1), vertex]);

  // 2. Reflect.
  const across = beyond(1);
  let reflected: Vertex | undefined;
  if (!vertexAt(dimensions, simplex, across)) {
    const [worstY, bestY] = telling([worst.y, best.y]);
    const why = say('nelder-mead.reflect', { trialWorst: worst.trial, worst: worstY, best: bestY });
    const found = yield* ask(across, why);
    if (!found) return undefined;
    [reflected] = found;
  }
  if (reflected && reflected.y < best.y) {
    // 3. Expand, unless the box stops it where the reflection is.
    const further = beyond(expand);
    if (vertexAt(dimensions, [reflected, ...simplex], further)) return replaceWorst(reflected);
    const [y, bestY] = telling([reflected.y, best.y]);
    const why = say('nelder-mead.expand', { reflected: y, best: bestY, factor: expand });
    const found = yield* ask(further, why);
    return found && replaceWorst(found[0].y < reflected.y ? found[0] : reflected);
  }
  if (reflected && reflected.y < second.y) return replaceWorst(reflected);

  // 4. Contract, on the side of the reflection if that beats the worst vertex.
  const outside = reflected !== undefined && reflected.y < worst.y;
  const nearer = beyond(outside ? contract : -contract);
  let contracted: Vertex | undefined;
  if (!vertexAt(dimensions, simplex, nearer)) {
    const found = yield* ask(nearer, whyContract(reflected, second, worst));
    if (!found) return undefined;
    [contracted] = found;
    if (outside ? contracted.y <= reflected!.y : contracted.y < worst.y) return replaceWorst(contracted);
  }

  // 5. Shrink. Where rounding leads back to a vertex, its value is known.
  const targets = simplex.slice(1).map(({ at }) => between(best.at, at, shrink));
  const known = targets.map((at) => vertexAt(dimensions, simplex, at));
  const asked = targets.filter((_, k) => !known[k]);
  if (asked.length === 0) return ordered([best, ...known.map((v, k) => ({ ...v!, at: targets[k] }))]);
  const found = yield* evaluate(
    asked.map((unit, k) => ({
      unit,
      why: say('nelder-mead.shrink', {
        trialBest: best.trial,
        best: sayable(best.y),
        factor: shrink,
        vertex: k + 1,
        count: asked.length,
      }),
      view,
    })),
    counter,
  );
  return (
    found &&
    ordered([
      best,
      ...targets.map((at, k) => {
        const vertex = known[k];
        return vertex ? { ...vertex, at } : found.shift()!;
      }),
    ])
  );
}

function whyContract(reflected: Vertex | undefined, second: Vertex, worst: Vertex): Message {
  if (!reflected) return say('nelder-mead.contract-blocked', { worst: sayable(worst.y) });
  const [y, secondY, worstY] = telling([reflected.y, second.y, worst.y]);
  return reflected.y < worst.y
    ? say('nelder-mead.contract-outside', { reflected: y, second: secondY, worst: worstY })
    : say('nelder-mead.contract-inside', { reflected: y, worst: worstY });
}

/** A vertex of the first simplex: which knob was moved. */
function corner(dimensions: readonly Dimension[], points: readonly number[][], k: number): Message {
  const axis = k - 1;
  const [from, to] = telling([points[0], points[k]].map((point) => toValue(dimensions[axis], point[axis])));
  return say('nelder-mead.vertex', { vertex: k + 1, count: points.length, axis, from, to });
}

const picture = (simplex: readonly Vertex[]): SimplexView => ({
  kind: 'simplex',
  vertices: simplex.map(({ at }) => at),
});
