/** A study that a link brings, as a study file says it; `machines` beside it are those of its hours. */
import * as v from 'valibot';
import { readParam } from '#core/params.ts';
import type { Study } from '#core/study/types.ts';
import { say, type Message } from '#core/types.ts';
import type { Opening } from '../../opening/opening.ts';
import { HOURS_LIMITS } from '../hours/settings.ts';

const Linked = v.looseObject({ machines: v.optional(v.number()) });

export async function readLink(
  text: string,
  opening: Pick<Opening, 'study'>,
): Promise<{ study: Study; machines?: number } | { problems: Message[] }> {
  const refused = say('notice.study-link');
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { problems: [refused] };
  }
  const parsed = v.safeParse(Linked, raw);
  if (!parsed.success) return { problems: [refused] };
  const { machines, ...study } = parsed.output;
  const read = await opening.study(study);
  if ('problems' in read) return { problems: [refused, ...read.problems] };
  if (machines === undefined) return read;
  const { value } = readParam(HOURS_LIMITS.machines, machines);
  return { ...read, machines: value as number };
}
