/** What a table with many rows says of those it shows. */
import type { RowWords } from '#charts/ChartTable.svelte';
import { t } from './index.svelte.ts';

export const rowWords = (): RowWords => ({
  said: (from, to, count) => t('chart.rows.said', { from, to, count }),
  before: t('chart.rows.before'),
  after: t('chart.rows.after'),
});
