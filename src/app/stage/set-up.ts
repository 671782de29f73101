/** In which order the parts of a stage are set up: what is looked at first comes first. */

export const RACE = Symbol('race');
export const RANKING = Symbol('ranking');
export type Part = string | typeof RACE | typeof RANKING;

/**
 * @param ids of the strategies whose pictures are shown
 * @param large the one that is large, if any; on a phone it is above the race, and the others are below
 */
export function setUpOrder(
  ids: readonly string[],
  { large, phone }: { large: string | null; phone: boolean },
): Part[] {
  const first = ids.filter((id) => id === large);
  const others = ids.filter((id) => id !== large);
  return phone ? [...first, RACE, ...others, RANKING] : [...first, ...others, RACE, RANKING];
}
