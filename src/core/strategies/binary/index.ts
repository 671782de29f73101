/**
 * Binary search for a minimum: compare two probes, throw away the part that cannot hold the minimum *if the error
 * has one valley* (is strictly quasi-convex along the line), repeat. Every probe counts.
 *
 * In several dimensions one coordinate after another is searched, a few comparisons per visit, sweep after sweep,
 * until the budget ends or nothing is left to compare; meanwhile the others stay at the better probe of their
 * last visit (the middle before their first). The box only ever shrinks: what was thrown away stays lost.
 *
 * Equal values keep the left part (in one strict valley the minimum then lies between the probes, which both
 * parts contain); a failed evaluation counts as +∞.
 */
import {
  say,
  type BracketView,
  type Closing,
  type Message,
  type Search,
  type SearchContext,
  type Strategy,
} from '../../types.ts';
import { bestOf } from '../given.ts';
import { makeLine, RESOLUTION, type Line } from './line.ts';
import { fibonacci, makeRule, RULES, type Rule, type RuleId } from './rules.ts';
import { bracketView } from './view.ts';
import { telling } from './wording.ts';

export const binary: Strategy = {
  id: 'binary',
  params: {
    rule: { kind: 'choice', options: RULES, default: 'golden' },
    /** Distance of bisection's two probes, as a share of the bracket. */
    gap: {
      kind: 'real',
      min: 1e-6,
      max: 0.5,
      default: 1e-3,
      scale: 'log',
      when: { param: 'rule', is: ['bisection'] },
    },
    /** Comparisons per visit to a coordinate; with one coordinate there is no other to visit. */
    comparisons: { kind: 'int', min: 1, max: 20, default: 3 },
  },
  resumes: true,
  invariance: 'order',
  heights: () => ['fa', 'fb'],
  source: 'Kiefer (1953), Sequential minimax search for a maximum; Wilde (1964), Optimum Seeking Methods',
  search: (context) =>
    alongLines(context, {
      axes: context.dimensions.map((_, axis) => axis),
      rule: makeRule(context.params.rule as RuleId, context.params.gap as number),
      comparisons: context.params.comparisons as number,
    }),
};

interface Plan {
  /** The coordinates that are searched, in turn; the others stay where they are. */
  axes: readonly number[];
  rule: Rule;
  /** Per visit to a coordinate, where there are several. */
  comparisons: number;
}

/** Begins at the best of what is given, or in the middle. */
export function* alongLines(
  { dim, dimensions, budget, given }: SearchContext,
  { axes, rule, comparisons }: Plan,
): Search {
  const lines = dimensions.map(makeLine);
  const start = bestOf(given);
  const at = start ? [...start.unit] : new Array<number>(dim).fill(0.5);
  /** What was given, once a line holds nothing better, is where the other lines pass. */
  let here = start?.y;
  let spent = 0;
  /** What the last comparison threw away, until a trial has told of it. */
  let news: { why: Message; cut: NonNullable<BracketView['cut']> } | undefined;

  const view = (axis: number, probes: number[]) =>
    bracketView(
      axis,
      lines.map((line) => line.bracket()),
      probes,
      news?.cut,
    );
  const close = (axis: number, key: string): Closing => ({
    why: say(key, { axis, ...ends(lines[axis]) }),
    view: view(axis, []),
  });
  /** The last comparison's result, or that the budget ended in the middle of one. */
  const spentUp = (axis: number): Closing =>
    news ? { why: news.why, view: view(axis, []) } : close(axis, 'binary.between-probes');

  for (;;) {
    let compared = false;
    for (const axis of axes) {
      const line = lines[axis];
      const whole = dimensions[axis].kind === 'integer';
      let left = axes.length === 1 ? longestRun(budget) : comparisons + 1;
      /** What this visit has asked, where it may be used again. */
      const known = new Map<number, Probe>();
      let winner: Probe | undefined;
      let best: Probe | undefined;

      while (left >= 2 && !line.resolved()) {
        const positions = line.probes(rule, left);
        if (rule.reuses && winner) keep(winner.position, positions);
        const pair: Probe[] = [];
        let fresh = 0;
        for (const [i, position] of positions.entries()) {
          const asked = known.get(position);
          if (asked) {
            pair.push(asked);
            continue;
          }
          if (spent === budget) return spentUp(axis);
          const unit = at.with(axis, line.unit(position));
          const because =
            news?.why ??
            (i === 0
              ? say('binary.first-probe', { axis, x: line.value(position), ...ends(line) })
              : secondProbe(axis, line, position, positions[0]));
          const [outcome] = yield {
            unit,
            why: because,
            view: view(axis, positions.map(line.unit)),
            ...(i === 1 && fresh === 1 && { role: 'second-probe' as const }),
          };
          fresh += 1;
          spent += 1;
          news = undefined;
          const probe = { position, y: outcome.y };
          if (rule.reuses || whole) known.set(position, probe);
          if (!best || probe.y < best.y) best = probe;
          pair.push(probe);
        }
        compared = true;
        const [a, b] = pair;
        const side = a.y <= b.y ? 'right' : 'left';
        // Said first: the cut moves the ends that the sentence names.
        const why = verdict(axis, line, side, [a, b], whole);
        news = { why, cut: { axis, ...line.cut(side, [a.position, b.position]) } };
        winner = side === 'right' ? a : b;
        left -= 1;
        if (spent === budget) return spentUp(axis);
      }
      if (best && (here === undefined || best.y < here)) {
        at[axis] = line.unit(best.position);
        if (start) here = best.y;
      }
    }
    if (!compared) return close(axes[0], 'binary.resolved');
  }
}

interface Probe {
  position: number;
  y: number;
}

const ends = (line: Line) => {
  const [lo, hi] = telling([line.value(line.lo), line.value(line.hi)]);
  return { lo, hi };
};

function secondProbe(axis: number, line: Line, position: number, first: number): Message {
  const [x, other] = telling([line.value(position), line.value(first)]);
  return say('binary.second-probe', { axis, x, other });
}

/** What a comparison found, and what goes because of it. */
function verdict(
  axis: number,
  line: Line,
  side: 'right' | 'left',
  [a, b]: readonly [Probe, Probe],
  whole: boolean,
): Message {
  const gone = line.gone(side, [a.position, b.position]);
  const [first, second, lo, hi] = telling([line.value(a.position), line.value(b.position), ...gone]);
  const [fa, fb] = telling([a.y, b.y]);
  const found = a.y === b.y ? 'tie' : `cut-${side}`;
  return say(`binary.${found}${whole ? '-whole' : ''}`, { axis, a: first, b: second, fa, fb, lo, hi });
}

/** More evaluations than this cannot narrow a unit interval further; Fibonacci plans no longer search. */
const longestRun = (budget: number): number => {
  let n = 2;
  while (n < budget && 1 / fibonacci(n + 2) > RESOLUTION) n += 1;
  return n;
};

/**
 * The probe that survived takes the place of the nearer of the next two and stays exactly where it is: on the real
 * line rounding would move it a little, among integers by a value or two.
 */
function keep(position: number, positions: [number, number]): void {
  const nearer = Math.abs(position - positions[0]) <= Math.abs(position - positions[1]) ? 0 : 1;
  positions[nearer] = position;
}
