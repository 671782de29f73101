/** A slider moves in equal steps along the parameter's own scale; its values are round numbers. */
import type { IntParam, RealParam } from '#core/params.ts';

export const SLIDER_STEPS = 200;

type NumberParam = RealParam | IntParam;

// A whole number over several magnitudes (a budget of 1 to 500) is set by ratio, too.
const isLog = (param: NumberParam) =>
  param.min > 0 && (param.kind === 'real' ? param.scale === 'log' : param.max / param.min >= 100);

/** Where the slider stands for a value, 0…{@link SLIDER_STEPS}. */
export function positionOf(param: NumberParam, value: number): number {
  const { min, max } = param;
  if (max === min) return 0;
  const share = isLog(param) ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
  return Math.round(SLIDER_STEPS * Math.min(1, Math.max(0, share)));
}

/** The value a slider's position stands for, within the limits. */
export function valueAt(param: NumberParam, position: number): number {
  const { min, max } = param;
  const share = position / SLIDER_STEPS;
  if (share <= 0) return min;
  if (share >= 1) return max;
  const raw = isLog(param) ? min * (max / min) ** share : min + share * (max - min);
  return Math.min(max, Math.max(min, rounded(param, raw)));
}

function rounded(param: NumberParam, raw: number): number {
  if (param.kind === 'int') return Math.round(raw);
  if (param.step !== undefined) {
    const steps = Math.round((raw - param.min) / param.step);
    return Number((param.min + steps * param.step).toPrecision(12));
  }
  if (isLog(param)) return Number(raw.toPrecision(2));
  // As many digits as one step of the slider resolves.
  const digits = Math.max(0, -Math.floor(Math.log10((param.max - param.min) / SLIDER_STEPS)));
  return Number(raw.toFixed(Math.min(12, digits)));
}
