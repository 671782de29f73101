/** What the Assumptions page needs, loaded when it is first visited; its question is there before, for the address. */
import { madePage, type MadePage, type Parts } from '../shared/page.ts';
import { Assumptions } from './assumptions.svelte.ts';
import AssumptionsPage from './AssumptionsPage.svelte';
import { PhaseDiagram } from './phase/phase.svelte.ts';
import type { Question } from './question.svelte.ts';

export function make({ address, workers, opening }: Parts, question: Question): MadePage {
  const assumptions = new Assumptions({
    question,
    pool: workers.lane('diagnosis'),
    sections: workers.lane('assumptions'),
    opening,
  });
  // A cell leads to the Lab, and whoever comes back finds the maps as they were.
  const diagram = new PhaseDiagram({ pool: assumptions.pool, scenario: question.scenario });
  question.notify(...question.part.attach(diagram, question.scenario));
  return madePage(AssumptionsPage, { assumptions, diagram, address }, () => {
    assumptions.dispose();
    diagram.cancel();
  });
}
