/**
 * The colours that strategies declare, as tokens of the two themes. They are set in a stylesheet made by script, which
 * even a strict content policy allows: no `style` attribute, and no second place where a colour is written.
 */
import { strategyLooks } from '../i18n/index.svelte.ts';
import type { StrategyLook } from '../i18n/texts/types.ts';

/** The custom property that holds a strategy's colour in the theme in force. */
export const colourToken = (id: string): `--${string}` => `--strategy-${id}`;

/** The stylesheet's text: a token for every look, light, and again under the dark theme. */
export function lookRules(looks: readonly (readonly [id: string, look: StrategyLook])[]): string {
  const tokens = (theme: 'light' | 'dark') =>
    looks.map(([id, look]) => `${colourToken(id)}: ${look[theme]};`).join(' ');
  return `:root { ${tokens('light')} } :root[data-theme='dark'] { ${tokens('dark')} }`;
}

/** Before the first paint. */
export function startLooks(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(lookRules(strategyLooks()));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
