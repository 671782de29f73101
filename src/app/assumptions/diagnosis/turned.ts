/** A diagnosis in the objective's own sense: of what is maximised, valleys are peaks, and values as people measure them. */
import type { Diagnosis, Picture, Spot, Verdict } from '#core/assumptions/diagnosis/index.ts';
import { turned, turnedRange } from '#core/sense.ts';
import type { Answer } from '../assumptions.svelte.ts';

const known = new WeakMap<Answer, Answer>();

/** As it is drawn and said. Kept per answer: charts redraw what is new. */
export function shownAnswer(answer: Answer): Answer {
  if (!answer.diagnosis.sense) return answer;
  let shown = known.get(answer);
  if (!shown) known.set(answer, (shown = { ...answer, diagnosis: turnedDiagnosis(answer.diagnosis) }));
  return shown;
}

const height = (value: number): number => turned(value, 'maximise');
const heights = <List extends Float64Array | number[]>(values: List): List => values.map(height) as List;
const spot = (one: Spot): Spot => ({ ...one, value: height(one.value) });

/** Spots of a witness, whatever it calls them, and the height of its chord; differences and coordinates stay. */
function witnessOf<Witness extends object>(witness: Witness): Witness {
  const isSpot = (part: unknown): part is Spot =>
    typeof part === 'object' && part !== null && 'unit' in part && 'value' in part;
  return Object.fromEntries(
    Object.entries(witness).map(([name, part]: [string, unknown]) => {
      if (isSpot(part)) return [name, spot(part)];
      if (name === 'corners') return [name, (part as Spot[]).map(spot)];
      return [name, name === 'chord' ? height(part as number) : part];
    }),
  ) as Witness;
}

function verdictOf<Witness extends object, Found extends object>(
  verdict: Verdict<Witness, Found>,
): Verdict<Witness, Found> {
  if (verdict.holds === 'no') return { ...verdict, witness: witnessOf(verdict.witness) };
  return verdict.holds === 'yes' ? witnessOf(verdict) : verdict;
}

function pictureOf(picture: Picture): Picture {
  if (picture.kind !== 'slices') return { ...picture, values: heights(picture.values) };
  return { ...picture, through: spot(picture.through), values: picture.values.map(heights) };
}

function turnedDiagnosis(diagnosis: Diagnosis): Diagnosis {
  const { convex, unimodal, lipschitz, separable, minima, resolution, look, picture, pictured } = diagnosis;
  const { optimum, profiles } = diagnosis;
  const { lowerBound } = optimum;
  return {
    ...diagnosis,
    optimum: {
      ...optimum,
      value: height(optimum.value),
      ...(lowerBound !== undefined && { lowerBound: height(lowerBound) }),
    },
    convex: verdictOf(convex),
    unimodal: verdictOf(unimodal),
    lipschitz: verdictOf(lipschitz),
    separable: verdictOf(separable),
    minima: { ...minima, spots: minima.spots.map(spot) },
    resolution: { ...resolution, range: [...turnedRange(resolution.range, 'maximise')] },
    ...(look && {
      look: {
        ...look,
        ...(look.example && { example: { ...look.example, observed: heights(look.example.observed) } }),
      },
    }),
    picture: pictureOf(picture),
    ...(pictured && { pictured: turnedRange(pictured, 'maximise') }),
    profiles: Object.fromEntries(
      Object.entries(profiles).map(([id, { t, values }]) => [id, { t, values: heights(values) }]),
    ),
  };
}
