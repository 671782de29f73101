/** The objectives that are the reader's own, by the way in which they are entered. */
export const WAYS = ['formula', 'drawn', 'table'] as const;
export type Way = (typeof WAYS)[number];
export const isWay = (id: string): id is Way => (WAYS as readonly string[]).includes(id);
