import { expect, it } from 'vitest';
import { cos, log } from './elementary.ts';
import { preciseCos, preciseLog } from './precise.ts';

// Arguments where the usual functions round the other way; values from 60-digit decimal arithmetic, rounded once.
const LOGARITHMS = [
  [0.6229016948897019, -0.47336656575977026],
  [0.29878889785386775, -1.2080179821906494],
  [0.3013591007694625, -1.1994526995108783],
  [0.8185180746470708, -0.20025979976715305],
  [0.31579310584644404, -1.1526680081574583],
  [0.36618447584186054, -1.0046180402076013],
  [0.7483980564846631, -0.28982028147939715],
  [0.17747777550498856, -1.728909886328495],
] as const;
const COSINES = [
  [5.4814996536618885, 0.695496506281082],
  [3.789451874324892, -0.797377543868472],
  [5.1917678191215675, 0.46122811960355786],
  [5.7558334704882945, 0.864142778464031],
  [5.354861459764125, 0.5991767791905235],
  [2.1267247733406847, -0.5277321601019983],
  [2.283509115617044, -0.6538886456249101],
  [2.3212770684131887, -0.6819904345330751],
] as const;

it.each(LOGARITHMS)('ln %d', (x, value) => {
  expect(preciseLog(x)).toBe(value);
  expect(log(x)).not.toBe(value);
});

it.each(COSINES)('cos %d', (x, value) => {
  expect(preciseCos(x)).toBe(value);
  expect(cos(x)).not.toBe(value);
});

it('is exact where the digits are known', () => {
  expect(preciseCos(0)).toBe(1);
  expect(preciseCos(Math.PI)).toBe(-1);
  // cos of the double nearest π/2 is what that double lacks of π/2.
  expect(preciseCos(Math.PI / 2)).toBe(6.123233995736766e-17);
  expect(preciseLog(1)).toBe(0);
  expect(preciseLog(2)).toBe(0.6931471805599453);
  expect(preciseLog(10)).toBe(2.302585092994046);
});
