/** Points that a reader has placed, as text: in the problem's units, as the setting `manual.points` has them. */
export type Placed = readonly (readonly number[])[];

/** “0.01,0.0001;0.1,0.001” */
export const writePlaces = (points: Placed): string => points.map((x) => x.map(String).join(',')).join(';');

/** @returns undefined where it is no list of points of so many hyperparameters each */
export function readPlaces(text: unknown, dimensions?: number): number[][] | undefined {
  if (typeof text !== 'string' || text === '') return undefined;
  const points = text.split(';').map((point) => point.split(',').map(Number));
  const right = points.every(
    (x) => x.every(Number.isFinite) && x.length === (dimensions ?? points[0].length),
  );
  return right ? points : undefined;
}

const STRATEGIES = /(?:^|&)strategies=([^&]*)/;
/** A link to the Lab that runs these points instead of what it ran; `beside`: before it, at the same budget. */
export function placedLab(lab: string, points: Placed, beside = false): string {
  const others = beside ? STRATEGIES.exec(lab)?.[1] : undefined;
  const strategies = ['manual', ...(others ? [others] : [])].join(',');
  return `${lab.replace(STRATEGIES, '')}&strategies=${strategies}&manual.points=${writePlaces(points)}`;
}
