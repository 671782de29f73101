/** What a device keeps of games: moves to the last bit, and nothing of what is broken. */
import { describe, expect, it } from 'vitest';
import { challengeCode, usualChallenge } from '#core/play/challenge.ts';
import { KeptGames, MOST_SEATS } from './kept.ts';

const challenge = usualChallenge('two-knobs', 5);
const code = challengeCode(challenge);
const moves = [
  [0.25, 0.5],
  [0.001, 1],
];

function storage() {
  let text: string | null = null;
  return {
    get text() {
      return text;
    },
    set text(given) {
      text = given;
    },
    games: () =>
      new KeptGames(
        () => text,
        (written) => (text = written),
      ),
  };
}

describe('games of a device', () => {
  it('are read as they were kept', () => {
    const kept = storage();
    const seats = [
      { name: 'Anna', moves },
      { name: '', moves: [] },
    ];
    kept.games().keep(challenge, { code, seats, seen: 1 });
    expect(kept.games().of(code)).toEqual({ code, seats, seen: 1 });
    expect(kept.games().open?.code).toBe(code);
    expect(kept.games().of(challengeCode(usualChallenge('two-knobs', 6)))).toBeUndefined();
  });

  it('are not offered to go on with before they were begun, and after they ended', () => {
    const kept = storage();
    kept.games().keep(challenge, { code, seats: [{ name: '', moves: [] }], seen: 0 });
    expect(kept.games().open).toBeUndefined();
    kept.games().keep(challenge, { code, seats: [{ name: '', moves }], seen: 1 });
    expect(kept.games().open).toBeUndefined();
    expect(kept.games().of(code)?.seen).toBe(1);
  });

  it('of a later version are left alone, and so are those that would be written over them', () => {
    const kept = storage();
    kept.games().keep(challenge, { code, seats: [{ name: '', moves }], seen: 1 });
    expect(JSON.parse(kept.text!)).toMatchObject({ version: 1 });
    expect(kept.games().later).toBe(false);
    // As they were written before they named their version.
    kept.text = JSON.stringify({ ...(JSON.parse(kept.text!) as object), version: undefined });
    expect(kept.games().of(code)?.seen).toBe(1);
    const theirs = (kept.text = JSON.stringify({ ...(JSON.parse(kept.text) as object), version: 2 }));
    const games = kept.games();
    expect(games.later).toBe(true);
    expect(games.of(code)).toBeUndefined();
    games.keep(challenge, { code, seats: [{ name: '', moves }], seen: 1 });
    expect(games.of(code)?.seen).toBe(1);
    expect(kept.text).toBe(theirs);
  });

  it('hold the last ones: an old one makes room', () => {
    const kept = storage();
    const games = kept.games();
    for (let seed = 1; seed <= 40; seed++) {
      const one = usualChallenge('two-knobs', seed);
      games.keep(one, { code: challengeCode(one), seats: [{ name: '', moves }], seen: 0 });
    }
    expect(kept.games().of(challengeCode(usualChallenge('two-knobs', 1)))).toBeUndefined();
    expect(kept.games().of(challengeCode(usualChallenge('two-knobs', 40)))).toBeDefined();
  });

  it.each([
    ['not JSON', '{'],
    ['of another kind', '[]'],
    ['without seats', JSON.stringify({ games: [{ code, seats: [], seen: 0 }], past: [] })],
    [
      'with too many',
      JSON.stringify({
        games: [{ code, seats: Array(MOST_SEATS + 1).fill({ name: '', moves: '' }), seen: 0 }],
        past: [],
      }),
    ],
  ])('are none where what was kept is %s', (_, text) => {
    const kept = storage();
    kept.text = text;
    expect(kept.games().of(code)).toBeUndefined();
    expect(kept.games().past).toEqual([]);
    // And another one can be kept.
    kept.games().keep(challenge, { code, seats: [{ name: '', moves }], seen: 0 });
    expect(kept.games().of(code)?.seats[0].moves).toEqual(moves);
  });

  it('with a damaged move begin anew, the others stay', () => {
    const kept = storage();
    const other = usualChallenge('one-knob', 5);
    kept.games().keep(other, { code: challengeCode(other), seats: [{ name: '', moves: [[0.5]] }], seen: 0 });
    kept.games().keep(challenge, { code, seats: [{ name: '', moves }], seen: 0 });
    kept.text = kept.text!.replace(/(TbT[^"]{12})./, '$1x');
    expect(kept.games().of(code)).toBeUndefined();
    expect(kept.games().of(challengeCode(other))?.seats[0].moves).toEqual([[0.5]]);
  });

  it('remember each finished one once', () => {
    const kept = storage();
    const past = { game: 'a', problem: 'tuner', help: 'blind', share: 0.5 } as const;
    kept.games().finish(past);
    const games = kept.games();
    games.finish(past);
    games.finish({ ...past, game: 'b', share: 1 });
    expect(kept.games().past.map(({ game }) => game)).toEqual(['a', 'b']);
  });
});
