/** How wide kernels are: known to a page that computes no density. */
export const BANDWIDTHS = ['neighbours', 'scott'] as const;
export type Bandwidth = (typeof BANDWIDTHS)[number];
