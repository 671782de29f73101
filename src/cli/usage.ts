/** What a command line can get wrong, whatever the command. */
import { lookUp } from '#core/look-up.ts';
import { parseArgs } from 'node:util';

/** A sentence for the person at the terminal; the command ends with exit code 2. */
export class UsageError extends Error {}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

/** Node's own parser, with its complaints as usage errors. */
export function flags(args: string[], options: Options, positionals: number) {
  let parsed;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true, strict: true, tokens: true });
  } catch (error) {
    // Node adds advice in further sentences; the first says what is wrong.
    const [sentence] = (error as Error).message.split(/\.?\n|\. (?=[A-Z])/);
    const hint = sentence.includes('ambiguous')
      ? 'a value that starts with “-” is given as --name=-1'
      : 'see sim help';
    throw new UsageError(`${sentence.replace(/\.$/, '')}; ${hint}.`);
  }
  const seen = new Set<string>();
  for (const token of parsed.tokens) {
    if (token.kind !== 'option' || lookUp(options, token.name)?.multiple) continue;
    // Node would take the last one and say nothing.
    if (seen.has(token.name))
      throw new UsageError(`--${token.name} is given twice; keep the one that is meant.`);
    seen.add(token.name);
  }
  if (parsed.positionals.length > positionals) {
    throw new UsageError(`Unexpected “${parsed.positionals[positionals]}”; see sim help.`);
  }
  return parsed;
}

/** An error of the system in a few words: `ENOENT: no such file or directory`. */
export const reason = (error: unknown): string => (error as Error).message.replace(/, \w+( '.*)?$/, '');
