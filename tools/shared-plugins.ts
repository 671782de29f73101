/** What every build of the app is made by, in many files or in one: a module of its own kind added to one is in the other. */
import type { Plugin } from 'vite';
import { languageIds } from '../src/app/i18n/languages.ts';
import { learn } from './learn/plugin.ts';
import { licences } from './licences.ts';
import { numberScales } from './number-scales.ts';
import { oneLanguage } from './one-language.ts';
import { shapesByUse } from './shapes-by-use.ts';
import { unusedMethods } from './unused-methods.ts';
import { unusedSchemes } from './unused-schemes.ts';

export const sharedPlugins = (): Plugin[] => [
  oneLanguage(languageIds),
  numberScales(),
  licences(),
  learn(),
  unusedMethods(),
  unusedSchemes(),
  shapesByUse(),
];
