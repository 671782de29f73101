/** A replay is the game: the run of `manual` with its points, bit for bit, before and after the code. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { queryToRaw, scenarioToQuery } from '../query.ts';
import { run } from '../run.ts';
import { readScenario } from '../scenario.ts';
import { Accumulator, regretAt } from '../study/statistics/index.ts';
import { recordOf } from '../study/testing.ts';
import { usualChallenge } from './challenge.ts';
import { studyOf } from './percentiles.ts';
import { gameScenario, replay } from './replay.ts';
import { gameCode, readGame, type Game } from './result-code.ts';
import { gameOf } from './testing.ts';

const games = fc
  .tuple(
    fc.constantFrom('one-knob', 'tuner', 'dropout', 'two-knobs', 'three-knobs'),
    fc.constantFrom(1, 7, 4711),
  )
  .chain(([problem, seed]) => gameOf(usualChallenge(problem as 'tuner', seed)));

it('is the run of manual with the same points, also after its code', () => {
  fc.assert(
    fc.property(games, (game) => {
      const read = readGame(gameCode(game)) as { game: Game };
      const { trace, best } = replay(read.game);
      const made = run(gameScenario(game)).traces[0];
      expect(trace).toEqual(made);
      expect(trace.trials.map(({ x }) => x)).toEqual(game.moves);
      expect(best).toEqual(made.trials.map((trial) => trial.best));
    }),
    { numRuns: 60 },
  );
});

it('is what a link of the same scenario shows', () => {
  fc.assert(
    fc.property(games, (game) => {
      const scenario = gameScenario(game);
      const { scenario: linked, notices } = readScenario(queryToRaw(scenarioToQuery(scenario)));
      expect(notices).toEqual([]);
      expect(run(linked).traces[0].trials).toEqual(replay(game).trace.trials);
    }),
    { numRuns: 20 },
  );
});

it('has the noise that was measured, the same for whoever plays, by the trial', () => {
  const challenge = usualChallenge('tuner', 12);
  const again = (moves: number[][]) => replay({ challenge, moves }).trace.trials;
  const first = gameMoves(challenge, 2);
  const trials = again(first);
  expect(trials.some(({ y, trueValue }) => y !== trueValue)).toBe(true);
  expect(again(first)).toEqual(trials);
  expect(again([first[1], first[1]])[1].y).toBe(trials[1].y);
});

const gameMoves = (challenge: Game['challenge'], count: number) =>
  fc.sample(
    gameOf(challenge).filter(({ moves }) => moves.length >= count),
    { numRuns: 1, seed: 3 },
  )[0].moves;

it('comes to the gap that studies rank by, and says of which trial its best is', () => {
  fc.assert(
    fc.property(games, (game) => {
      const { best, final } = replay(game);
      const results = new Accumulator(studyOf(game.challenge, ['random'], 2));
      const record = recordOf({ problem: 0, strategy: 0, repeat: 0 }, best);
      expect(final.gap).toBe(regretAt(results, record, game.challenge.trials));
      expect(final.value).toBe(Math.min(...best));
      expect(best[final.trial - 1]).toBe(final.value);
      expect(best.slice(0, final.trial - 1).every((value) => value > final.value)).toBe(true);
    }),
    { numRuns: 40 },
  );
});
