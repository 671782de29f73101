/**
 * k-section search: binary search for a laboratory with k machines. Every round evaluates k points at once that cut
 * the bracket evenly; if the error has one valley, the minimum lies between the neighbours of the best of them.
 *
 * The best point of a round is not asked again: it stays where it is, and the next k points cut what lies on both
 * sides of it, in proportion. With even k the first round leaves 2/(k + 1) of the range, each further one 2/(k + 2) of
 * what was left; with odd k one side gets a point more, and no round leaves more than 2/(k + 1). Golden section leaves
 * 0.618 after every single trial, so k machines save rounds, not trials.
 *
 * In several dimensions one coordinate after another is searched, some rounds per visit; meanwhile the others stay at
 * the best point of their last visit (the middle before their first), and that point's value is known to the next
 * coordinate. The box only ever shrinks. Of equal values the leftmost counts as best (in one strict valley the minimum
 * lies between the two); a failed evaluation counts as +∞.
 */
import {
  say,
  type BracketView,
  type Closing,
  type Message,
  type Search,
  type Strategy,
} from '../../types.ts';
import { bestOf } from '../given.ts';
import { bracketView } from '../binary/view.ts';
import { telling } from '../binary/wording.ts';
import { makeBlock, type Block } from './block.ts';

interface Probe {
  position: number;
  y: number;
}

export const kSection: Strategy = {
  id: 'k-section',
  params: {
    /** k: points per round. */
    points: { kind: 'int', min: 2, max: 32, default: 4 },
    /** Rounds per visit to a coordinate; with one coordinate there is no other to visit. */
    rounds: { kind: 'int', min: 1, max: 10, default: 2 },
  },
  batchSize: 'points',
  resumes: true,
  invariance: 'order',
  heights: () => ['fx'],
  source:
    'Karp & Miranker (1968), Parallel minimax search for a maximum; Avriel & Wilde (1966), Optimal search for a maximum with sequences of simultaneous function evaluations',
  *search({ dim, dimensions, budget, given, params }): Search {
    const k = params.points as number;
    const blocks = dimensions.map(makeBlock);
    const best = bestOf(given);
    const at = best ? [...best.unit] : new Array<number>(dim).fill(0.5);
    let spent = 0;
    /** The value at `at`, once it has been observed. */
    let here: number | undefined = best?.y;
    /** What the last round found and threw away, until a trial has told of it. */
    let news: { why: Message; cut: NonNullable<BracketView['cut']> } | undefined;

    const view = (axis: number, probes: number[]) =>
      bracketView(
        axis,
        blocks.map((block) => block.bracket()),
        probes,
        news?.cut,
      );
    const close = (axis: number, key: string): Closing => ({
      why: say(key, { axis, ...ends(blocks[axis]) }),
      view: view(axis, []),
    });

    for (;;) {
      let asked = false;
      for (let axis = 0; axis < dim; axis++) {
        const block = blocks[axis];
        for (let round = 0; dim === 1 || round < (params.rounds as number); round++) {
          const known = here === undefined ? undefined : block.position(at[axis]);
          const fresh = block.cuts(k, known);
          if (fresh.length === 0) break;
          asked = true;
          const all = [...fresh, ...(known === undefined ? [] : [known])].sort((a, b) => a - b);
          const shown = view(axis, all.map(block.unit));
          const outcomes = yield fresh.map((position, i) => ({
            unit: at.with(axis, block.unit(position)),
            why: (i === 0 && news?.why) || spread(axis, block, i + 1, fresh.length),
            view: shown,
          }));
          spent += outcomes.length;
          news = undefined;
          if (outcomes.length < fresh.length) return close(axis, 'k-section.cut-short');

          const values = new Map(fresh.map((position, i) => [position, outcomes[i].y]));
          if (known !== undefined) values.set(known, here!);
          const probes = all.map((position): Probe => ({ position, y: values.get(position)! }));
          const best = probes.reduce((a, b) => (b.y < a.y ? b : a));
          const before = block.bracket();
          block.keep(all, best.position);
          at[axis] = block.unit(best.position);
          here = best.y;
          news = {
            why: verdict(axis, block, probes, best),
            cut: { axis, ...larger(before, block.bracket()) },
          };
          if (spent === budget) return { why: news.why, view: view(axis, []) };
        }
      }
      if (!asked) return close(news?.cut.axis ?? 0, 'k-section.resolved');
    }
  },
};

const ends = (block: Block) => {
  const [lo, hi] = telling([block.value(block.lo), block.value(block.hi)]);
  return { lo, hi };
};

const spread = (axis: number, block: Block, place: number, size: number): Message =>
  say('k-section.spread', { axis, place, size, ...ends(block) });

/** What a round found, and what is left because of it. */
function verdict(axis: number, block: Block, probes: readonly Probe[], best: Probe): Message {
  const tied = probes.filter(({ y }) => y === best.y).length > 1;
  const [x, lo, hi] = telling([best.position, block.lo, block.hi].map(block.value));
  const [fx] = telling([best.y]);
  const key = `k-section.${tied ? 'tie' : 'lowest'}${block.whole ? '-whole' : ''}`;
  return say(key, { axis, x, fx, lo, hi, size: probes.length });
}

/** The larger of the pieces that a bracket has lost on its two sides. */
function larger(before: { lo: number; hi: number }, after: { lo: number; hi: number }) {
  return after.lo - before.lo >= before.hi - after.hi
    ? { lo: before.lo, hi: after.lo }
    : { lo: after.hi, hi: before.hi };
}
