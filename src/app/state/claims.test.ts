/** Every preset, question and example is run, and shows exactly what it says that it shows. */
import { describe, expect, it } from 'vitest';
import { PhaseClaims, ScenarioClaims, StudyClaims } from '../../core/claims/index.ts';
import { readStudy } from '../../core/study/read-study.ts';
import { PRESETS as STORIES } from '../components/assumptions/presets.ts';
import { firstScenario } from './assumptions.svelte.ts';
import { PHASE_CLAIMS, STUDY_CLAIMS } from './claims.ts';
import { PRESETS as PHASES, type PresetId as PhasePresetId } from './phase-presets.ts';
import { PRESETS as QUESTIONS, type PresetId } from './presets.ts';

const named = <Claim extends { kind: string }>(claims: readonly Claim[]) =>
  claims.map((claim) => [JSON.stringify(claim), claim] as const);

describe.each(STORIES.map((story) => [story.id, story] as const))(
  'Assumptions, “%s”',
  (_, { objective, noise, budget, claims }) => {
    const { budget: usual, seed } = firstScenario();
    const checked = new ScenarioClaims({ objective, noise, budget: budget ?? usual, seed });
    it.each(named(claims))('%s', (_, claim) => expect(checked.complaint(claim)).toBeUndefined(), 60_000);
    it('claims something', () => expect(claims.length).toBeGreaterThan(0));
  },
);

describe.each(Object.entries(STUDY_CLAIMS))('Arena, “%s”', (id, claims) => {
  const read = readStudy(QUESTIONS[id as PresetId]);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const checked = new StudyClaims(read.study);
  it.each(named(claims))('%s', (_, claim) => expect(checked.complaint(claim)).toBeUndefined(), 60_000);
  it('claims something', () => expect(claims.length).toBeGreaterThan(0));
});

describe.each(Object.entries(PHASE_CLAIMS))('phase diagram, “%s”', (id, claims) => {
  const { own, ...rest } = PHASES[id as PhasePresetId]();
  const checked = new PhaseClaims({ ...rest, base: own! });
  it.each(named(claims))('%s', (_, claim) => expect(checked.complaint(claim)).toBeUndefined(), 60_000);
  it('claims something', () => expect(claims.length).toBeGreaterThan(0));
});
