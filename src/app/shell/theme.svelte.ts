/** Light, dark, or for a weak projector; the system's, unless the reader chose. The choice is kept on this device, not in the address. */
import { recall, remember } from '../shared/storage.ts';

export const THEMES = ['auto', 'light', 'dark', 'projector'] as const;
export type Theme = (typeof THEMES)[number];

const STORED = 'theme';
const dark = window.matchMedia('(prefers-color-scheme: dark)');

let chosen = $state<Theme>(stored());

export const theme = (): Theme => chosen;

export function setTheme(next: Theme): void {
  chosen = next;
  remember(STORED, next);
  apply();
}

/** Marks the document with the theme in force, now and whenever the system changes its mind. */
export function startTheme(): void {
  apply();
  dark.addEventListener('change', apply);
}

function apply(): void {
  document.documentElement.dataset.theme = chosen !== 'auto' ? chosen : dark.matches ? 'dark' : 'light';
}

function stored(): Theme {
  const said = recall(STORED);
  return THEMES.find((known) => known === said) ?? 'auto';
}
