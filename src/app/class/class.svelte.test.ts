import { afterEach, describe, expect, it, vi } from 'vitest';
import { challengeCode } from '#core/play/challenge.ts';
import { classCsv } from '#core/play/class-csv.ts';
import { classTable, lineOf } from '#core/play/class-table.ts';
import { readClass } from '#core/play/class-text.ts';
import { replay } from '#core/play/replay.ts';
import { gameCode } from '#core/play/result-code.ts';
import { spawnInProcess } from '#workers/in-process.ts';
import { WorkerPool } from '#workers/pool.ts';
import { ClassRoom } from './class.svelte.ts';
import { RIVALS } from './options.ts';
import { csvOf, jsonOf } from './exports.ts';
import type { Memory } from './memory.ts';
import { nameOf } from './names.ts';
import { CHALLENGE, chatOf, damaged, gamesOf } from './testing.ts';

const open: { dispose: () => void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.dispose();
});

function memoryOf(kept = new Map<string, string>()): Memory & { kept: Map<string, string> } {
  return {
    kept,
    recall: (name) => kept.get(name) ?? null,
    remember: (name, value) => void kept.set(name, value),
  };
}
function roomOf(memory: Memory = memoryOf(), spawn = spawnInProcess) {
  const pools = [new WorkerPool({ size: 1, spawn }), new WorkerPool({ size: 1, spawn: spawnInProcess })];
  const room = new ClassRoom({ pool: pools[0], rivals: pools[1], memory, repeats: 2, chance: () => 0.5 });
  open.push(room, ...pools);
  return room;
}
const other = { ...CHALLENGE, seed: 9 };
const settled = (room: ClassRoom) => vi.waitFor(() => expect(room.reading).toBe(false), { timeout: 20_000 });

describe('a class', () => {
  it('is read from one text: what is wrong is said, and no other is lost', async () => {
    const games = gamesOf(6);
    const lines = chatOf(games);
    const room = roomOf();
    room.draft = [
      'See you tomorrow!',
      ...lines,
      damaged(lines[1]),
      `Eva: ${gameCode(games[2])}`,
      ...chatOf(gamesOf(1, other)),
      ...chatOf(gamesOf(1, CHALLENGE, 4)),
    ].join('\n');
    await room.readDraft();
    expect(room.brought).toEqual({ counted: 7, wrong: 3, known: 0 });
    expect(room.draft).toBe('');
    expect(room.wrong.map(({ status }) => status)).toEqual(['damaged', 'doubled', 'other-challenge']);
    expect(room.playing).toBe(challengeCode(CHALLENGE));
    expect(room.played).toEqual([
      [challengeCode(CHALLENGE), 8],
      [challengeCode(other), 1],
    ]);
    for (const [i, game] of games.entries()) {
      const { best, final } = replay(game);
      expect(room.players[i]).toMatchObject({
        ...{ name: `Player ${i + 1}`, points: game.moves, course: best },
        ...{ best: final.value, gap: final.gap, trial: final.trial },
      });
    }
    expect(room.ranked.map(({ best }) => best)).toEqual(
      room.players.map(({ best }) => best).sort((a, b) => a - b),
    );
    expect(room.clock.length).toBe(CHALLENGE.trials);
    expect(room.clock.atEnd).toBe(true);
  });

  it('takes the same chat again with what has come since, and adds that only', async () => {
    const lines = chatOf(gamesOf(4));
    const room = roomOf();
    await room.add([{ text: lines.slice(0, 2).join('\n') }]);
    room.rename(room.players[0].id, '  Zoë   B. ');
    await room.add([{ text: lines.join('\n') }]);
    expect(room.brought).toEqual({ counted: 2, wrong: 0, known: 2 });
    expect(room.players.map(({ name }) => name)).toEqual(['Zoë B.', 'Player 2', 'Player 3', 'Player 4']);
  });

  it('loses nothing of two texts that are read at once, or while somebody is removed', async () => {
    const lines = chatOf(gamesOf(5));
    const room = roomOf();
    await room.add([{ text: lines[0] }]);
    const first = room.add([{ text: lines.slice(1, 3).join('\n') }]);
    const second = room.add([{ name: 'late.txt', text: lines.slice(3).join('\n') }]);
    room.remove(room.players[0].id);
    await Promise.all([first, second]);
    await settled(room);
    expect(room.players.map(({ name }) => name)).toEqual(['Player 2', 'Player 3', 'Player 4', 'Player 5']);
    room.restoreRemoved();
    await settled(room);
    expect(room.players.map(({ name }) => name)).toEqual([1, 2, 3, 4, 5].map((n) => `Player ${n}`));
    expect(room.removed).toBe(0);
  });

  it('keeps a text without results, and says so', async () => {
    const room = roomOf();
    room.draft = 'Nobody has finished yet.';
    await room.readDraft();
    expect(room.draft).toBe('Nobody has finished yet.');
    await room.add([{ name: 'empty.txt', text: '' }]);
    expect(room.notices.map(({ key }) => key)).toEqual(['notice.class-none', 'notice.class-none-in']);
    expect(room.failure).toBeUndefined();
  });

  it('is about the challenge that its teacher made, where somebody played it, or about another one', async () => {
    const mine = chatOf(gamesOf(1));
    const theirs = chatOf(gamesOf(3, other));
    const room = roomOf();
    room.make({ ...CHALLENGE });
    await room.add([{ text: [...theirs, ...mine].join('\n') }]);
    expect(room.playing).toBe(challengeCode(CHALLENGE));
    expect(room.players).toHaveLength(1);
    room.mark(room.players[0].id);
    room.look(challengeCode(other));
    await settled(room);
    expect(room.players).toHaveLength(3);
    expect(room.marked).toBeUndefined();
  });

  it('of a later version is left alone, and the page says so', () => {
    const theirs = JSON.stringify({ version: 99, all: 'other' });
    const memory = memoryOf(new Map([['class', theirs]]));
    const room = roomOf(memory);
    expect(room.notices.map(({ key }) => key)).toEqual(['problem.page-later']);
    room.shuffle();
    expect(memory.kept.get('class')).toBe(theirs);
  });

  it('survives a reload: results, names, challenge, and what is not read so far', async () => {
    const memory = memoryOf();
    const before = roomOf(memory);
    before.pose('two-knobs');
    before.make({ seed: 8, help: 'mean' });
    const lines = chatOf(gamesOf(3));
    await before.add([{ name: 'chat.txt', text: [...lines, damaged(lines[0])].join('\n') }]);
    before.rename(before.players[1].id, 'Ö');
    before.anonymous = true;
    before.revealed = true;
    before.draft = 'more to come';
    const after = roomOf(memory);
    await settled(after);
    expect(after.made).toEqual({ ...CHALLENGE, help: 'mean' });
    expect(after.players).toEqual(before.players);
    expect(after.wrong).toEqual(before.wrong);
    expect(after).toMatchObject({ anonymous: true, revealed: true, draft: 'more to come' });
    // Whatever else may stand there.
    for (const broken of ['', '{', '[]', '{"version":1}', '{"version":2,"results":[]}', 'null']) {
      memory.kept.set('class', broken);
      expect(roomOf(memory).listed).toEqual([]);
    }
  });

  it('says why it could not be read, and reads it when asked again', async () => {
    let works = false;
    const room = roomOf(memoryOf(), (on) => {
      if (works) return spawnInProcess(on);
      queueMicrotask(() => on.gone('no such file'));
      return { send: () => {}, terminate: () => {} };
    });
    room.draft = chatOf(gamesOf(2)).join('\n');
    await room.readDraft();
    expect(room.failure).toBeDefined();
    expect(room.draft).not.toBe('');
    works = true;
    room.retry();
    await settled(room);
    expect(room.failure).toBeUndefined();
    expect(room.players).toHaveLength(2);
  });
});

describe('the landscape', () => {
  it('is not on the page before it is revealed, nor after it is hidden again', async () => {
    const room = roomOf();
    await room.add([{ text: chatOf(gamesOf(2)).join('\n') }]);
    expect(room.truth).toBeUndefined();
    room.revealed = true;
    await vi.waitFor(() => expect(room.truth).toBeDefined());
    const { problem } = { problem: replay(gamesOf(1)[0]) };
    expect(room.truth!.optimum).toBeLessThanOrEqual(problem.final.value);
    expect(room.truth!.slices).toHaveLength(1);
    expect(Math.min(...room.truth!.slices[0].values)).toBeGreaterThanOrEqual(room.truth!.optimum);
    room.revealed = false;
    expect(room.truth).toBeUndefined();
  });

  it('is a curve over one hyperparameter, and slices through the optimum over three', async () => {
    for (const [problem, slices] of [
      ['one-knob', 0],
      ['dropout', 1],
      ['tuner', 1],
      ['three-knobs', 3],
    ] as const) {
      const room = roomOf();
      room.pose(problem);
      await room.add([{ text: chatOf(gamesOf(1, room.made)).join('\n') }]);
      room.revealed = true;
      await vi.waitFor(() => expect(room.truth).toBeDefined());
      const { truth } = room;
      expect(truth!.slices).toHaveLength(slices);
      expect(truth!.curve !== undefined).toBe(slices === 0);
      const seen = truth!.curve?.y ?? truth!.slices.flatMap(({ values }) => [...values]);
      expect(Math.min(...seen)).toBeGreaterThanOrEqual(truth!.optimum - truth!.floor);
    }
  });
});

describe('what is taken along', () => {
  it('is the table of the command line', async () => {
    const lines = chatOf(gamesOf(3));
    const text = [...lines, damaged(lines[2])].join('\n');
    const room = roomOf();
    await room.add([{ name: 'chat.txt', text }]);
    const { results } = readClass([{ name: 'chat.txt', text }]);
    expect(csvOf(room, ({ name }) => name)).toBe(`\uFEFF${classCsv(classTable({ results }).map(lineOf))}`);
  });

  it('has no name, of nobody and nothing, without names', async () => {
    const room = roomOf();
    await room.add([{ name: 'Player.txt', text: chatOf(gamesOf(3)).join('\n') }]);
    room.anonymous = true;
    const called = (one: (typeof room.listed)[number]) => `#${room.numberOf(one.id)}`;
    for (const file of [csvOf(room, called), jsonOf(room, called)]) {
      expect(file).not.toContain('Player');
      expect(file).toContain('#3');
    }
    expect(nameOf(room, room.players[0])).toBe('Player 1');
    const { results } = JSON.parse(jsonOf(room, called)) as { results: { points: number[][] }[] };
    expect(results.map(({ points }) => points)).toEqual(room.players.map(({ points }) => points));
  });
});

it('strategies run beside the class, on its problem, as often as asked', async () => {
  const room = roomOf();
  await room.add([{ text: chatOf(gamesOf(2)).join('\n') }]);
  await vi.waitFor(() => expect(room.rivals.running).toBe(false), { timeout: 20_000 });
  expect(room.rivals.bands.map(({ id, runs }) => [id, runs])).toEqual(RIVALS.map((id) => [id, 2]));
  for (const { finals, median, lower, upper } of room.rivals.bands) {
    expect(median[CHALLENGE.trials - 1]).toBeCloseTo((finals[0] + finals[1]) / 2, 12);
    lower.forEach((low, i) => expect(low <= median[i] && median[i] <= upper[i]).toBe(true));
  }
});
