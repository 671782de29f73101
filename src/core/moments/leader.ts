/**
 * Who takes the lead, by the lowest feasible true value, as the race and the ranking have it: what was found, not what was
 * observed, which noise flatters. Trials of one number are made at the same time: the leaders are those with the lowest value
 * after all of them, and equal values share the lead.
 */
import { turned } from '../sense.ts';
import { say, type Message, type Sense } from '../types.ts';
import { idsOf, improvements, moment, tellable } from './field.ts';
import type { Moment, RunSoFar } from './types.ts';

/** @param runs in the order in which they are named; one alone leads nobody */
export function leaderMoments(runs: readonly RunSoFar[], sense: Sense): Moment[] {
  if (runs.length < 2) return [];
  const moments: Moment[] = [];
  let before: RunSoFar[] = [];
  for (const { trial, values } of improvements(runs)) {
    const lowest = Math.min(...values);
    const leaders = runs.filter((_, i) => values[i] === lowest);
    const valueOf = (run: RunSoFar) => values[runs.indexOf(run)];
    const change = changeOf(before, leaders, valueOf, sense);
    if (change) moments.push(moment(trial, change.who, 'leader', change.message, change.weight));
    before = leaders;
  }
  return moments;
}

interface Change {
  who: RunSoFar;
  message: Message;
  weight: number;
}

/** @param valueOf a run's best after the trial */
function changeOf(
  before: readonly RunSoFar[],
  leaders: readonly RunSoFar[],
  valueOf: (run: RunSoFar) => number,
  sense: Sense,
): Change | undefined {
  const [who] = leaders;
  const together = leaders.length > 1;
  const best = turned(valueOf(who), sense);
  const strategy = idsOf(leaders);
  if (before.length === 0) {
    return together
      ? { who, message: say('moment.leader-first-level', { strategy, best }), weight: 38 }
      : { who, message: say('moment.leader-first', { strategy, best }), weight: 40 };
  }
  const stayed = leaders.filter((run) => before.includes(run));
  const fresh = leaders.filter((run) => !before.includes(run));
  if (fresh.length === 0) {
    // Those who shared the lead no longer do, but for one.
    const behind = before.filter((run) => run !== who);
    if (together || behind.length === 0) return undefined;
    const how = against(who, behind, valueOf, sense);
    const values = { strategy, from: idsOf(behind), ...how.values };
    return how.close
      ? { who, message: say('moment.leader-alone-by', values), weight: 28 }
      : { who, message: say('moment.leader-alone', values), weight: 62 };
  }
  if (stayed.length > 0) {
    const values = { strategy: idsOf(fresh), from: idsOf(stayed), best };
    return { who: fresh[0], message: say('moment.leader-level', values), weight: 60 };
  }
  if (together) {
    const message = say('moment.leader-tie', { strategy, from: idsOf(before), best });
    return { who, message, weight: 78 };
  }
  const how = against(who, before, valueOf, sense);
  const values = { strategy, from: idsOf(before), ...how.values };
  return how.close
    ? { who, message: say('moment.leader-by', values), weight: 30 }
    : { who, message: say('moment.leader', values), weight: 80 };
}

/** Both values where a sentence can tell them apart, else their difference. */
function against(
  who: RunSoFar,
  others: readonly RunSoFar[],
  valueOf: (run: RunSoFar) => number,
  sense: Sense,
): { close: boolean; values: Message['values'] } {
  const [best, other] = [valueOf(who), Math.min(...others.map(valueOf))];
  return tellable(best, other)
    ? { close: false, values: { best: turned(best, sense), other: turned(other, sense) } }
    : { close: true, values: { by: other - best } };
}
