import { describe, expect, it } from 'vitest';
import { challengeCode, usualChallenge } from './challenge.ts';
import { classSteps, revealSteps, type ClassAnswer, type ClassRequest } from './class-reading.ts';
import { gameText } from './class-text.ts';
import { problemOfChallenge } from './replay.ts';
import { gameCode, type Game } from './result-code.ts';

const challenge = usualChallenge('two-knobs', 3);
const game = (x: number, of = challenge): Game => ({ challenge: of, moves: [[x, 0.5]] });

/** All of it, and in how many steps. */
function answer(request: Partial<ClassRequest>): ClassAnswer & { steps: number } {
  const job = classSteps({ sources: [], kept: [], strategies: ['random'], repeats: 3, ...request });
  let steps = 0;
  for (let step = job.next(); ; step = job.next()) {
    if (step.done) return { ...step.value, steps };
    steps += 1;
  }
}

describe('results that were found before', () => {
  const lines = [0.1, 0.2, 0.3].map((x, i) => gameText(game(x), `P${i}`));
  const kept = lines.map((line, i) => ({
    ...{ id: 10 + i, code: line.slice(4), name: `P${i}`, line: 1 },
  }));

  it('are judged again with those that are new, and keep their ids', () => {
    const { entries, known, steps } = answer({
      kept,
      sources: [{ text: `${lines.join('\n')}\nnew: ${gameCode(game(0.4))}\nagain: ${gameCode(game(0.1))}` }],
    });
    expect(known).toBe(3);
    expect(entries.map(({ id, name, status }) => [id, name, status])).toEqual([
      [10, 'P0', 'unfinished'],
      [11, 'P1', 'unfinished'],
      [12, 'P2', 'unfinished'],
      [undefined, 'new', 'unfinished'],
      [undefined, 'again', 'doubled'],
    ]);
    // It pauses after every game: a worker may be told to stop.
    expect(steps).toBeGreaterThanOrEqual(5);
  });

  it('are known by what they were called, and without a name', () => {
    const [first] = kept;
    const renamed = { ...first, name: 'Zoë', was: first.name };
    const sources = [{ text: `${lines[0]}\n\n${gameCode(game(0.1))}` }];
    const { entries, known } = answer({ kept: [renamed], sources });
    expect(entries.map(({ name }) => name)).toEqual(['Zoë']);
    expect(known).toBeGreaterThanOrEqual(1);
  });

  it('of what is damaged say the same again, however long it is', () => {
    const long = `TbT${'8'.repeat(5000)}`;
    const first = answer({ sources: [{ text: `x ${long} y ${lines[0].slice(0, -1)}` }] });
    expect(first.entries.map(({ status }) => status)).toEqual(['damaged', 'damaged']);
    const again = answer({
      kept: first.entries.map(({ code, name, line }, id) => ({ id, code, name, line })),
    });
    expect(again.entries).toEqual(first.entries.map((entry, id) => ({ ...entry, id })));
    expect(first.entries[0].code.length).toBeLessThan(300);
  });
});

it('nobody has played: there is no challenge, and nothing to run', () => {
  expect(answer({ sources: [{ text: 'hello' }] })).toMatchObject({ played: [], entries: [], dimensions: [] });
  expect(answer({ sources: [{ text: 'hello' }] }).study).toBeUndefined();
});

it('the challenge that was chosen goes before that of the teacher, and that before the one of most', () => {
  const [mine, theirs] = [challenge, { ...challenge, seed: 4 }];
  const text = [game(0.1, theirs), game(0.2, theirs), game(0.3, mine)].map((one) => gameCode(one)).join(' ');
  const code = challengeCode;
  expect(answer({ sources: [{ text }] }).challenge).toBe(code(theirs));
  expect(answer({ sources: [{ text }], made: code(mine) }).challenge).toBe(code(mine));
  expect(answer({ sources: [{ text }], made: code(mine), challenge: code(theirs) }).challenge).toBe(
    code(theirs),
  );
  expect(answer({ sources: [{ text }], made: code({ ...mine, seed: 77 }) }).challenge).toBe(code(theirs));
});

it.each(['one-knob', 'tuner', 'dropout', 'two-knobs', 'three-knobs'] as const)(
  'the landscape of %s is the problem’s',
  (name) => {
    const played = usualChallenge(name, 5);
    const problem = problemOfChallenge(played);
    const job = revealSteps({ challenge: challengeCode(played) });
    let step = job.next();
    while (!step.done) step = job.next();
    const { optimum, places, curve, slices, floor } = step.value;
    expect(optimum).toBe(problem.optimum.value);
    for (const place of places) expect(problem.value(place) - optimum).toBeLessThanOrEqual(10 * floor);
    curve?.x.forEach((x, i) => expect(curve.y[i]).toBe(problem.value([x])));
    for (const { axes, columns, rows, values } of slices) {
      const [i, j] = [columns >> 1, rows >> 2];
      const unit = problem.space.toUnit(places[0]);
      const x = problem.space.toReal(unit.with(axes[0], (i + 0.5) / columns).with(axes[1], (j + 0.5) / rows));
      expect(values[j * columns + i]).toBe(problem.value(x));
    }
  },
);
