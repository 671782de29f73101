/** What the browser keeps of a class between visits: the codes that were found, and what the teacher has set. */
import * as v from 'valibot';
import { readChallenge, challengeCode, type Challenge } from '#core/play/challenge.ts';
import { isLater } from '../shared/storage.ts';
import type { KeptResult } from '#core/play/class-reading.ts';

/** As `shared/storage.ts` has it. */
export interface Memory {
  recall: (name: string) => string | null;
  remember: (name: string, value: string) => void;
}

export interface KeptClass {
  results: KeptResult[];
  /** The challenge that the teacher made. */
  made: Challenge;
  /** Code of the challenge that is looked at, where one was chosen. */
  chosen: string;
  /** Codes of the challenges whose landscape may be seen. */
  revealed: string[];
  anonymous: boolean;
}

const NAME = 'class';
/** To be raised when what is kept has another shape. */
const VERSION = 1;
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const Kept = v.object({
  version: v.literal(VERSION),
  results: v.array(
    v.object({
      id: whole,
      code: v.string(),
      name: v.string(),
      was: v.optional(v.string()),
      source: v.optional(v.string()),
      line: whole,
    }),
  ),
  made: v.string(),
  chosen: v.string(),
  revealed: v.array(v.string()),
  anonymous: v.boolean(),
});

/** A later version of the page has kept its own class here: it is left alone, and this one keeps nothing. */
export const isLaterClass = ({ recall }: Memory): boolean => isLater(recall(NAME), VERSION);

/** Undefined where nothing is kept, or what no version of this page can have written. */
export function recallClass({ recall }: Memory): KeptClass | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(recall(NAME) ?? 'null');
  } catch {
    return undefined;
  }
  const read = v.safeParse(Kept, raw);
  if (!read.success) return undefined;
  const { results, made, chosen, revealed, anonymous } = read.output;
  const challenge = readChallenge(made);
  const known = (code: string) => !('problem' in readChallenge(code));
  if ('problem' in challenge) return undefined;
  return {
    results: results.map(({ source, was, ...rest }) => ({
      ...rest,
      ...(source !== undefined && { source }),
      ...(was !== undefined && { was }),
    })),
    made: challenge.challenge,
    chosen: known(chosen) ? chosen : '',
    revealed: revealed.filter(known),
    anonymous,
  };
}

export const rememberClass = ({ remember }: Memory, { made, ...rest }: KeptClass): void =>
  remember(NAME, JSON.stringify({ version: VERSION, made: challengeCode(made), ...rest }));

/** Pasted, and not read so far: by itself, for it changes with every key. */
const DRAFT = 'class-draft';
/** More would leave no room for what was read. In characters. */
const LONGEST_DRAFT = 200_000;

export const recallDraft = ({ recall }: Memory): string => recall(DRAFT) ?? '';
export const rememberDraft = ({ remember }: Memory, draft: string): void =>
  remember(DRAFT, draft.length > LONGEST_DRAFT ? '' : draft);
