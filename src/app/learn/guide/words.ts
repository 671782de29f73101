/** How the guide's questions, answers and reasons are said. */
import { QUESTION_IDS, QUESTIONS, type Answers, type Question } from '../../../learn/questions.ts';
import { t, type TextKey } from '../../i18n/index.svelte.ts';

export const questionText = (question: Question): string => t(`learn.guide.ask.${question}`);
/** Every question has options of its own: the key is one of them. */
export const optionText = (question: Question, option: string): string =>
  t(`learn.guide.options.${question}.${option}` as TextKey);
export const optionsOf = (question: Question): readonly string[] => QUESTIONS[question];
/** “few knobs · hours · one machine …”. */
export const answersSaid = (answers: Answers): string =>
  QUESTION_IDS.map((question) => optionText(question, answers[question])).join(' · ');
