/**
 * The page comes without what the first picture does not need: searches, which run in workers, and problems that few
 * look at. What a problem needs is brought before it is opened, the rest when the page has nothing else to do.
 */
import { bringCode, isLeftOut } from 'virtual:late-core';
import { bringAllLate } from '#charts/at-leisure.ts';
import { getObjective, hasObjective } from '#core/objectives/index.ts';
import { bringTexts } from '../i18n/index.svelte.ts';

/**
 * @param objectives as raw as links and files hold them
 * @returns undefined where nothing is missing; rejects where it does not come
 */
export function codeFor(objectives: readonly unknown[]): Promise<void> | undefined {
  return objectives.some(lacksCode) ? bringCode() : undefined;
}

/** Everything, and what is said of it: for pages that run what they are given, and many problems at once. */
export async function allCode(): Promise<void> {
  await Promise.all([bringCode(), bringTexts('rest')]);
}

/** Ms after which what comes later no longer waits for work that goes on. */
const PATIENCE = 10_000;
/** Ms that whoever has just come has the page for, with nothing beside it: on a slow phone, all that comes is felt. */
const WELCOME = 3000;

/**
 * Later, when nobody waits: from then on nothing has to be waited for, nor needs the network.
 * @param quiet resolves when nothing is being computed: code that comes meanwhile would take its time from it
 * @param more what else is brought then
 */
export function bringCodeAtLeisure(quiet: () => Promise<void>, more: () => Promise<unknown>): void {
  const patient = after(PATIENCE);
  const leisure = async () => {
    await Promise.race([quiet(), patient]);
    await idle();
  };
  // Whoever needs what did not come asks again.
  void leisure()
    .then(() => after(WELCOME))
    .then(allCode)
    .then(more)
    // One part after another: whoever begins something meanwhile does not wait for all of them.
    .then(() => bringAllLate(leisure))
    .catch(() => {});
}

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const idle = () =>
  new Promise<void>((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 3000 });
    else setTimeout(resolve, 500);
  });

function lacksCode(raw: unknown): boolean {
  if (typeof raw === 'string') return hasObjective(raw) && isLeftOut(getObjective(raw).create);
  if (typeof raw !== 'object' || raw === null) return false;
  return lacksCode((raw as { id?: unknown }).id);
}
