/** Every preset of the phase diagrams is run, and shows exactly what it says that it shows. */
import { describe, expect, it } from 'vitest';
import { PhaseClaims } from '#core/claims/index.ts';
import { PHASE_CLAIMS } from './claims.ts';
import { PHASE_PRESETS, type PresetId } from './phase-presets.ts';

const named = <Claim extends { kind: string }>(claims: readonly Claim[]) =>
  claims.map((claim) => [JSON.stringify(claim), claim] as const);

describe.each(Object.entries(PHASE_CLAIMS))('phase diagram, “%s”', (id, claims) => {
  const { own, ...rest } = PHASE_PRESETS[id as PresetId]();
  const checked = new PhaseClaims({ ...rest, base: own! });
  it.each(named(claims))('%s', (_, claim) => expect(checked.complaint(claim)).toBeUndefined(), 60_000);
  it('claims something', () => expect(claims.length).toBeGreaterThan(0));
});
