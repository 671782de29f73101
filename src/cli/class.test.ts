/** `sim class`: a copied chat in, a table out; what is wrong with a result is said of it, and its row stays. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvParse } from 'd3-dsv';
import { afterAll, describe, expect, it } from 'vitest';
import { challengeCode, usualChallenge } from '#core/play/challenge.ts';
import { gameText } from '#core/play/class-text.ts';
import { problemOfChallenge, replay } from '#core/play/replay.ts';
import { gameCode, type Game } from '#core/play/result-code.ts';
import { stream } from '#core/rng.ts';
import { said } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'class-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const challenge = usualChallenge('two-knobs', 8);
const rng = stream('sim class');
const game = (of = challenge, trials = of.trials): Game => ({
  challenge: of,
  moves: Array.from({ length: trials }, () => [rng.below(1001) / 1000, rng.below(1001) / 1000]),
});

describe('a chat', () => {
  const games = Array.from({ length: 6 }, () => game());
  const foreign = game({ ...challenge, seed: 9 });
  const text = [
    ...games.map((one, i) => `[10:3${i}] ${gameText(one, `Player ${i}`)}`),
    'Great fun! 1234567890123456',
    gameText(game(challenge, 4), '=SUM(A1)'),
    `王芳：${gameCode(games[0])}`,
    gameText(foreign, 'Cem'),
    gameText(game(), 'Dai').slice(0, -1),
  ].join('\n');
  const path = fileOf('chat.txt', text);

  it('is a table: every result replayed and ranked, what is wrong said', async () => {
    const { code, out, told } = await said('class', path);
    expect(code).toBe(0);
    const rows = csvParse(out);
    expect(rows.columns.join()).toBe('name,code,challenge,trials,best,gap,best_trial,rank,status,file,line');
    expect(rows.map(({ status }) => status)).toEqual([
      ...games.map(() => 'whole'),
      'unfinished',
      'doubled',
      'other-challenge',
      'damaged',
    ]);
    for (const [i, one] of games.entries()) {
      const { final } = replay(one);
      expect(rows[i]).toMatchObject({
        ...{ name: `Player ${i}`, code: gameCode(one), challenge: challengeCode(challenge), trials: '15' },
        ...{ best: String(final.value), gap: String(final.gap), best_trial: String(final.trial) },
        ...{ file: path, line: String(i + 1) },
      });
      expect(final.gap).toBeCloseTo(final.value - problemOfChallenge(challenge).optimum.value, 12);
    }
    const ranked = rows.filter(({ rank }) => rank !== '').sort((a, b) => Number(a.rank) - Number(b.rank));
    expect(ranked.map(({ rank }) => rank)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(ranked.map(({ gap }) => Number(gap))).toEqual(
      rows
        .slice(0, 7)
        .map(({ gap }) => Number(gap))
        .sort((a, b) => a - b),
    );
    // A spreadsheet runs no name.
    expect(rows[6]).toMatchObject({ name: "'=SUM(A1)", trials: '4' });
    expect(rows[7].name).toBe('王芳');
    expect(rows[9]).toMatchObject({ name: 'Dai', best: '', rank: '', challenge: challengeCode(challenge) });
    const sentences = told.trimEnd().split('\n');
    expect(sentences).toHaveLength(3);
    expect(sentences[0]).toMatch(
      /chat\.txt, line 9 \(王芳\): The same result stands in line 1 already\. It counts once\.$/,
    );
    expect(sentences[1]).toMatch(
      /line 10 \(Cem\): This result is of the challenge \w{8}; the class plays \w{8}\.$/,
    );
    expect(sentences[2]).toMatch(/line 11 \(Dai\): .* Copy the whole of it again\.$/);
    expect(told).not.toMatch(/\{\{|undefined/);
  });

  it('is read of the challenge that is named', async () => {
    const { out } = await said('class', path, '--challenge', challengeCode(foreign.challenge).toLowerCase());
    expect(
      csvParse(out)
        .filter(({ rank }) => rank !== '')
        .map(({ name }) => name),
    ).toEqual(['Cem']);
  });

  it('may be several files, and the table itself', async () => {
    const { out } = await said('class', path);
    const again = await said('class', fileOf('again.csv', out));
    const names = (csv: string) =>
      csvParse(csv)
        .slice(0, 6)
        .map(({ name, gap, rank }) => [name, gap, rank]);
    expect(names(again.out)).toEqual(names(out));
    const two = await said('class', path, fileOf('late.txt', gameText(games[3], 'Late')));
    expect(two.told).toMatch(
      /late\.txt, line 1 \(Late\): The same result stands in line 4 of .*chat\.txt already/,
    );
  });

  it('shares ranks where gaps are equal', async () => {
    const first = games[0];
    const other = { challenge, moves: [...first.moves].reverse() };
    const { out } = await said(
      'class',
      fileOf('equal.txt', [games[1], first, other].map((one) => gameCode(one)).join('\n')),
    );
    const ranks = csvParse(out).map(({ rank }) => Number(rank));
    expect(ranks[1]).toBe(ranks[2]);
    expect([...ranks].sort()).toEqual(ranks[0] === 1 ? [1, 2, 2] : [1, 1, 3]);
  });
});

it.each<[string, RegExp, string[]]>([
  ['no file', /^class needs a file .* sim class FILE\.\n$/, []],
  ['a file that is not there', /nowhere\.txt could not be read: ENOENT/, [join(folder, 'nowhere.txt')]],
  ['no result', /empty\.txt holds no code of a game; one begins with TbT\./, [fileOf('empty.txt', 'hello')]],
  [
    'a challenge that is none',
    /^--challenge: The code has 4 characters, a challenge has 8\./,
    [fileOf('empty.txt', 'hello'), '--challenge', '8E00'],
  ],
])('%s is one sentence, and exit code 2', async (_, sentence, args) => {
  const { code, out, told } = await said('class', ...args);
  expect([code, out]).toEqual([2, '']);
  expect(told).toMatch(sentence);
  expect(told).toMatch(/^[^\n]+\n$/);
});
