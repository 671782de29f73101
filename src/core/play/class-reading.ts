/**
 * All that a page shows of a class, from texts and from results that were found before. Takes a second for hundreds of
 * results: a worker's job. The truth is no part of it ({@link revealSteps}): before a class is told, its page does not have it.
 */
import { safeValue, surfaceSteps } from '../pictures/surface.ts';
import { toValue, type Dimension } from '../space.ts';
import { regretFloor } from '../study/statistics/index.ts';
import type { Study } from '../study/types.ts';
import type { Message } from '../types.ts';
import { ticksAlong } from '../value-range.ts';
import { challengeCode, readChallenge, type Challenge } from './challenge.ts';
import { countsAs, lineOf, problemMaker, ranked, type ClassLine, type Row } from './class-table.ts';
import { asClass, resultAgain, resultsIn, type Result, type Source } from './class-text.ts';
import { studyOf } from './percentiles.ts';
import { replay } from './replay.ts';

/** A result that was found before; `id` is the page's. */
export interface KeptResult {
  id: number;
  code: string;
  name: string;
  /** What it was found with, where it was given another name. */
  was?: string;
  source?: string;
  line: number;
}

export interface ClassRequest {
  /** Not read so far. */
  sources: Source[];
  kept: KeptResult[];
  /** Code of the challenge that is looked at; default: {@link ClassRequest.made} where somebody played it, else the one of most results. */
  challenge?: string;
  /** Code of the challenge that the teacher made. */
  made?: string;
  /** Strategies that the class is held against, and how often each is run. */
  strategies: string[];
  repeats: number;
}

export interface ClassEntry extends ClassLine {
  /** Absent where it was found just now. */
  id?: number;
  /** What is wrong, where something is. */
  problem?: Message;
  /** Of what counts: the points, in hyperparameter values, and the lowest value without noise after each. */
  points?: number[][];
  course?: number[];
}

export interface ClassAnswer {
  /** Code of the challenge that the class plays; absent where no result could be read. */
  challenge?: string;
  /** Challenges that results are of, by code, with how many; most first. */
  played: [code: string, count: number][];
  /** In the order that they were found in. */
  entries: ClassEntry[];
  /** Found in the texts, but there already, by this name or with none: not in the entries. */
  known: number;
  /** Of the problem that is played. */
  dimensions: Dimension[];
  /** What strategies are run for; absent where nobody counts. */
  study?: Study;
}

/** Pauses after every game. */
export function* classSteps({
  sources,
  kept,
  challenge,
  made,
  strategies,
  repeats,
}: ClassRequest): Generator<void, ClassAnswer, void> {
  const ids = new Map<Result, number>();
  /** By code: the names that it is known with. */
  const there = new Map<string, Set<string>>();
  const before = kept.map(({ id, was, ...where }) => {
    const result = resultAgain(where);
    ids.set(result, id);
    const names = there.get(where.code) ?? new Set(['']);
    there.set(where.code, names.add(was ?? where.name));
    return result;
  });
  const found: Result[] = [];
  for (const source of sources) {
    found.push(...resultsIn(source));
    yield;
  }
  const fresh = found.filter(({ code, name }) => !there.get(code)?.has(name));
  const all = [...before, ...fresh];
  const counts = new Map<string, number>();
  for (const { game } of all) {
    if (!game) continue;
    const code = challengeCode(game.challenge);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const wanted = challenge ?? (made !== undefined && counts.has(made) ? made : undefined);
  const { results, challenge: playing } = asClass(all, wanted === undefined ? undefined : known(wanted));

  const problemFor = problemMaker();
  const replayed: (Row & { points?: number[][]; course?: number[] })[] = [];
  for (const result of results) {
    const { game, status } = result;
    if (!game) replayed.push({ result });
    else {
      const { best, final } = replay(game, problemFor(game.challenge));
      replayed.push({
        ...{ result, final },
        ...(countsAs(status) && { points: game.moves, course: best }),
      });
    }
    yield;
  }
  const entries = ranked(replayed).map((row): ClassEntry => {
    const id = ids.get(row.result);
    const { problem } = row.result;
    return {
      ...lineOf(row),
      ...(id !== undefined && { id }),
      ...(problem && { problem }),
      ...(row.points && { points: row.points, course: row.course! }),
    };
  });
  return {
    ...(playing && { challenge: challengeCode(playing) }),
    played: [...counts].sort(([, a], [, b]) => b - a),
    ...{ entries, known: found.length - fresh.length },
    dimensions: playing ? [...problemFor(playing).space.dimensions] : [],
    ...(playing && entries.some(({ points }) => points) && { study: studyOf(playing, strategies, repeats) }),
  };
}

/** @throws {RangeError} where a code is none: the page has read it before */
function known(code: string): Challenge {
  const read = readChallenge(code);
  if ('problem' in read) throw new RangeError(`${code} is no challenge.`);
  return read.challenge;
}

export interface RevealRequest {
  /** Code of the challenge. */
  challenge: string;
}

/** The landscape, and where it is lowest. */
export interface Revealed {
  challenge: string;
  /** The lowest value, and the smallest gap above it that means anything. */
  optimum: number;
  floor: number;
  /** Where it is taken, in hyperparameter values; several where they are equal. */
  places: number[][];
  /** Of one hyperparameter. */
  curve?: { x: number[]; y: number[] };
  /** Of two and more: each pair of them, the others at the first of the places; values as `surfaceSteps` gives them. */
  slices: { axes: [number, number]; columns: number; rows: number; values: Float64Array<ArrayBuffer> }[];
}

/** Cells along a side of a slice. */
const CELLS = 72;

export function* revealSteps({ challenge: code }: RevealRequest): Generator<void, Revealed, void> {
  const problem = problemMaker()(known(code));
  yield;
  const { space, optimum } = problem;
  const places = optimum.at.map((x) => [...x]);
  const { dimensions } = space;
  const revealed: Revealed = {
    ...{ challenge: code, optimum: optimum.value, floor: regretFloor(problem) },
    ...{ places, slices: [] },
  };
  if (dimensions.length === 1) {
    const x = ticksAlong(dimensions[0]).map((u) => toValue(dimensions[0], u));
    return { ...revealed, curve: { x, y: x.map((value) => safeValue(problem, [value])) } };
  }
  for (let a = 0; a < dimensions.length; a++)
    for (let b = a + 1; b < dimensions.length; b++) {
      const size = { columns: CELLS, rows: CELLS };
      const slice = {
        ...problem,
        space: {
          ...space,
          toReal: (unit: readonly number[]) => {
            const at = space.toUnit(places[0]);
            return space.toReal(at.with(a, unit[0]).with(b, unit[1]));
          },
        },
      };
      revealed.slices.push({ axes: [a, b], ...size, values: yield* surfaceSteps(slice, size) });
    }
  return revealed;
}
