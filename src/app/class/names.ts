/** What players are called on screen and in files: by their names, or by numbers. */
import { t } from '../i18n/index.svelte.ts';
import type { ClassRoom } from './class.svelte.ts';
import type { Listed } from './results.ts';

export function nameOf(room: ClassRoom, { id, name }: Pick<Listed, 'id' | 'name'>): string {
  const number = room.numberOf(id);
  if (room.anonymous) return t('classroom.seen.player', { number });
  return name === '' ? t('classroom.seen.unnamed', { number }) : name;
}

/** Grouped for reading: `AE00 01JW`. */
export const grouped = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;
