/** What of the Lab can stand in a frame of another page. */
import type { PageOptions } from '../address/options.ts';
import { objectiveText, strategyText, t } from '../i18n/index.svelte.ts';
import type { Frame } from '../shared/embed/frame-code.ts';
import type { Lab } from './lab.svelte.ts';

/** @param options as they are: what they hide stays hidden */
export function framesOf({ scenario }: Lab, { hide: before }: PageOptions): Frame[] {
  const title = objectiveText(scenario.objective.id).name;
  const hide = (...names: string[]) =>
    [...new Set([...before.split(','), ...names])].filter((name) => name !== '').join();
  return [
    { id: 'stage', label: t('keep.parts.stage'), title, options: {} },
    ...scenario.strategies.map(({ id }) => {
      const name = strategyText(id).short;
      return {
        ...{ id: `picture-${id}`, label: t('keep.parts.picture', { name }), title: `${title}: ${name}` },
        options: { focus: id, hide: hide('pictures', 'race', 'ranking') },
      };
    }),
    {
      id: 'race',
      label: t('keep.parts.race'),
      title,
      options: { focus: '', hide: hide('pictures', 'ranking') },
    },
    {
      id: 'ranking',
      label: t('keep.parts.ranking'),
      title,
      options: { focus: '', hide: hide('pictures', 'race') },
    },
  ];
}
