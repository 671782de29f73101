import type { phaseErrors as englishErrors } from './phase-errors.en.ts';

export const phaseErrors: typeof englishErrors = {
  'phase-run': '{{strategy}}的一些运行无法完成；其余的继续进行。',
};
