/** Every story to begin with is run, and shows exactly what it says that it shows. */
import { describe, expect, it } from 'vitest';
import { ScenarioClaims } from '#core/claims/index.ts';
import { firstScenario } from '../question.svelte.ts';
import { DIAL_PRESETS } from './dial-presets.ts';

const named = <Claim extends { kind: string }>(claims: readonly Claim[]) =>
  claims.map((claim) => [JSON.stringify(claim), claim] as const);

describe.each(DIAL_PRESETS.map((story) => [story.id, story] as const))(
  'Assumptions, “%s”',
  (_, { objective, noise, budget, claims }) => {
    const { budget: usual, seed } = firstScenario();
    const checked = new ScenarioClaims({ objective, noise, budget: budget ?? usual, seed });
    it.each(named(claims))('%s', (_, claim) => expect(checked.complaint(claim)).toBeUndefined(), 60_000);
    it('claims something', () => expect(claims.length).toBeGreaterThan(0));
  },
);
