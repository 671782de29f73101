/**
 * What is wrong with a question, in words; a diagram is only computed where nothing is.
 *
 * | key                          | values                                                  |
 * | ---------------------------- | ------------------------------------------------------- |
 * | problem.phase-no-dial        | dial, objective                                         |
 * | problem.phase-same-dial      | dial                                                    |
 * | problem.phase-not-rising     | dial, lo, hi                                            |
 * | problem.phase-limits         | dial, given, expected                                   |
 * | problem.phase-log            | dial, given                                             |
 * | problem.phase-number         | field: cells, repeats or target; given, expected        |
 * | problem.phase-no-strategies  | –                                                       |
 * | problem.phase-same-name      | given                                                   |
 * | problem.phase-too-many-runs  | given, expected; cells, strategies, repeats             |
 * | problem.phase-too-many-trials| given, expected                                         |
 * | problem.phase-misfit         | strategy; why is said by the message that follows       |
 */
import { describeParam, type IntParam, type RealParam } from '../../params.ts';
import { problemOf, runTrials } from '../../run.ts';
import { say, SettingsError, type Message } from '../../types.ts';
import { gridOf, cellScenario, cellSettings, type Grid } from './cells.ts';
import { limitsOf, TARGET_LIMITS } from './dials.ts';
import { countRuns } from './plan.ts';
import { MOST_RUNS, MOST_TRIALS, type PhaseAxis, type PhaseQuestion } from './types.ts';

/** Limits of a question's own numbers. */
export const PHASE_LIMITS = {
  cells: { kind: 'int', min: 2, max: 64, default: 12 },
  repeats: { kind: 'int', min: 1, max: 500, default: 12 },
} as const satisfies Record<string, IntParam>;

/** @returns all that is wrong, empty where the question can be asked */
export function checkQuestion(question: PhaseQuestion): Message[] {
  const { x, y, strategies, target, repeats } = question;
  const wrong = [x, y].flatMap((axis) => checkAxis(axis, question));
  if (x.dial === y.dial) wrong.push(say('problem.phase-same-dial', { dial: x.dial }));
  wrong.push(
    ...checkNumber('target', TARGET_LIMITS[target.kind], target.value),
    ...checkNumber('repeats', PHASE_LIMITS.repeats, repeats),
  );
  if (strategies.length === 0) wrong.push(say('problem.phase-no-strategies'));
  const twice = strategies.find(({ name }, i) => strategies.findIndex((one) => one.name === name) !== i);
  if (twice) wrong.push(say('problem.phase-same-name', { given: twice.name }));
  if (wrong.length > 0) return wrong;

  const grid = gridOf(question);
  const tooMany = checkSize(grid);
  return tooMany.length > 0 ? tooMany : misfits(grid);
}

function checkAxis({ dial, lo, hi, scale, cells }: PhaseAxis, question: PhaseQuestion): Message[] {
  const limits = limitsOf(dial, question);
  if (!limits) return [say('problem.phase-no-dial', { dial, objective: question.base.objective.id })];
  const wrong = checkNumber('cells', PHASE_LIMITS.cells, cells);
  for (const given of [lo, hi]) {
    if (!(given >= limits.min && given <= limits.max) || (limits.kind === 'int' && !Number.isInteger(given)))
      wrong.push(say('problem.phase-limits', { dial, given, expected: describeParam(limits) }));
  }
  if (!(lo < hi)) wrong.push(say('problem.phase-not-rising', { dial, lo, hi }));
  else if (scale === 'log' && !(lo > 0)) wrong.push(say('problem.phase-log', { dial, given: lo }));
  return wrong;
}

function checkNumber(field: string, limits: RealParam | IntParam, given: number): Message[] {
  const fits =
    given >= limits.min && given <= limits.max && (limits.kind === 'real' || Number.isInteger(given));
  return fits ? [] : [say('problem.phase-number', { field, given, expected: describeParam(limits) })];
}

function checkSize(grid: Grid): Message[] {
  const { strategies, repeats } = grid.question;
  const cells = grid.columns * grid.rows;
  const runs = countRuns(grid);
  if (runs > MOST_RUNS) {
    const factors = { cells, strategies: strategies.length, repeats };
    return [say('problem.phase-too-many-runs', { given: runs, expected: MOST_RUNS, ...factors })];
  }
  let trials = 0;
  for (let cell = 0; cell < cells; cell++)
    trials += (cellSettings(grid, cell).budget ?? grid.question.base.budget) * strategies.length * repeats;
  return trials > MOST_TRIALS
    ? [say('problem.phase-too-many-trials', { given: trials, expected: MOST_TRIALS })]
    : [];
}

/** Starts every strategy in the corners of the map, as far as its first trial. */
function misfits(grid: Grid): Message[] {
  const { columns, rows, question } = grid;
  const corners = [0, columns - 1, (rows - 1) * columns, rows * columns - 1];
  const scenarios = corners.map((cell) => cellScenario(grid, cell, 0));
  const problems = scenarios.map(problemOf);
  const said: Message[] = [];
  for (const { name, id, params } of question.strategies) {
    for (const [corner, scenario] of scenarios.entries()) {
      try {
        const trials = runTrials(scenario, { id, params }, problems[corner]);
        trials.next();
        trials.return(undefined as never);
      } catch (error) {
        if (!(error instanceof SettingsError)) throw error;
        said.push(say('problem.phase-misfit', { strategy: name }), error.said);
        break;
      }
    }
  }
  return said;
}
