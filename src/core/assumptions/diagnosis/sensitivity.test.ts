import { expect, it } from 'vitest';
import { pow, sin } from '../../math/elementary.ts';
import { real } from '../../space.ts';
import { Probe } from './probe.ts';
import { sensitivity } from './sensitivity.ts';
import { problemFrom } from './testing.ts';

function indices(problem: ReturnType<typeof problemFrom>, points = 4096) {
  const steps = sensitivity(new Probe(problem), points);
  for (;;) {
    const step = steps.next();
    if (!step.done) continue;
    if ('unknown' in step.value) throw new Error(step.value.unknown);
    return step.value;
  }
}
const near = (found: readonly number[], expected: readonly number[], within: number) =>
  found.forEach((value, i) => expect(Math.abs(value - expected[i]), `${i}`).toBeLessThan(within));

it('gives the indices of Ishigami’s function (Ishigami & Homma 1990)', () => {
  const [a, b] = [7, 0.1];
  const range = ['x', 'y', 'z'].map((id) => real(id, -Math.PI, Math.PI));
  const { first, total, effective } = indices(
    problemFrom((x, y, z) => sin(x) + a * sin(y) * sin(y) + b * pow(z, 4) * sin(x), range),
  );
  // Closed forms: V₁ = (1 + b π⁴/5)²/2, V₂ = a²/8, V₁₃ = b² π⁸ (1/18 − 1/50).
  const v1 = 0.5 * pow(1 + (b * pow(Math.PI, 4)) / 5, 2);
  const v2 = (a * a) / 8;
  const v13 = b * b * pow(Math.PI, 8) * (1 / 18 - 1 / 50);
  const v = v1 + v2 + v13;
  near(first, [v1 / v, v2 / v, 0], 0.01);
  near(total, [(v1 + v13) / v, v2 / v, v13 / v], 0.01);
  expect(effective).toBe(3);
});

it('splits the variance of a sum, however large its mean', () => {
  const { first, total, effective } = indices(problemFrom((x, y, z) => 1000 + 3 * x + y + 0 * z));
  near(first, [0.9, 0.1, 0], 0.002);
  near(total, [0.9, 0.1, 0], 0.002);
  expect(effective).toBe(2);
});

it('sees knobs that only matter together', () => {
  const { first, total } = indices(problemFrom((x, y) => (x - 0.5) * (y - 0.5)));
  near(first, [0, 0], 0.01);
  near(total, [1, 1], 0.01);
});

it('says that nothing matters where nothing changes', () => {
  const steps = sensitivity(new Probe(problemFrom((x, y) => 4 + 0 * x * y)), 16);
  let result;
  do result = steps.next();
  while (!result.done);
  expect(result.value).toEqual({ unknown: 'constant' });
});
