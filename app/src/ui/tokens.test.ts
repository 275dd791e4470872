import { describe, expect, it } from 'vitest';
import { type Mode, palettes, TONES, tokenStyles } from './tokens.ts';

const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

function luminance(hex: string): number {
  const part = (at: number) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

/** WCAG 2.2 contrast ratio. */
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe.each<Mode>(['light', 'dark'])('contrast in %s mode', (mode) => {
  const palette = palettes[mode];

  it.each(TONES)('tone %s reads at 4.5:1', (tone) => {
    const { ink, fill } = palette.tones[tone];
    expect(contrast(ink, fill)).toBeGreaterThanOrEqual(4.5);
  });

  it('text reads at 4.5:1 on every ground', () => {
    for (const ground of [palette.page, palette.surface, palette.raised]) {
      for (const text of [
        palette.ink,
        palette['ink-2'],
        palette.link,
        ...TONES.map((tone) => palette.tones[tone].text),
      ]) {
        expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast(palette['on-accent'], palette.accent)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.tones.unknown.ink, palette.hatch)).toBeGreaterThanOrEqual(4.5);
  });

  it('the focus ring stands out at 3:1', () => {
    for (const ground of [palette.page, palette.surface, palette.tones.success.fill]) {
      expect(contrast(palette.focus, ground)).toBeGreaterThanOrEqual(3);
    }
  });
});

it('paper is always light', () => {
  expect(tokenStyles()).toContain('@media print');
});
