/** Addresses that chapters name. Language and presenter mode stay as they are. */
import type { Address } from '../address/address.svelte.ts';
import { writeBare } from '../address/url.ts';
import type { Inline } from '../../learn/types.ts';

type Link = Extract<Inline, { kind: 'link' }>;

/** A place of the app with what its own address says, in the reader's language. */
export function inApp(place: string, { options }: Address, presenter = options.presenter): string {
  const [, kept = ''] = writeBare('', { ...options, presenter, embed: 'no' }).split('?');
  if (kept === '') return `#/${place}`;
  return `#/${place}${place.includes('?') ? '&' : '?'}${kept}`;
}

/** The Lab with the very state that a figure states. @param presenter larger type, for a lecture hall */
export const labHash = (lab: string, address: Address, presenter?: boolean): string =>
  inApp(`lab?${lab}`, address, presenter);

/** A place in the course, `chapter/section`. */
export const learnHash = (place: string, address: Address, presenter?: boolean): string =>
  inApp(`learn/${place}`, address, presenter);

export function hashOf({ to, address: there }: Link, address: Address): string {
  switch (to) {
    case 'lab':
      return labHash(there, address);
    case 'learn':
      return learnHash(there, address);
    case 'app':
      return inApp(there, address);
    case 'web':
      return there;
  }
}
