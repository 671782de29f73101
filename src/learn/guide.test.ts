import { describe, expect, it } from 'vitest';
import { problemOf } from '#core/run.ts';
import { readStudy } from '#core/study/read-study.ts';
import { MAX_TRIALS } from '#core/study/types.ts';
import { answersText, ENTRANTS, everyAnswer, guided, inFewWords, readAnswers } from './guide.ts';
import { QUESTION_IDS, QUESTIONS, type Answers } from './questions.ts';

const all = [...everyAnswer()];

describe('the table from answers to studies', () => {
  it('knows every way to answer', () => {
    const count = QUESTION_IDS.reduce((product, one) => product * QUESTIONS[one].length, 1);
    expect(all).toHaveLength(count);
    for (const answers of all) expect(readAnswers(answersText(answers))).toEqual(answers);
    expect(readAnswers('knobs=few;noise=deafening;weather=fine;broken')).toEqual({ knobs: 'few' });
  });

  it('compares five strategies, each with its reason, on problems of the kind that was described', () => {
    for (const answers of all) {
      const { study, reasons, absent, machines, deadline, longest, judged } = guided(answers);
      const said = answersText(answers);
      const ids = study.strategies.map(({ id }) => id);
      expect(new Set(ids).size, said).toBe(ENTRANTS);
      expect(reasons, said).toHaveLength(ENTRANTS);
      expect(ids, said).toContain('random');
      for (const { id } of absent) expect(ids, said).not.toContain(id);
      expect(study.problems.length, said).toBeGreaterThan(1);
      expect(study.problems.length * ENTRANTS * study.budget * study.repeats).toBeLessThan(MAX_TRIALS / 100);
      for (const one of study.problems) {
        const problem = problemOf(one);
        const knobs = problem.space.dimensions.length;
        expect(
          answers.knobs === 'one' ? knobs === 1 : answers.knobs === 'few' ? knobs === 2 : knobs > 4,
          said,
        ).toBe(true);
        expect(one.noise.kind === 'none', said).toBe(answers.noise === 'none');
        if (answers.valley === 'one') expect(problem.facts.unimodal, one.name).toBe(true);
      }
      expect(judged).toBe(answers.noise === 'none' ? 'tried' : 'deployed');
      expect(machines === 1, said).toBe(answers.machines === 'one');
      expect(deadline, said).toBeLessThanOrEqual(longest);
    }
  });

  it('hangs on every one of the six', () => {
    const made = (answers: Answers) => {
      const { study, machines, judged } = guided(answers);
      return JSON.stringify([study, machines, judged]);
    };
    for (const question of QUESTION_IDS)
      for (const answers of all.slice(0, 40)) {
        const others = QUESTIONS[question].map((option) => made({ ...answers, [question]: option }));
        // Of cheap trials on several machines there may be nothing new to compare; never for all answers.
        if (question === 'machines' || question === 'knobs' || question === 'price' || question === 'noise')
          expect(new Set(others).size, `${question}: ${answersText(answers)}`).toBe(others.length);
      }
    const differs = (question: 'valley' | 'experience') =>
      all.filter(
        (answers) =>
          new Set(QUESTIONS[question].map((option) => made({ ...answers, [question]: option }))).size > 1,
      );
    expect(differs('valley')).toHaveLength(all.length);
    expect(differs('experience')).toHaveLength(all.length);
  });

  it('is read by the Arena as it stands', () => {
    for (const answers of all) {
      const { study } = guided(answers);
      expect(readStudy(JSON.parse(JSON.stringify(inFewWords(study))))).toEqual({ study });
    }
  });
});
