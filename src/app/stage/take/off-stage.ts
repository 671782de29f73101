/** A second stage, which nobody sees: when it shows a trial, and all of it. */
import { tick } from 'svelte';
import type { Staged } from '../staged.ts';

/** Seconds that a trial may take to be drawn: models are computed meanwhile. */
export const PATIENCE = 60;
/** ms between two looks. */
const PAUSE = 8;

export class NotDrawn extends Error {
  readonly trial: number;
  constructor(trial: number) {
    super(`trial ${trial}`);
    this.trial = trial;
  }
}

/** Puts the stage at a trial, and waits until that stands there, and nothing moves. @throws {NotDrawn} */
export async function settle(element: HTMLElement, { clock, runs }: Staged, trial: number): Promise<void> {
  clock.seek(trial);
  const late = performance.now() + PATIENCE * 1000;
  const panels = Object.keys(runs).length;
  for (;;) {
    await tick();
    // What comes in a task of its own.
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (stands(element, trial, panels)) break;
    if (performance.now() > late) throw new NotDrawn(trial);
  }
  for (const motion of element.getAnimations({ subtree: true })) {
    try {
      motion.finish();
    } catch {
      // One without an end is not of what is drawn.
      motion.cancel();
    }
  }
  await tick();
}

function stands(element: HTMLElement, trial: number, panels: number): boolean {
  const stage = element.querySelector('[data-part=stage]');
  if (stage?.getAttribute('data-busy') !== 'false') return false;
  const all = [...stage.querySelectorAll<HTMLElement>('[data-part=panel]')];
  if (all.length !== panels) return false;
  const dated = [...all, ...stage.querySelectorAll<HTMLElement>('[data-part=race], [data-part=ranking]')];
  return (
    dated.every(
      ({ dataset }) => dataset.trial === String(trial) || /cancelled|failed/.test(dataset.status ?? ''),
    ) &&
    all.every(
      (panel) => panel.querySelector('[data-part=plot] svg, [data-part=plot] [role=alert]') !== null,
    ) &&
    stage.querySelectorAll('.ranking:empty').length === 0
  );
}
