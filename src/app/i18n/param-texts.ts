/** What a setting is called. One that is passed on is called what its own strategy calls it. */
import { lookUp } from '#core/look-up.ts';
import type { ParamDeclaration } from '#core/params.ts';
import { strategyText } from './index.svelte.ts';
import type { ParamTexts } from './texts/types.ts';

/** @param texts of the settings of whoever has the declaration */
export const paramTexts = (
  texts: Readonly<Record<string, ParamTexts>>,
  name: string,
  { passed }: ParamDeclaration,
): ParamTexts | undefined =>
  lookUp(texts, name) ??
  (passed &&
    (lookUp(strategyText(passed.to).params, passed.name) ??
      // Who is no strategy by itself is described where it is handed over to.
      lookUp(strategyText('relay').params, `then.${passed.to}.${passed.name}`)));

/** An option that is a strategy is called as that is. */
export const optionText = (texts: ParamTexts | undefined, option: string): string =>
  lookUp(texts?.options ?? {}, option) ?? strategyText(option).name;
