import { expect, it } from 'vitest';
import { dimensionsOf } from '#core/study/posed.ts';
import { StudyDraft } from './draft.svelte.ts';
import { knobsRange, membersOf } from './knobs.ts';
import { DEFAULT_SKETCH, STUDY_PRESETS } from './study-presets.ts';
import { sketchOf, writtenOut } from './study-sketch.ts';

const knobs = ({ study }: StudyDraft) => study!.problems.map(({ objective }) => dimensionsOf(objective));

it('a study of which nothing is asked is read as it stands', () => {
  for (const preset of Object.values(STUDY_PRESETS)) expect(writtenOut(preset)).toEqual(preset);
});

it('what is asked of all problems is in the study, in its file, and gone with another question', () => {
  const draft = new StudyDraft({ ...STUDY_PRESETS.knobs });
  expect(knobs(draft)).toEqual([2, 5, 5, 6, 10, 20]);
  draft.edit({ dimensions: 9, noise: 0.1 });
  expect(knobs(draft)).toEqual([2, 9, 9, 9, 9]);
  expect(draft.study!.problems.every(({ noise }) => noise.kind === 'gaussian')).toBe(true);
  // Still the problems of a suite: every repeat is an instance of its own.
  expect(draft.study!.instances).toBe('moved');
  const file = draft.study!;
  const again = new StudyDraft();
  again.adopt(file);
  expect(again.study).toEqual(file);
  again.begin(sketchOf(file));
  expect(again.study).toEqual(file);

  draft.begin(STUDY_PRESETS.knobs);
  expect(knobs(draft)).toEqual([2, 5, 5, 6, 10, 20]);
});

it('a suite that says nothing of instances has moved ones, asked or not', () => {
  const { strategies, budget, repeats, seed } = DEFAULT_SKETCH;
  const rest = { strategies, budget, repeats, seed };
  for (const dimensions of [undefined, 4]) {
    const draft = new StudyDraft({ ...rest, problems: ['unimodal'], dimensions });
    expect(draft.study!.instances).toBe('moved');
  }
  const plain = new StudyDraft({ ...rest, problems: ['ackley'], dimensions: 4 });
  expect([knobs(plain), plain.study!.instances]).toEqual([[4], undefined]);
});

it('sets say how many hyperparameters their problems have, as they are asked for', () => {
  const range = (dimensions?: number) =>
    knobsRange(
      membersOf('low-effective-dimension', { dimensions }).map(({ objective }) => dimensionsOf(objective)),
    );
  expect([range(), range(2), range(12)]).toEqual(['2–20', '2', '2–12']);
  expect([knobsRange([]), knobsRange([NaN, 3])]).toEqual(['–', '3']);
});
