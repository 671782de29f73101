/** How it is found whether a search has thrown the minimum away: its code comes when there is a bracket to look at. */
import { lateCode } from '#charts/at-leisure.ts';
import type * as FatalSoFar from '#core/assumptions/fatal-so-far.ts';

type Losing = typeof FatalSoFar;

const code = lateCode<Losing>(() => import('#core/assumptions/fatal-so-far.ts'));
let there = $state.raw<Losing | undefined>();
let coming: Promise<void> | undefined;

/** @returns undefined until it has come; after a failure it is asked for again by whoever looks next */
export function losing(): Losing | undefined {
  coming ??= code().then(
    (brought) => void (there = brought),
    () => void (coming = undefined),
  );
  return there;
}
