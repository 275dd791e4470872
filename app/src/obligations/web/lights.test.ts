import { expect, it } from 'vitest';
import { LIGHT_CODE } from '../board.ts';
import { ALL_LIGHTS, codeOf, findLight, LOOKS, OUT_OF_SIGHT } from './lights.ts';

it('reads the same codes as the chart is written in', () => {
  for (const [light, code] of Object.entries(LIGHT_CODE)) expect(findLight(code)).toBe(light);
  expect(ALL_LIGHTS.map(codeOf)).toEqual(ALL_LIGHTS.map((light) => LIGHT_CODE[light]));
  expect(findLight(OUT_OF_SIGHT)).toBeUndefined();
});

it('tells every light apart without colour', () => {
  expect(new Set(Object.values(LOOKS).map(({ glyph }) => glyph)).size).toBe(ALL_LIGHTS.length);
});
