/** Light or dark: the system's, unless the reader chose. The choice is kept on this device, not in the address. */
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const STORED = 'trial-by-trial/theme';
const dark = window.matchMedia('(prefers-color-scheme: dark)');

let chosen = $state<Theme>(stored());

export const theme = (): Theme => chosen;

export function setTheme(next: Theme): void {
  chosen = next;
  try {
    localStorage.setItem(STORED, next);
  } catch {
    // Storage may be switched off; the choice then lasts until the page is left.
  }
  apply();
}

/** Marks the document with the theme in force, now and whenever the system changes its mind. */
export function startTheme(): void {
  apply();
  dark.addEventListener('change', apply);
}

function apply(): void {
  const isDark = chosen === 'dark' || (chosen === 'auto' && dark.matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
}

function stored(): Theme {
  try {
    return THEMES.find((known) => known === localStorage.getItem(STORED)) ?? 'auto';
  } catch {
    return 'auto';
  }
}
