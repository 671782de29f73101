/** x₁ … x₂₀: labels of problems whose hyperparameters have no names, by dimension id. */
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
const subscript = (n: number) => [...String(n)].map((digit) => SUBSCRIPTS[Number(digit)]).join('');

export const numbered = (dimensions: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: dimensions }, (_, i) => [`x${i + 1}`, `x${subscript(i + 1)}`]));
