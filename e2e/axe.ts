/** What axe-core has to say of a page. */
import { expect, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Violation {
  id: string;
  impact: string;
  nodes: { html: string }[];
}

/** Serious and critical violations, each with the first element that has it. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await readFile(axe, 'utf8'));
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Violation[] }> };
    };
    // Nobody reads where each rule is kept.
    return (await axe.run({ resultTypes: ['violations'] })).violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  });
}

export interface Appearance {
  colorScheme: 'light' | 'dark';
  /** Of the window, in pixels. */
  width: number;
}

/** The page as it looks to somebody else; without motion, so that colours are there at once. */
export async function lookAs(page: Page, { colorScheme, width }: Appearance) {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: 900 });
}

/** Everybody can use the page, and nothing sticks out of it sideways. The other states are looked at all the same. */
export async function everybodyCanUse(page: Page, { width }: Appearance, state: string) {
  expect.soft(await violations(page), state).toEqual([]);
  expect
    .soft(await page.evaluate(() => document.documentElement.scrollWidth), `${state}: width`)
    .toBeLessThanOrEqual(width);
}
