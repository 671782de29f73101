/** The way from the guide to the Arena. */
import type { Address } from '../../address/address.svelte.ts';
import { inFewWords, type Guided } from '../../../learn/guide.ts';
import { inApp } from '../links.ts';

/** The study of the guide, to be run in the Arena; its hours, where there are several machines. */
export function arenaHash({ study, machines, answers }: Guided, address: Address): string {
  const said = JSON.stringify({
    ...inFewWords(study),
    // Hours are what a training takes; where that is seconds, the Arena’s clock says nothing of it.
    ...(machines > 1 && answers.price === 'hours' && { machines }),
  });
  return inApp(`arena/study?study=${encodeURIComponent(said)}`, address);
}
