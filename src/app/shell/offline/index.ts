/** What keeps the app for later, and offers its new versions. */
import { mount } from 'svelte';
import { bringTexts } from '../../i18n/index.svelte.ts';
import Offer from './Offer.svelte';
import { keepOffline } from './offline.svelte.ts';

/**
 * When nobody waits for anything.
 * @param quiet resolves when the page computes nothing
 */
export async function start(quiet: () => Promise<void>): Promise<void> {
  // Whoever put the page into a frame says when it is another one.
  if (window === window.top) {
    await bringTexts('help').catch(() => {});
    mount(Offer, { target: document.body });
  }
  await keepOffline(quiet);
}
