/** Where a picture that is taken along comes from. */
import type { Source } from '#charts/picture/index.ts';
import { t } from '../i18n/index.svelte.ts';

/** @param link by default what stands in the address bar */
export const sourceHere = (link = location.href): Source => ({ name: t('app.name'), link });
