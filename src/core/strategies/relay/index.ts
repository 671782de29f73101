/**
 * A relay: the first trials by one strategy, the rest by another one that is given them. Coarse random search and then
 * local random search; a grid and then golden section of one hyperparameter; any design and then a model.
 *
 * The second one starts from what it is given, as it would from trials of its own (`Strategy.resumes`): models take them as
 * their data, walks and simplexes stand on the best of them, brackets pass through it. Designs look at nothing, and begin
 * as if nothing had been tried. Where the first one has nothing more to ask, the second one begins earlier: none of the
 * budget is lost. Each has luck of its own, so the first trials are those of no other relay's seed.
 */
import type { Outcome, Search, Strategy } from '../../types.ts';
import { batchOf, beginners, idsOf, passedOn, search, successorOf, successors, takeOver } from './parts.ts';

export const relay: Strategy = {
  id: 'relay',
  params: {
    first: { kind: 'choice', options: idsOf(beginners), default: 'random' },
    ...passedOn('first', beginners),
    /** Trials of the first one, at most. */
    n: { kind: 'int', min: 1, max: 500, default: 15 },
    then: { kind: 'choice', options: idsOf(successors), default: 'local-random' },
    ...passedOn('then', successors),
  },
  relays: true,
  source:
    'Hybrids by hand-over: multistart and local search, cf. Rinnooy Kan & Timmer (1987), Stochastic global optimization methods, Math. Program. 39',
  *search(context): Search {
    const { params, budget } = context;
    const successor = successorOf(context)!;
    const first = beginners.find(({ id }) => id === params.first)!;
    const most = Math.min(params.n as number, budget);
    const given: Outcome[] = [];
    const opening = search({ name: 'first', strategy: first, budget: most, given: [] }, context);
    let step = opening.next([]);
    while (!step.done && given.length < most) {
      const asked = batchOf(step.value)
        .slice(0, most - given.length)
        .map((proposal) => (first.oblivious ? { ...proposal, role: 'initial' as const } : proposal));
      const outcomes = yield asked;
      given.push(...outcomes);
      step = opening.next(outcomes);
    }
    if (given.length === budget) return step.done ? step.value : undefined;
    if (!step.done) opening.return();
    return yield* takeOver('relay', successor, given, context);
  },
};
