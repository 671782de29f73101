/** A chapter's sheet, `chapter.yaml`: all that no language says: its place, its figures, its predictions. */
import * as v from 'valibot';
import { LineCounter, parseDocument } from 'yaml';
import { FIGURES, type Figure } from '../../src/learn/figures.ts';
import { PREDICTIONS, type Prediction } from '../../src/learn/predictions.ts';
import { known, LearnError } from './refusal.ts';

export interface Sheet {
  order: number;
  /** By section. */
  figures: Record<string, Figure>;
  predictions: Record<string, Prediction>;
}

const Shape = v.strictObject({
  order: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Parts of queries that figures have in common, written there as `{name}`. */
  scenarios: v.optional(v.record(v.string(), v.string()), {}),
  sections: v.record(v.string(), v.unknown()),
  predictions: v.optional(v.record(v.string(), v.unknown()), {}),
});
type Kinds = Readonly<Record<string, v.GenericSchema>>;

/** @throws {LearnError} with the line */
export function readSheet(text: string, file: string): Sheet {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) throw new LearnError(file, broken.linePos?.[0].line, broken.message.split('\n')[0]);
  const lineOf = (path: readonly (string | number)[]): number | undefined => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as { range?: [number] } | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return undefined;
  };
  const read = <Schema extends v.GenericSchema>(
    schema: Schema,
    given: unknown,
    path: (string | number)[],
  ): v.InferOutput<Schema> => {
    const result = v.safeParse(schema, given);
    if (result.success) return result.output;
    const [issue] = result.issues;
    const at = [...path, ...(issue.path ?? []).map(({ key }) => key as string | number)];
    const keys =
      'entries' in schema && issue.type === 'strict_object' && issue.expected === 'never'
        ? ` Known keys are ${known(Object.keys(schema.entries as object))}.`
        : '';
    throw new LearnError(file, lineOf(at), `${at.join('.')}: ${issue.message}.${keys}`);
  };
  const ofKind = (kinds: Kinds, given: unknown, path: string[]): unknown => {
    const { kind } = (given ?? {}) as { kind?: unknown };
    if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind))
      throw new LearnError(
        file,
        lineOf(path),
        `${path.join('.')}: there is no kind “${String(kind)}”; known are ${known(Object.keys(kinds))}.`,
      );
    return read(kinds[kind], given, path);
  };

  const { order, scenarios, sections, predictions } = read(Shape, document.toJS(), []);
  const filled = (given: unknown, path: string[]): unknown => {
    const { lab } = (given ?? {}) as { lab?: unknown };
    if (typeof lab !== 'string') return given;
    const whole = lab.replace(/\{([\w-]+)\}/g, (_, name: string) => {
      if (!Object.hasOwn(scenarios, name))
        throw new LearnError(
          file,
          lineOf(path),
          `${path.join('.')}: there is no scenario “${name}”; known are ${known(Object.keys(scenarios))}.`,
        );
      return scenarios[name];
    });
    return { ...(given as object), lab: whole };
  };
  return {
    order,
    figures: Object.fromEntries(
      Object.entries(sections).map(([id, given]) => {
        const path = ['sections', id];
        return [id, ofKind(FIGURES, filled(given, path), path) as Figure];
      }),
    ),
    predictions: Object.fromEntries(
      Object.entries(predictions).map(([id, given]) => [
        id,
        ofKind(PREDICTIONS, given, ['predictions', id]) as Prediction,
      ]),
    ),
  };
}
