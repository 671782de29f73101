/** Settings that tell a story, one assumption at a time; and how the dials of the morphing family are grouped. */
import { lookUp } from '../../../core/look-up.ts';
import { hasObjective } from '../../../core/objectives/index.ts';
import type { ParamDeclarations, ParamValues } from '../../../core/params.ts';
import type { Choice, Noise, Scenario } from '../../../core/types.ts';

export type PresetId = 'bowl' | 'ripple' | 'valley' | 'plateau' | 'noise' | 'crease' | 'interaction';

export interface Preset {
  id: PresetId;
  objective: { id: string; params: ParamValues };
  noise: Noise;
  /** Left as it is where absent. */
  budget?: number;
}

const quiet: Noise = { kind: 'none' };
const preset = (
  id: PresetId,
  objective: 'morph' | 'morph-2d',
  params: ParamValues,
  { noise = quiet, budget }: { noise?: Noise; budget?: number } = {},
): Preset => ({ id, objective: { id: objective, params }, noise, ...(budget && { budget }) });

export const PRESETS: readonly Preset[] = [
  preset('bowl', 'morph', {}),
  preset('ripple', 'morph', { ripple: 0.12, frequency: 5 }),
  preset('valley', 'morph', { valley: 0.85, distance: 0.42 }),
  preset('plateau', 'morph', { plateau: 0.3, height: 0.3 }),
  // Two looks in three find one valley, one in a hundred finds it convex.
  preset('noise', 'morph', {}, { noise: { kind: 'gaussian', sd: 0.05 }, budget: 12 }),
  preset('crease', 'morph-2d', { crease: 0.5, conditioning: 10, rotation: 45 }),
  preset('interaction', 'morph-2d', { conditioning: 20, rotation: 30 }),
].filter(({ objective }) => hasObjective(objective.id));

/** Whether a scenario is what the preset sets, apart from budget and seed. */
export function isPreset({ objective, noise }: Scenario, one: Preset, standard: ParamValues): boolean {
  const wanted = { ...standard, ...one.objective.params };
  return (
    objective.id === one.objective.id &&
    JSON.stringify(noise) === JSON.stringify(one.noise) &&
    Object.entries(wanted).every(
      ([name, value]) => JSON.stringify(lookUp(objective.params, name)) === JSON.stringify(value),
    )
  );
}

/** Listed first. */
export const FAMILY: readonly string[] = ['morph', 'morph-2d'].filter(hasObjective);

export type GroupId = 'bowl' | 'ripple' | 'plateau' | 'cliff' | 'valley' | 'stretch' | 'crease' | 'settings';

export interface DialGroup {
  id: GroupId;
  declarations: ParamDeclarations;
}

const GROUPS: Record<string, Partial<Record<GroupId, readonly string[]>>> = {
  morph: {
    bowl: ['minimum', 'skew', 'tails'],
    ripple: ['ripple', 'frequency'],
    plateau: ['plateau', 'height'],
    valley: ['valley', 'distance'],
    cliff: ['cliff', 'edge'],
  },
  'morph-2d': {
    bowl: ['x1', 'x2'],
    stretch: ['conditioning', 'rotation'],
    crease: ['crease'],
    ripple: ['ripple', 'frequency'],
  },
};

/** A problem's dials in groups; those that no group names, and all of other problems, are one of their own. */
export function groupsOf({ id }: Choice, declarations: ParamDeclarations): DialGroup[] {
  const named = Object.entries(lookUp(GROUPS, id) ?? {}) as [GroupId, readonly string[]][];
  const pick = (names: readonly string[]): ParamDeclarations =>
    Object.fromEntries(
      names.flatMap((name) => {
        const declaration = lookUp(declarations, name);
        return declaration ? [[name, declaration]] : [];
      }),
    );
  const taken = new Set(named.flatMap(([, names]) => names));
  const rest = Object.keys(declarations).filter((name) => !taken.has(name));
  return [...named, ['settings', rest] as [GroupId, readonly string[]]]
    .map(([group, names]) => ({ id: group, declarations: pick(names) }))
    .filter((group) => Object.keys(group.declarations).length > 0);
}

/** Whether a group does anything, besides placing the bowl: it is unfolded. */
export const isTurned = ({ declarations }: DialGroup, values: ParamValues): boolean =>
  Object.entries(declarations).some(([name, { default: standard }]) => lookUp(values, name) !== standard);
