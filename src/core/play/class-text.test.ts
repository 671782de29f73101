/** Results in whatever they come in: every code found, the name before it kept, what is wrong said of it alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stream } from '../rng.ts';
import { challengeCode, usualChallenge, type Challenge } from './challenge.ts';
import { readClass, gameText } from './class-text.ts';
import { gameCode, type Game } from './result-code.ts';
import { replay } from './replay.ts';
import { checkSymbol, symbolsOf, textOf } from './symbols.ts';
import { gameOf } from './testing.ts';

const challenge: Challenge = { ...usualChallenge('two-knobs', 31), trials: 30 };
/** So many different games of a challenge. */
function games(count: number, of: Challenge = challenge, label = 'class'): Game[] {
  const rng = stream(label);
  const knobs = of.problem === 'three-knobs' ? 3 : of.problem === 'two-knobs' ? 2 : 1;
  return Array.from({ length: count }, () => ({
    challenge: of,
    moves: Array.from({ length: of.trials }, () =>
      Array.from({ length: knobs }, () => rng.below(1001) / 1000),
    ),
  }));
}
const [game, second, third] = games(3);
const [code, other, another] = [game, second, third].map(gameCode);
const read = (text: string, expected?: Challenge) => readClass([{ text }], expected).results;
const named = (text: string) => read(text).map(({ name, status }) => [name, status]);

describe('a name', () => {
  it.each<[string, string]>([
    [`Anna: ${code}`, 'Anna'],
    [`[10:32] 王芳：${code}`, '王芳'],
    [`[27/11/2026, 10:32:15] Anna Müller: ${code}`, 'Anna Müller'],
    [`27.11.26, 10:32 - Anna: ${code}`, 'Anna'],
    [`11/27/26, 10:32 PM - Jean-Luc: my result is ${code} !!`, 'Jean-Luc'],
    [`2026-11-27 10:32:15 O’Neil: ${code}`, 'O’Neil'],
    [`10:32:15 From  Anna  to  Everyone: ${code}`, 'From Anna to Everyone'],
    [`- **Anna**: \`${code}\``, 'Anna'],
    [`> Anna – ${code}.`, 'Anna'],
    [`“Anna”,${code},14`, 'Anna'],
    [`"Anna","${code}"`, 'Anna'],
    [`3\tAnna\t${code}\t14`, 'Anna'],
    [`| 3 | Anna | ${code} |`, 'Anna'],
    [`Anna https://example.org/trial/#/class/${code}`, 'Anna'],
    [`Anna: <https://example.org/#/class/${code}>`, 'Anna'],
    [`https://example.org/#/class/${code}?name=Anna%20M%C3%BCller`, 'Anna Müller'],
    [`https://example.org/#/class/${code}?lang=zh&name=%E7%8E%8B%E8%8A%B3`, '王芳'],
    [`Anna 10:32 AM\n${code}`, 'Anna'],
    [`王芳 2026年11月27日 10:32\n${code}`, '王芳'],
    [`王芳 上午10:32\r\n\u200b${code}\u200b`, '王芳'],
    [`Anna:\n${code}`, 'Anna'],
    [`Hello all, here we go\n${code}`, ''],
    [code, ''],
    [`Anna7: ${code}`, 'Anna7'],
    [`[10:32] Max (7b): ${code}`, 'Max (7b)'],
    [`王芳（二班）：${code}`, '王芳（二班）'],
    [`王芳${code}真难`, '王芳'],
    [`Anna${code}`, 'Anna'],
    [`Anna: ${code}done`, 'Anna'],
    [`Müller, Anna: ${code}`, 'Müller, Anna'],
  ])('is kept: %#', (text, name) => {
    expect(read(text)).toMatchObject([{ code, name, status: 'whole' }]);
  });

  it('belongs to the code behind it, several on a line', () => {
    expect(named(`Anna: ${code}, Bob: ${other}; ${another}`)).toEqual([
      ['Anna', 'whole'],
      ['Bob', 'whole'],
      ['', 'whole'],
    ]);
  });

  it('comes back from what is sent', () => {
    for (const name of ['Anna', '王芳', 'Max M.', 'x7'])
      expect(named(gameText(game, name))).toEqual([[name, 'whole']]);
    expect(named(gameText(game))).toEqual([['', 'whole']]);
  });
});

describe('a text', () => {
  it('is read whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ maxLength: 40 }),
        (noise, more) => {
          const results = read(`${noise}\n${code}\n${more}`);
          expect(results.some((one) => one.code === code && one.status === 'whole')).toBe(true);
        },
      ),
    );
  });

  it('has no results where there are none', () => {
    const text =
      'TITANIC TbTerrible Trial-by-Trial TbT ABTEST1234567 https://example.org/a1B2c3D4e5F6g7H8 ' +
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 aGVsbG8gd29ybGQhIFRiVA== 8E00-0071';
    expect(read(text)).toEqual([]);
  });

  it('has codes that are broken over lines, also as quotations', () => {
    for (const broken of [
      code.replace(/.{40}/g, '$&\n'),
      code.replace(/.{72}/g, '$&\r\n> '),
      `${code.slice(0, 5)} ${code.slice(5)}`,
    ])
      expect(read(`Anna: ${broken}\nBob: ${other}`)).toMatchObject([
        { code, name: 'Anna', status: 'whole', line: 1 },
        { code: other, name: 'Bob', status: 'whole' },
      ]);
  });

  it('has a code and its link as one', () => {
    expect(named(`Anna: ${code} https://example.org/#/class/${code}\nBob: ${other}`)).toEqual([
      ['Anna', 'whole'],
      ['Bob', 'whole'],
    ]);
    expect(named(`Anna: ${code}\nhttps://example.org/#/class/${code}`)).toEqual([['Anna', 'whole']]);
  });

  it('is read again from the names and codes of a list', () => {
    const list = games(40).map((one, i) => `Player ${i},${gameCode(one)},0.5`);
    expect(read(list.join('\n')).map(({ name, status }) => `${name} ${status}`)).toEqual(
      list.map((_, i) => `Player ${i} whole`),
    );
  });
});

describe('what is wrong', () => {
  it('is said of that result alone', () => {
    const foreign = gameCode(games(1, { ...challenge, seed: 32 })[0]);
    const half = gameCode({ challenge, moves: third.moves.slice(0, 7) });
    const text = [
      `Anna: ${code}`,
      `Bob: ${other.slice(0, 50)}${other[50] === 'x' ? 'y' : 'x'}${other.slice(51)}`,
      `Cem: ${foreign}`,
      `Dai: ${code}`,
      `Eve: ${later(other)}`,
      `Fay: ${half}`,
      `Gus: ${another.slice(0, 60)}`,
      `Hal: ${another}`,
    ].join('\n');
    const results = read(text);
    expect(results.map(({ name, status, line }) => [name, status, line])).toEqual([
      ['Anna', 'whole', 1],
      ['Bob', 'damaged', 2],
      ['Cem', 'other-challenge', 3],
      ['Dai', 'doubled', 4],
      ['Eve', 'other-version', 5],
      ['Fay', 'unfinished', 6],
      ['Gus', 'damaged', 7],
      ['Hal', 'whole', 8],
    ]);
    expect(results.map(({ problem }) => problem?.key)).toEqual([
      undefined,
      'problem.result-damaged',
      'problem.class-other-challenge',
      'problem.class-doubled',
      'problem.result-version',
      undefined,
      'problem.result-damaged',
      undefined,
    ]);
    expect(results[1].challenge).toEqual(challenge);
    expect(results[3].problem?.values).toEqual({ first: 1 });
    const foreignClass = readClass([{ text }], { ...challenge, seed: 32 });
    expect(foreignClass.results.filter(({ status }) => status === 'whole').map(({ name }) => name)).toEqual([
      'Cem',
    ]);
  });

  it('names the file where the same result came before', () => {
    const { results, challenge: played } = readClass([
      { name: 'a.txt', text: `Anna: ${code}` },
      { name: 'b.txt', text: `Bob: ${other}\nAnn: ${code}` },
    ]);
    expect(played).toEqual(challenge);
    expect(results.at(-1)).toMatchObject({
      status: 'doubled',
      source: 'b.txt',
      line: 2,
      problem: { key: 'problem.class-doubled-elsewhere', values: { first: 1, source: 'a.txt' } },
    });
  });

  it('loses no other result: one character of a chat is changed anywhere', () => {
    const class60 = games(60).map((one, i) => gameText(one, `Player ${i}`));
    const text = class60.join('\n');
    const digit = fc.constantFrom(...'09AZaz');
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), digit, (at, changed) => {
        if (text[at] === changed) return;
        const results = read(text.slice(0, at) + changed + text.slice(at + 1));
        // Where a line break becomes a letter, two lines are glued to one another.
        const hit = inCode(text, at);
        expect(results).toHaveLength(60);
        expect(results.filter(({ status }) => status === 'whole')).toHaveLength(hit ? 59 : 60);
      }),
      { numRuns: 300 },
    );
  });

  it('is found of every damaged code of a pasted chat', () => {
    const class60 = games(60).map((one, i) => gameText(one, `Player ${i}`));
    const text = class60.map((one, i) => (i % 12 === 0 ? damaged(one) : one)).join('\n');
    const results = read(text);
    expect(results).toHaveLength(60);
    expect(results.filter(({ status }) => status === 'damaged').map(({ name }) => name)).toEqual(
      [0, 12, 24, 36, 48].map((i) => `Player ${i}`),
    );
  });
});

/** A line is a name, a colon and a code. */
const inCode = (text: string, at: number) => text.lastIndexOf(': ', at - 2) > text.lastIndexOf('\n', at);
const damaged = (text: string) => text.slice(0, 40) + text.slice(42);
/** The code as a later version would begin. */
function later(text: string): string {
  const symbols = symbolsOf(text.slice(3, 11));
  if ('character' in symbols) throw new Error(symbols.character);
  const head = symbols.symbols.slice(0, 7);
  head[0] += 8;
  for (let low = 0; low < 8; low++) {
    const whole = [...head.slice(0, 6), (head[6] & 24) | low];
    const made = `TbT${textOf([...whole, checkSymbol(whole)])}${text.slice(11)}`;
    if (read(made)[0].status === 'other-version') return made;
  }
  throw new Error('No code of the version was found.');
}

it('five hundred results are read and replayed in well under a second', () => {
  expect(challengeCode(challenge)).toHaveLength(8);
  const text = games(500)
    .map((one, i) => gameText(one, `Player ${i}`))
    .join('\n');
  replay(game);
  const from = performance.now();
  const { results } = readClass([{ text }]);
  const finals = results.map((one) => replay(one.game!).final.gap);
  const seconds = (performance.now() - from) / 1000;
  expect(finals).toHaveLength(500);
  expect(Math.min(...finals)).toBeGreaterThan(0);
  expect(seconds).toBeLessThan(3);
});

it('a text that only looks like codes takes no longer than it is', () => {
  const from = performance.now();
  for (const text of [
    code.slice(0, 11).repeat(2000),
    'TbT'.repeat(5000),
    'a'.repeat(100_000),
    `${code.slice(0, 50)}\n`.repeat(300),
  ])
    expect(read(text).filter(({ status }) => status === 'whole')).toEqual([]);
  expect(performance.now() - from).toBeLessThan(5000);
});

it('the longest code is read', () => {
  const three = { ...usualChallenge('three-knobs', 1_000_000), trials: 32 };
  expect(named(`Anna: ${gameText(games(1, three)[0])}`)).toEqual([['Anna', 'whole']]);
});

it('every game of every problem is found in a chat', () => {
  for (const problem of ['one-knob', 'tuner', 'dropout', 'two-knobs', 'three-knobs'] as const)
    for (const one of fc.sample(gameOf(usualChallenge(problem, 6)), { numRuns: 20, seed: 9 }))
      expect(read(`Anna: ${gameCode(one)}`)).toMatchObject([{ game: one, name: 'Anna' }]);
});
