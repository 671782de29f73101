/** Settings that tell a story, one assumption at a time; and how the dials of the morphing family are grouped. */
import { FATAL_RULES, type FatalRule } from '#core/assumptions/fatal-share.ts';
import type { Range, ScenarioClaim } from '#core/claims/index.ts';
import { lookUp } from '#core/look-up.ts';
import { hasObjective } from '#core/objectives/index.ts';
import type { ParamDeclarations, ParamValues } from '#core/params.ts';
import type { Choice, Noise, Scenario } from '#core/types.ts';

export type PresetId = 'bowl' | 'ripple' | 'valley' | 'plateau' | 'noise' | 'crease' | 'interaction';

export interface Preset {
  id: PresetId;
  objective: { id: string; params: ParamValues };
  noise: Noise;
  /** Left as it is where absent. */
  budget?: number;
  /** What it shows: the words beside it say no more than that, and a test runs it. */
  claims: readonly ScenarioClaim[];
}

const quiet: Noise = { kind: 'none' };
const preset = (
  id: PresetId,
  objective: 'morph' | 'morph-2d',
  params: ParamValues,
  claims: readonly ScenarioClaim[],
  { noise = quiet, budget }: { noise?: Noise; budget?: number } = {},
): Preset => ({ id, objective: { id: objective, params }, noise, ...(budget && { budget }), claims });

const holds = (verdict: 'unimodal' | 'convex' | 'separable', answer: 'yes' | 'no'): ScenarioClaim => ({
  kind: 'verdict',
  verdict,
  holds: answer,
});
const minima = (count: number): ScenarioClaim => ({ kind: 'minima', count });
/** At which trial each rule loses the minimum in the run that is shown; null: not at all. */
const lostAt = (
  trials: Record<FatalRule, number | null>,
  cause?: 'shape' | 'tie' | 'noise' | 'interaction',
): ScenarioClaim[] =>
  FATAL_RULES.map((rule) => ({
    kind: 'lost-at',
    rule,
    trial: trials[rule],
    ...(cause && trials[rule] !== null && { cause }),
  }));
/** What share of all placements loses the minimum, of every rule. */
const lostIn = (share: Range): ScenarioClaim[] =>
  FATAL_RULES.map((rule) => ({ kind: 'lost-share', rule, share }));

export const DIAL_PRESETS: readonly Preset[] = [
  preset('bowl', 'morph', {}, [
    holds('unimodal', 'yes'),
    holds('convex', 'yes'),
    holds('separable', 'yes'),
    minima(1),
    ...lostAt({ bisection: null, ternary: null, golden: null, fibonacci: null }),
    ...lostIn([0, 0]),
  ]),
  preset('ripple', 'morph', { ripple: 0.12, frequency: 5 }, [
    { kind: 'verdict', verdict: 'unimodal', holds: 'no', by: 'hump' },
    ...lostAt({ bisection: 2, ternary: null, golden: null, fibonacci: null }, 'shape'),
    { kind: 'lost-share', rule: 'bisection', share: [0.5, 0.8] },
  ]),
  // Deeper than 1: the dent holds the minimum, and the first comparison sees only the wide valley beside it.
  preset('valley', 'morph', { valley: 1.15, distance: 0.42 }, [
    { kind: 'verdict', verdict: 'unimodal', holds: 'no', by: 'hump' },
    minima(2),
    { kind: 'minimum-at', at: [0.79] },
    ...lostAt({ bisection: 2, ternary: 2, golden: 2, fibonacci: 2 }, 'shape'),
    ...lostIn([0.85, 0.92]),
  ]),
  // The minimum lies right of the middle, where the level stretch is: of equal probes a rule keeps the left side.
  preset('plateau', 'morph', { minimum: 0.69, plateau: 0.3, height: 0.1 }, [
    { kind: 'verdict', verdict: 'unimodal', holds: 'no', by: 'plateau' },
    minima(1),
    ...lostAt({ bisection: 2, ternary: null, golden: null, fibonacci: null }, 'tie'),
    { kind: 'lost-share', rule: 'bisection', cause: 'tie', share: [0.35, 0.5] },
  ]),
  // Two looks in three find one valley, one in a hundred finds it convex.
  preset(
    'noise',
    'morph',
    {},
    [
      holds('unimodal', 'yes'),
      holds('convex', 'yes'),
      { kind: 'looks', verdict: 'unimodal', share: [0.6, 0.75] },
      { kind: 'looks', verdict: 'convex', share: [0.001, 0.02] },
      { kind: 'lost-share', rule: 'golden', cause: 'noise', share: [0.9, 1] },
    ],
    { noise: { kind: 'gaussian', sd: 0.05 }, budget: 12 },
  ),
  preset('crease', 'morph-2d', { crease: 0.5, conditioning: 10, rotation: 45 }, [
    holds('convex', 'yes'),
    minima(1),
    // On the diagonal through the minimum, where the crease is.
    { kind: 'stuck', at: [0.45, 0.66] },
    { kind: 'costs', strategy: 'binary', instead: { rotation: 0, crease: 0 }, times: [100, Infinity] },
  ]),
  preset('interaction', 'morph-2d', { conditioning: 20, rotation: 30 }, [
    holds('unimodal', 'yes'),
    holds('separable', 'no'),
    { kind: 'costs', strategy: 'binary', instead: { rotation: 0 }, times: [100, Infinity] },
  ]),
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
