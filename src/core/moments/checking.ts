/** Whether a moment says the truth, worked out again from the bare trials: for tests. */
import { heldBy, knowsAll } from '../assumptions/held.ts';
import { lookUp } from '../look-up.ts';
import { turned, senseOf } from '../sense.ts';
import type { BracketView, Problem, Trace } from '../types.ts';
import { valueRangeOf } from '../value-range.ts';
import type { Moment } from './types.ts';

const squared = (x: number): number => x * x;

const lowest = ({ trials }: Trace, count: number): number =>
  Math.min(
    ...trials.slice(0, count).map((one) => (one.feasible && one.y !== null ? one.trueValue! : Infinity)),
  );

/** What is wrong with it; undefined where nothing is. */
export function complaint(moment: Moment, traces: readonly Trace[], problem: Problem): string | undefined {
  const { trial, kind, strategy, message } = moment;
  const key = message.key.slice('moment.'.length);
  const { values } = message;
  const sense = senseOf(problem);
  const idsIn = (name: string) => `${lookUp(values, name)}`.split(',');
  const traceOf = (id: string) => traces.find((trace) => trace.strategy.id === id)!;
  const best = (id: string, count: number) => lowest(traceOf(id), count);
  const all = traces.map((trace) => trace.strategy.id);
  const leadersAfter = (count: number) => {
    const least = Math.min(...all.map((id) => best(id, count)));
    return least === Infinity ? [] : all.filter((id) => best(id, count) === least);
  };
  const same = (a: readonly string[], b: readonly string[]) => `${[...a].sort()}` === `${[...b].sort()}`;
  const check = (holds: boolean, what: string) => (holds ? undefined : `${what}: ${JSON.stringify(moment)}`);
  if (idsIn('strategy')[0] !== strategy) return `whose it is: ${JSON.stringify(moment)}`;

  switch (kind) {
    case 'leader': {
      const [was, now] = [leadersAfter(trial - 1), leadersAfter(trial)];
      const who = idsIn('strategy');
      const from = values.from === undefined ? [] : idsIn('from');
      const least = best(now[0], trial);
      const theirs = Math.min(...from.map((id) => best(id, trial)));
      const numbers =
        ('best' in values ? values.best === turned(least, sense) : true) &&
        ('other' in values ? values.other === turned(theirs, sense) : true) &&
        ('by' in values ? values.by === theirs - least && theirs > least : true);
      if (!numbers) return check(false, 'values of a leader');
      if (key.startsWith('leader-first')) return check(was.length === 0 && same(who, now), 'first leader');
      if (key === 'leader-level')
        return check(
          same([...who, ...from], now) &&
            from.every((id) => was.includes(id)) &&
            !who.some((id) => was.includes(id)),
          'level',
        );
      if (key.startsWith('leader-alone'))
        return check(same(who, now) && same([...who, ...from], was) && who.length === 1, 'alone');
      return check(same(who, now) && same(from, was) && !who.some((id) => was.includes(id)), 'new leader');
    }
    case 'within': {
      const hi = valueRangeOf(problem)[1];
      const edge = (Number(values.share) / 100) * (hi - problem.optimum.value);
      const isIn = (id: string, count: number) =>
        best(id, count) - problem.optimum.value <= edge * (1 + 1e-12);
      const who = idsIn('strategy');
      const others = all.filter((id) => !who.includes(id));
      if (!who.every((id) => isIn(id, trial) && !isIn(id, trial - 1))) return check(false, 'within');
      if (key === 'within-alone') return check(traces.length === 1, 'alone within');
      if (key === 'within')
        return check(
          others.some((id) => isIn(id, trial)),
          'too',
        );
      return check(!others.some((id) => isIn(id, trial)), 'first within');
    }
    case 'lost': {
      const { trials, closing } = traceOf(strategy);
      const views = [...trials.map(({ view }) => view), closing?.view] as (BracketView | undefined)[];
      const held = heldBy(problem);
      const holds = (at: number) => views[at] === undefined || held(views[at]) !== null;
      return check(
        knowsAll(problem) &&
          views[trial] !== undefined &&
          !holds(trial) &&
          views.slice(0, trial).every((_, i) => holds(i)),
        'lost',
      );
    }
    case 'restart': {
      const { why } = traceOf(strategy).trials[trial - 1];
      return check(/\.(restart|jump|known)$/.test(why.key), 'restart');
    }
    case 'unused': {
      const { trials, unused, closing } = traceOf(strategy);
      const lattice = closing?.view?.kind === 'lattice' ? closing.view.levels : undefined;
      const points = lattice?.reduce((product, list) => product * list.length, 1) ?? trials.length;
      return check(
        trials.length === trial && unused > 0 && values.count === unused && points === trial,
        'unused',
      );
    }
    case 'surprise': {
      const { y, view } = traceOf(strategy).trials[trial - 1];
      if (view?.kind !== 'model' || y === null) return check(false, 'no prediction');
      const { mean, sd } = view.predicted;
      const variance = squared(sd) + view.noiseVariance * squared(view.yScale);
      const numbers =
        'by' in values
          ? values.by === Math.abs(y - mean)
          : values.y === turned(y, sense) && values.mean === turned(mean, sense);
      const band = Math.abs((values.band as number) / 2 / Math.sqrt(variance) - 1) < 1e-9 || variance === 0;
      return check(squared(y - mean) > 4 * variance && numbers && band, 'surprise');
    }
  }
}

/** What nobody said, though it is so: every change of the lead, every level reached, every miss. */
export function omission(
  moments: readonly Moment[],
  traces: readonly Trace[],
  problem: Problem,
): string | undefined {
  const longest = Math.max(...traces.map(({ trials }) => trials.length));
  const at = (kind: string, trial: number, id?: string) =>
    moments.some(
      (one) =>
        one.kind === kind &&
        one.trial === trial &&
        (!id || `${one.message.values.strategy}`.split(',').includes(id)),
    );
  const ids = traces.map(({ strategy }) => strategy.id);
  const hi = valueRangeOf(problem)[1];
  let leaders: string[] = [];
  for (let trial = 1; trial <= longest; trial++) {
    const values = traces.map((trace) => lowest(trace, trial));
    const least = Math.min(...values);
    const now = least === Infinity ? [] : ids.filter((_, i) => values[i] === least);
    if (traces.length > 1 && now.some((id) => !leaders.includes(id)) && !at('leader', trial))
      return `${now.join()} leads at ${trial}`;
    leaders = now;
    for (const [i, trace] of traces.entries()) {
      const before = lowest(trace, trial - 1);
      for (const share of [0.1, 0.01, 0.001]) {
        const edge = problem.optimum.value + share * (hi - problem.optimum.value);
        const slack = 1e-9 * (hi - problem.optimum.value);
        if (values[i] < edge - slack && before > edge + slack && !at('within', trial, ids[i]))
          return `${ids[i]} within ${share} at ${trial}`;
      }
      const { view, y } = trace.trials[trial - 1] ?? {};
      if (view?.kind !== 'model' || view.fantasies || y === null || y === undefined) continue;
      const sd = Math.sqrt(squared(view.predicted.sd) + view.noiseVariance * squared(view.yScale));
      const far = Math.abs(y - view.predicted.mean) > 2 * sd + 1e-6 * view.yScale;
      if (far && !at('surprise', trial, ids[i])) return `${ids[i]} is surprised at ${trial}`;
    }
  }
  return undefined;
}
