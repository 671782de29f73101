/** Standard normal quantile at 97.5 %. */
const Z = 1.959963984540054;

/**
 * 95 % interval of a probability from `successes` of `runs`: the score interval of Wilson (1927, JASA 22), which holds
 * its level also near 0 and 1 and with few runs (Brown, Cai & DasGupta 2001, Statistical Science 16). [0, 1] without runs.
 */
export function scoreInterval(successes: number, runs: number): [low: number, high: number] {
  if (runs === 0) return [0, 1];
  const share = successes / runs;
  const spread = (Z * Z) / runs;
  const centre = (share + spread / 2) / (1 + spread);
  const half = (Z * Math.sqrt((share * (1 - share)) / runs + spread / (4 * runs))) / (1 + spread);
  // At the ends the interval is one-sided by construction; rounding must not say otherwise.
  return [
    successes === 0 ? 0 : Math.max(0, centre - half),
    successes === runs ? 1 : Math.min(1, centre + half),
  ];
}
