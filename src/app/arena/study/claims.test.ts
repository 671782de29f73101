/** Every question of the Arena is run, and shows exactly what it says that it shows. */
import { describe, expect, it } from 'vitest';
import { StudyClaims } from '#core/claims/index.ts';
import { readStudy } from '#core/study/read-study.ts';
import { STUDY_CLAIMS } from './claims.ts';
import { STUDY_PRESETS, type PresetId } from './study-presets.ts';

const named = <Claim extends { kind: string }>(claims: readonly Claim[]) =>
  claims.map((claim) => [JSON.stringify(claim), claim] as const);

describe.each(Object.entries(STUDY_CLAIMS))('Arena, “%s”', (id, claims) => {
  const read = readStudy(STUDY_PRESETS[id as PresetId]);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const checked = new StudyClaims(read.study);
  it.each(named(claims))('%s', (_, claim) => expect(checked.complaint(claim)).toBeUndefined(), 60_000);
  it('claims something', () => expect(claims.length).toBeGreaterThan(0));
});
