/** Claims as data, and what runs them. */
export { DEFAULT_CLAIMS, DRAWN_CLAIMS, FORMULA_CLAIMS, TABLE_CLAIMS } from './examples.ts';
export { PhaseClaims } from './phase-claims.ts';
export { ScenarioClaims, type Subject } from './scenario-claims.ts';
export { StudyClaims } from './study-claims.ts';
export type { PhaseClaim, Range, ScenarioClaim, StudyClaim } from './types.ts';
