/** Makers of tables: adding one is a file and a line here. */
import type { Maker } from '../types.ts';
import { hiplot } from './hiplot.ts';
import { kerasTuner } from './keras-tuner.ts';
import type { MakerRules, Names } from './maker.ts';
import { mlflow } from './mlflow.ts';
import { optuna } from './optuna.ts';
import { rayTune } from './ray-tune.ts';
import { scikitLearn } from './scikit-learn.ts';
import { trialByTrial } from './trial-by-trial.ts';
import { wandb } from './wandb.ts';

/** Those whose names are told apart most surely come first. */
const MAKERS: readonly MakerRules[] = [
  trialByTrial,
  optuna,
  scikitLearn,
  rayTune,
  kerasTuner,
  mlflow,
  wandb,
  hiplot,
];

export function recognise(names: Names): { rules: MakerRules; by: string[] } | undefined {
  for (const rules of MAKERS) {
    const by = rules.recognise(names);
    if (by) return { rules, by };
  }
  return undefined;
}

/** How a maker calls itself. */
export const makerName = (id: Maker): string => MAKERS.find((rules) => rules.id === id)!.name;
