/**
 * The colours of the product, once per mode. Everything else — style sheets, the component library's
 * theme, the contrast test — is made from these.
 */
export type Mode = 'light' | 'dark';

/** What a mark says, without saying of what. Ink reads on fill, and text on every ground, at 4.5:1 or better. */
export const TONES = ['danger', 'warning', 'unknown', 'neutral', 'caution', 'success', 'info', 'faint'] as const;
export type Tone = (typeof TONES)[number];

interface ToneColours {
  /** On the fill. */
  readonly ink: string;
  readonly fill: string;
  /** On page, surface and raised grounds. */
  readonly text: string;
}

export interface Palette {
  readonly ink: string;
  readonly 'ink-2': string;
  readonly page: string;
  readonly surface: string;
  readonly raised: string;
  readonly line: string;
  readonly 'line-strong': string;
  readonly accent: string;
  readonly 'on-accent': string;
  readonly 'accent-soft': string;
  readonly link: string;
  readonly focus: string;
  readonly hatch: string;
  readonly tones: Readonly<Record<Tone, ToneColours>>;
}

const light: Palette = {
  ink: '#1b1f23',
  'ink-2': '#565e66',
  page: '#f4f5f6',
  surface: '#ffffff',
  raised: '#fafbfb',
  line: '#e2e5e8',
  'line-strong': '#c3c9cf',
  accent: '#8f1d22',
  'on-accent': '#ffffff',
  'accent-soft': '#f7ecec',
  link: '#1f4e79',
  focus: '#1668c7',
  hatch: '#d3cce6',
  tones: {
    danger: { ink: '#ffffff', fill: '#c5322d', text: '#a81e1a' },
    warning: { ink: '#553600', fill: '#ffd680', text: '#855600' },
    unknown: { ink: '#4a3d7c', fill: '#e8e4f2', text: '#4a3d7c' },
    neutral: { ink: '#5f676f', fill: '#ffffff', text: '#565e66' },
    caution: { ink: '#4a5107', fill: '#e4e8b4', text: '#555c0b' },
    success: { ink: '#17602c', fill: '#d8efdc', text: '#17602c' },
    info: { ink: '#39546f', fill: '#dfe8f0', text: '#39546f' },
    faint: { ink: '#6c747b', fill: '#ffffff', text: '#666e75' },
  },
};

const dark: Palette = {
  ink: '#eceff1',
  'ink-2': '#a9b3bb',
  page: '#0d1114',
  surface: '#151b1f',
  raised: '#1b2227',
  line: '#293238',
  'line-strong': '#46525b',
  accent: '#b3353a',
  'on-accent': '#ffffff',
  'accent-soft': '#37191b',
  link: '#9cc5ee',
  focus: '#6db3ff',
  hatch: '#4b4370',
  tones: {
    danger: { ink: '#ffffff', fill: '#cf3a34', text: '#ff958e' },
    warning: { ink: '#1e1500', fill: '#e3a834', text: '#f0bd55' },
    unknown: { ink: '#d6cdf7', fill: '#37314f', text: '#c8bdf5' },
    neutral: { ink: '#aab4bc', fill: '#1c2429', text: '#a9b3bb' },
    caution: { ink: '#e6eaac', fill: '#474a14', text: '#d6db8a' },
    success: { ink: '#a9e5ba', fill: '#16432a', text: '#8fdaa5' },
    info: { ink: '#b6cde3', fill: '#253648', text: '#a9c6e2' },
    faint: { ink: '#89949c', fill: '#12171a', text: '#89949c' },
  },
};

export const palettes: Readonly<Record<Mode, Palette>> = { light, dark };

export const fontFamily = [
  '-apple-system',
  '"Segoe UI"',
  '"PingFang SC"',
  '"HarmonyOS Sans SC"',
  '"Noto Sans SC"',
  '"Noto Sans CJK SC"',
  '"Microsoft YaHei"',
  'sans-serif',
].join(', ');

function declarations(mode: Mode): string {
  const { tones, ...plain } = palettes[mode];
  const flat = Object.entries(plain).map(([name, value]) => `--${name}:${value}`);
  const toned = TONES.flatMap((tone) =>
    Object.entries(tones[tone]).map(([part, value]) => `--${tone}-${part}:${value}`),
  );
  return [...flat, ...toned].join(';');
}

/** The palettes as custom properties: light by default and on paper, dark where the page asks for it. */
export function tokenStyles(): string {
  return [
    `:root{${declarations('light')};--font:${fontFamily}}`,
    `:root[data-mode=dark]{${declarations('dark')}}`,
    `@media print{:root[data-mode=dark]{${declarations('light')}}}`,
  ].join('\n');
}
