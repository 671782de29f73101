/** What the Assumptions page needs, loaded when it is first visited; its question is there before, for the address. */
import { madePage, type MadePage, type Parts } from '../shared/page.ts';
import type { Assumptions } from './assumptions.svelte.ts';
import AssumptionsPage from './AssumptionsPage.svelte';
import { PhaseDiagram } from './phase/phase.svelte.ts';

export function make({ address }: Parts, assumptions: Assumptions): MadePage {
  const { part, pool, scenario } = assumptions;
  // A cell leads to the Lab, and whoever comes back finds the maps as they were.
  const diagram = new PhaseDiagram({ pool, scenario });
  assumptions.notify(...part.attach(diagram, scenario));
  return madePage(AssumptionsPage, { assumptions, diagram, address }, () => diagram.cancel());
}
