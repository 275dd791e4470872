import type { Light } from '@luoshi/engine';
import type { Tone } from '../../ui/tokens.ts';

interface LightLook {
  readonly glyph: string;
  readonly tone: Tone;
}

/** How each light looks. Its word stands under `light.<name>`. In order of urgency. */
export const LOOKS = {
  overdue: { glyph: '✕', tone: 'danger' },
  'due-soon': { glyph: '▲', tone: 'warning' },
  'not-known': { glyph: '?', tone: 'unknown' },
  open: { glyph: '○', tone: 'neutral' },
  late: { glyph: '◐', tone: 'caution' },
  met: { glyph: '✓', tone: 'success' },
  excused: { glyph: '－', tone: 'info' },
  'not-applicable': { glyph: '·', tone: 'faint' },
} as const satisfies Record<Light, LightLook>;

export const ALL_LIGHTS = Object.keys(LOOKS) as readonly Light[];

/** A duty that lies outside what the reader may see. */
export const OUT_OF_SIGHT = ' ';

const BY_CODE: Readonly<Record<string, Light>> = {
  x: 'overdue',
  s: 'due-soon',
  '?': 'not-known',
  o: 'open',
  l: 'late',
  m: 'met',
  e: 'excused',
  '-': 'not-applicable',
};

/** The light behind the chart's one-character code; undefined outside the reader's sight. */
export const findLight = (code: string): Light | undefined => BY_CODE[code];

const CODES = new Map(Object.entries(BY_CODE).map(([code, light]) => [light, code]));

export const codeOf = (light: Light): string => CODES.get(light) ?? OUT_OF_SIGHT;

export const isLight = (text: string): text is Light => text in LOOKS;
