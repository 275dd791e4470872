import type { Tone } from '../../ui/tokens.ts';
import type { StandingLight } from '../light.ts';

interface LightLook {
  readonly glyph: string;
  readonly tone: Tone;
}

/** How each light looks. Its word stands under `light.<name>`. In order of urgency. */
export const LOOKS = {
  overdue: { glyph: '✕', tone: 'danger' },
  beyond: { glyph: '↑', tone: 'danger' },
  'due-soon': { glyph: '▲', tone: 'warning' },
  'not-known': { glyph: '?', tone: 'unknown' },
  open: { glyph: '○', tone: 'neutral' },
  late: { glyph: '◐', tone: 'caution' },
  met: { glyph: '✓', tone: 'success' },
  excused: { glyph: '－', tone: 'info' },
  'not-applicable': { glyph: '·', tone: 'faint' },
} as const satisfies Record<StandingLight, LightLook>;

export const ALL_LIGHTS = Object.keys(LOOKS) as readonly StandingLight[];

/** Those a reader needs words for: one beyond a limit only where there is one. */
export const lightsToTell = (has: (light: StandingLight) => boolean): readonly StandingLight[] =>
  ALL_LIGHTS.filter((light) => light !== 'beyond' || has(light));

/** A duty that lies outside what the reader may see. */
export const OUT_OF_SIGHT = ' ';

const BY_CODE: Readonly<Record<string, StandingLight>> = {
  x: 'overdue',
  b: 'beyond',
  s: 'due-soon',
  '?': 'not-known',
  o: 'open',
  l: 'late',
  m: 'met',
  e: 'excused',
  '-': 'not-applicable',
};

/** The light behind the chart's one-character code; undefined outside the reader's sight. */
export const findLight = (code: string): StandingLight | undefined => BY_CODE[code];

const CODES = new Map(Object.entries(BY_CODE).map(([code, light]) => [light, code]));

export const codeOf = (light: StandingLight): string => CODES.get(light) ?? OUT_OF_SIGHT;

export const isLight = (text: string): text is StandingLight => text in LOOKS;
