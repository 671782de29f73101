import type { Rule } from 'eslint';

export const noLateProps: Rule.RuleModule;
