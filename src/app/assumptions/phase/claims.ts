/** What the phase diagrams' presets show, as data: the words beside them say no more, and a test runs it. */
import type { PhaseClaim, Range } from '#core/claims/index.ts';
import type { PresetId } from './phase-presets.ts';

const ALL: Range = [0.9, 1];
const FEW: Range = [0, 0.15];

const reach = (strategy: string, x: number, y: number, share: Range): PhaseClaim => ({
  kind: 'reach',
  strategy,
  x,
  y,
  share,
});
const RULES = ['binary:golden', 'binary:fibonacci', 'binary:bisection', 'binary:ternary'];

export const PHASE_CLAIMS: Record<PresetId, readonly PhaseClaim[]> = {
  'ripple-noise': [
    reach('binary:golden', 0, 0, [1, 1]),
    reach('binary:golden', 0.22, 0, [0, 0.75]),
    reach('binary:golden', 0, 0.22, [0, 0.6]),
    reach('binary:golden', 0.22, 0.22, [0, 0.4]),
  ],
  'rotation-conditioning': [
    reach('binary:golden', 0, 30, [1, 1]),
    reach('binary:golden', 90, 30, [1, 1]),
    reach('binary:golden', 45, 30, [0, 0.4]),
    reach('binary:golden', 45, 1, [1, 1]),
    reach('nelder-mead', 45, 30, ALL),
  ],
  'dimensions-budget': [
    reach('nelder-mead', 2, 90, [0.8, 1]),
    reach('cma-es', 2, 90, [0.8, 1]),
    reach('nelder-mead', 10, 90, FEW),
    reach('cma-es', 10, 90, FEW),
  ],
  'minimum-budget': [{ kind: 'promised', strategies: ['grid', ...RULES] }],
  'target-budget': [
    ...RULES.map((rule) => reach(rule, 33, 1e-6, [1, 1])),
    reach('grid', 33, 1e-6, [0, 0.25]),
    reach('grid', 33, 0.1, [1, 1]),
    { kind: 'promised', strategies: ['grid', ...RULES] },
  ],
};
