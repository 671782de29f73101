/** 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/**
 * 95 % interval of a share, from counts: the score interval of E. B. Wilson (1927), JASA 22, 209–212, which also holds
 * near 0 and 1, where the share ± 1.96 standard errors does not.
 *
 * @param successes whole, 0 … total
 * @returns [low, high] within [0, 1]; [0, 1] where nothing was counted
 */
export function wilsonInterval(successes: number, total: number): [low: number, high: number] {
  if (total === 0) return [0, 1];
  const share = successes / total;
  const z2 = (Z * Z) / total;
  const centre = (share + z2 / 2) / (1 + z2);
  const half = (Z * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total))) / (1 + z2);
  // At 0 and at all, the bound is exactly the share; rounding would leave a trace.
  return [successes === 0 ? 0 : centre - half, successes === total ? 1 : centre + half];
}
