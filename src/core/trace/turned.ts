/**
 * Traces of maximised objectives: in memory in the engine's sense, in files and on standard output in the objective's own.
 * Turning twice gives the same trace back.
 */
import { define, lookUp } from '../look-up.ts';
import { problemOf } from '../run.ts';
import { senseOf, turned } from '../sense.ts';
import { getStrategy, hasStrategy } from '../strategies/index.ts';
import type { Message, ModelView, Sense, Trace, TraceFile, Trial, View } from '../types.ts';

const MINUS = '−';

/** A sentence's numbers that are values of the objective; the strategy says which they are. */
export function turnedMessage(message: Message, sense: Sense): Message {
  if (sense === 'minimise') return message;
  const [id] = message.key.split('.', 1);
  const heights = hasStrategy(id) ? (getStrategy(id).heights?.(message) ?? []) : [];
  const values = { ...message.values };
  for (const name of heights) {
    const value = lookUp(values, name);
    if (value !== undefined) define(values, name, turnedBlank(value, sense));
  }
  return { key: message.key, values };
}

/** Numbers that need many digits, and ∞ for a failed trial, are spelt out. */
function turnedBlank(value: number | string, sense: Sense): number | string {
  if (typeof value === 'number') return turned(value, sense);
  if (value === '0') return value;
  return value.startsWith(MINUS) ? value.slice(MINUS.length) : MINUS + value;
}

function turnedModel(view: ModelView, sense: Sense): ModelView {
  const { yMean, fantasies, acquisition, predicted } = view;
  return {
    ...view,
    yMean: turned(yMean, sense),
    ...(fantasies && { fantasies: fantasies.map((y) => turned(y, sense)) }),
    acquisition: { ...acquisition, best: turned(acquisition.best, sense) },
    predicted: { ...predicted, mean: turned(predicted.mean, sense) },
  };
}

/** A model's own values; what else strategies show are places. */
export const turnedView = (view: View, sense: Sense): View =>
  view.kind === 'model' && sense === 'maximise' ? turnedModel(view, sense) : view;

export function turnedTrial(trial: Trial, sense: Sense): Trial {
  if (sense === 'minimise') return trial;
  const { y, trueValue, best, why, view } = trial;
  return {
    ...trial,
    y: turned(y, sense),
    trueValue: turned(trueValue, sense),
    best: turned(best, sense),
    why: turnedMessage(why, sense),
    ...(view && { view: turnedView(view, sense) }),
  };
}

export function turnedTrace(trace: Trace, sense: Sense): Trace {
  if (sense === 'minimise') return trace;
  const { trials, closing } = trace;
  return {
    ...trace,
    trials: trials.map((trial) => turnedTrial(trial, sense)),
    ...(closing && {
      closing: {
        why: turnedMessage(closing.why, sense),
        ...(closing.view && { view: turnedView(closing.view, sense) }),
      },
    }),
  };
}

/** A trace file as it is written: in the objective's own sense, which it names where that is to maximise. */
export function writtenFile(file: TraceFile): TraceFile & { sense?: 'maximise' } {
  const sense = senseOf(problemOf(file.scenario));
  if (sense === 'minimise') return file;
  const { format, version, scenario, traces } = file;
  return { format, version, sense, scenario, traces: traces.map((trace) => turnedTrace(trace, sense)) };
}
