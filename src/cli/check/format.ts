/** What the formats of reference files have in common. */
import * as v from 'valibot';

export const finite = v.pipe(v.number(), v.finite());
/** An empty list would be checked by nothing and pass. */
export const some = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item), v.minLength(1, 'expected at least one entry'));
export const vector = some(finite);

/**
 * @param name what the file should have held
 * @throws {Error} one sentence that names the first place where the data are something else
 */
export function read<Schema extends v.GenericSchema>(
  schema: Schema,
  data: unknown,
  name: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, data, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const place = v.getDotPath(issue) ?? 'the file';
  throw new Error(`This is not a file of ${name}: at ${place}, ${issue.message}.`);
}

/** |ours − listed| / |listed|; absolute where 0 is listed. */
export const relative = (ours: number, listed: number): number =>
  ours === listed ? 0 : Math.abs(ours - listed) / (listed === 0 ? 1 : Math.abs(listed));
