/** This project's own traces, one strategy's or several's, as records. */
import { problemOf } from '../../../../run.ts';
import { readScenario } from '../../../../scenario.ts';

type Trial = Record<string, unknown>;
type Loose = Record<string, unknown>;

const trialsOf = (trace: unknown): Trial[] => {
  const { trials } = (trace ?? {}) as Loose;
  return Array.isArray(trials) ? trials.filter((trial) => typeof trial === 'object' && trial !== null) : [];
};

/** As the columns of the CSV file that the page and the command line write. Undefined for anything else. */
export function traceRecords(raw: Loose): Loose[] | undefined {
  const { format, scenario, strategy, traces, sense } = raw;
  // Values are in the objective's own sense, which is stated where it is to maximise.
  const stated = sense === 'maximise' ? { sense } : {};
  if (format === 'trial-by-trial/trace') return records(scenario, [[strategy, trialsOf(raw)]], stated);
  if (format !== 'trial-by-trial/traces' || !Array.isArray(traces)) return undefined;
  return records(
    scenario,
    traces.map((trace: Loose | null) => [(trace?.strategy as Loose | undefined)?.id, trialsOf(trace)]),
    stated,
  );
}

function records(scenario: unknown, runs: [unknown, Trial[]][], stated: Loose): Loose[] {
  const names = dimensionNames(scenario);
  return runs.flatMap(([strategy, trials]) =>
    trials.map(({ index, batch, x, y, trueValue, best, feasible, failure }) => {
      const values = Array.isArray(x) ? x.slice(0, 64) : [];
      const place = values.map((value, i): [string, unknown] => [names[i] ?? `x${i + 1}`, value]);
      return {
        strategy: String(strategy),
        trial: Number(index) + 1,
        batch: Number(batch) + 1,
        ...Object.fromEntries(place),
        y,
        true_value: trueValue,
        best,
        feasible,
        failure: failure ?? null,
        ...stated,
      };
    }),
  );
}

function dimensionNames(scenario: unknown): string[] {
  try {
    return problemOf(readScenario(scenario).scenario).space.dimensions.map(({ id }) => id);
  } catch {
    return [];
  }
}
