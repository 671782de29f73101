/** What the Lab needs besides the shell; its state is the house's, which other pages' links go through. */
import type { Address } from '../address/address.svelte.ts';
import { madePage, type MadePage } from '../shared/page.ts';
import type { Pictures } from '../stage/pictures.svelte.ts';
import type { Lab } from './lab.svelte.ts';
import LabPage from './LabPage.svelte';

interface Parts {
  readonly lab: Lab;
  readonly address: Address;
  readonly pictures: Pictures;
  /** Shows the guide to the page that is open. */
  readonly openHelp: () => void;
  /** Back to what the link asked for. */
  readonly goBack: () => void;
}

export const make = ({ lab, address, pictures, openHelp, goBack }: Parts): MadePage =>
  madePage(LabPage, { lab, address, pictures, onhelp: openHelp, onreset: goBack });
