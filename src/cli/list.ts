import { objectives } from '#core/objectives/index.ts';
import { defaults } from '#core/params.ts';
import { strategies } from '#core/strategies/index.ts';

/** Everything there is, as data: `sim list`. */
export const list = () => ({
  strategies: strategies.map(({ id, params, oblivious, source }) => ({
    id,
    params,
    oblivious: !!oblivious,
    source,
  })),
  objectives: objectives.map(({ id, family, params, source, defaultNoise, create }) => {
    const { space, optimum, facts, feasible } = create(defaults(params));
    return {
      id,
      family,
      dim: space.dimensions.length,
      dimensions: space.dimensions,
      params,
      optimum,
      facts,
      constrained: feasible !== undefined,
      noise: defaultNoise ?? { kind: 'none' },
      source,
    };
  }),
});
