/** The values that the pictures of a stage have room for: fixed over a run, so that nothing jumps between trials. */
import { senseOf, turned } from '#core/sense.ts';
import type { Choice } from '#core/types.ts';
import type { Staged } from '../staged.ts';
import { clipOf, valueRange, worthRange } from './landscape.ts';
import { domainOf, largestSd, valueDomain, withRoom } from './panel-data.ts';

/** Strategies whose pictures show what a model believes. */
const MODELLERS: ReadonlySet<unknown> = new Set(['bayes', 'batch-bayes']);

/** Also where a strategy hands over to one of them. Known before the first model comes, so that no axis moves then. */
export const bringsModel = ({ id, params }: Choice): boolean =>
  MODELLERS.has(id) || Object.values(params).some((value) => MODELLERS.has(value));

/** @param revealed the function is no secret: its range tells nothing new */
export function stageDomain(
  { problem, runs, scenario }: Pick<Staged, 'problem' | 'runs' | 'scenario'>,
  revealed: boolean,
): readonly [number, number] {
  const all = Object.values(runs);
  const dim = problem.space.dimensions.length;
  const sense = senseOf(problem);
  if (revealed && dim === 1) {
    const modelled = all.some(({ choice }) => bringsModel(choice));
    const noise = largestSd(scenario.noise, valueRange(problem));
    return valueDomain(worthRange(problem, modelled), noise, []);
  }
  if (revealed && dim > 2) return valueDomain(valueRange(problem), 0, []);
  const observed = withRoom(
    all.flatMap((run) => run.trials.map(({ y }) => turned(y, sense))),
    clipOf(problem),
  );
  return revealed ? valueDomain(valueRange(problem), 0, observed) : domainOf(observed);
}
