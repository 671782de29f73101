/**
 * Numbers that a sentence sets against each other. The app says numbers to 3 significant digits; late in a search
 * two probes differ further behind, and “f(0.618) < f(0.618)” says nothing. Where 3 digits do not tell the given
 * values apart, all of them are spelt out as text with as many digits as it takes.
 */
export function telling(values: readonly number[]): (number | string)[] {
  const different = new Set(values).size;
  for (let digits = 3; digits <= 17; digits++) {
    const rounded = values.map((value) => Number(value.toPrecision(digits)));
    if (new Set(rounded).size < different) continue;
    return digits === 3 ? values.map(sayable) : rounded.map(spelt);
  }
  return values.map(sayable);
}

/** Messages travel as JSON, which has no infinity: the value of a failed evaluation. */
export const sayable = (value: number): number | string => (value === Infinity ? '∞' : value);

const spelt = (value: number) => (value === Infinity ? '∞' : String(value).replace('-', '−'));
