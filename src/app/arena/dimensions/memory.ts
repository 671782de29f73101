/**
 * What the browser remembers of the section on the curse between visits: its settings, and what was counted. Neither is
 * worth a word when it cannot be read, or comes from another version: settings are quickly made, targets quickly counted.
 */
import * as v from 'valibot';
import type { IntParam, RealParam } from '#core/params.ts';
import { CLASSIC, DESIGNS, type CurseCounts } from '#core/study/curse.ts';
import { COST_LIMITS, CURSE_LIMITS, UNITS, type CostSettings, type CurseSettings } from './settings.ts';
import type { HitCounts } from './tally.ts';

/** What is set, and the number of trials that sentences speak of. */
export interface CurseChoices {
  settings: CurseSettings;
  cost: CostSettings;
  trials: number;
}

/** As `storage.ts` has it. */
export interface Memory {
  recall(name: string): string | null;
  remember(name: string, value: string): void;
}

const CHOICES = 'curse';
const TALLIES = 'curse-counts';
/** Of both: to be raised when the simulation draws other targets or points, or what is kept has another shape. */
const VERSION = 1;
/** Counts of so many questions are kept; each takes some ten kilobytes. */
export const MOST_TALLIES = 8;

const within = ({ kind, min, max }: Pick<IntParam | RealParam, 'kind' | 'min' | 'max'>) =>
  v.pipe(
    v.number(),
    v.check((given) => given >= min && given <= max && (kind === 'real' || Number.isInteger(given))),
  );
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const settings = {
  dimensions: within(CURSE_LIMITS.dimensions),
  volume: within({ kind: 'real', min: CURSE_LIMITS.volume.min / 100, max: CURSE_LIMITS.volume.max / 100 }),
  shape: v.picklist(['cube', 'box']),
  targets: within(CURSE_LIMITS.targets),
  seed: within(CURSE_LIMITS.seed),
};
const Choices = v.object({
  version: v.literal(VERSION),
  settings: v.object(settings),
  cost: v.object({
    levels: within(COST_LIMITS.levels),
    dimensions: within(COST_LIMITS.dimensions),
    hours: within(COST_LIMITS.hours),
    price: within(COST_LIMITS.price),
    currency: v.nullable(v.pipe(v.string(), v.maxLength(6))),
    budget: within(COST_LIMITS.budget),
    unit: v.picklist(UNITS),
  }),
  trials: within({ kind: 'int', min: 1, max: CLASSIC.maxTrials }),
});

const hits = v.array(whole);
const Tallies = v.object({
  version: v.literal(VERSION),
  tallies: v.array(
    v.pipe(
      v.object({
        question: v.object({ ...settings, maxTrials: whole }),
        counts: v.object({
          targets: whole,
          successes: v.object(v.entriesFromList(DESIGNS, hits)),
        }),
        missing: v.array(v.object({ first: whole, targets: whole })),
      }),
      v.check(({ question, counts, missing }) => {
        const left = missing.reduce((sum, { targets }) => sum + targets, 0);
        return (
          counts.targets + left === question.targets &&
          missing.every(({ first, targets }) => first + targets <= question.targets) &&
          DESIGNS.every((design) => {
            const of = counts.successes[design];
            return of.length === question.maxTrials && of.every((hit) => hit <= counts.targets);
          })
        );
      }),
    ),
  ),
});

export function recallChoices(memory: Memory): CurseChoices | undefined {
  return read(Choices, memory.recall(CHOICES));
}
export function rememberChoices(memory: Memory, choices: CurseChoices): void {
  memory.remember(CHOICES, JSON.stringify({ version: VERSION, ...choices }));
}

/** Those of designs of up to so many trials; what was looked at last comes last. */
export function recallTallies(memory: Memory, maxTrials: number): HitCounts[] {
  const { tallies = [] } = read(Tallies, memory.recall(TALLIES)) ?? {};
  return tallies
    .filter(({ question }) => question.maxTrials === maxTrials)
    .map(({ counts, ...rest }) => ({
      ...rest,
      counts: { ...counts, successes: perDesign(counts.successes) },
    }));
}
export function rememberTallies(memory: Memory, tallies: readonly HitCounts[]): void {
  const kept = tallies.slice(-MOST_TALLIES).map(({ question, counts, missing }) => ({
    question,
    missing,
    counts: {
      targets: counts.targets,
      successes: Object.fromEntries(DESIGNS.map((design) => [design, [...counts.successes[design]]])),
    },
  }));
  memory.remember(TALLIES, JSON.stringify({ version: VERSION, tallies: kept }));
}

const perDesign = (lists: Record<(typeof DESIGNS)[number], number[]>) =>
  Object.fromEntries(
    DESIGNS.map((design) => [design, Uint32Array.from(lists[design])]),
  ) as CurseCounts['successes'];

function read<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string | null,
): v.InferOutput<Schema> | undefined {
  try {
    const result = v.safeParse(schema, JSON.parse(text ?? 'null'));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}
