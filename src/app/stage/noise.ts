/** How noise is said beside what is watched. */
import { formatNumber } from '#charts/format.ts';
import type { Noise } from '#core/types.ts';
import { t } from '../i18n/index.svelte.ts';

export function noiseSaid(noise: Noise): string {
  if (noise.kind === 'measured') return t('stage.noiseMeasured');
  if (noise.kind === 'none' || noise.sd === 0) return t('stage.noNoise');
  return noise.kind === 'proportional'
    ? t('stage.noiseShare', { share: formatNumber(100 * noise.sd, 2) })
    : t('stage.noise', { sd: formatNumber(noise.sd, 2) });
}
