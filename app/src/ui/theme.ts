import { type ThemeConfig, theme } from 'antd';
import { fontFamily, type Mode, type Palette, palettes } from './tokens.ts';

/** The component library in our colours, type and density; without `motion` everything appears at once. */
export function themeOf(mode: Mode, motion: boolean): ThemeConfig {
  const palette = palettes[mode];
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: palette.accent,
      colorLink: palette.link,
      colorError: mode === 'dark' ? '#f0807a' : '#b3261e',
      colorText: palette.ink,
      colorTextSecondary: palette['ink-2'],
      colorTextDescription: palette['ink-2'],
      colorTextPlaceholder: palette['ink-2'],
      colorBgLayout: palette.page,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.surface,
      colorBorder: palette['line-strong'],
      colorBorderSecondary: palette.line,
      controlOutline: palette.focus,
      borderRadius: 4,
      fontFamily,
      fontSize: 14,
      lineHeight: 1.5,
      controlHeight: 32,
      motion,
      motionDurationMid: '0.15s',
      motionDurationSlow: '0.2s',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Input: calm(palette),
      InputNumber: calm(palette),
      Select: calm(palette),
      DatePicker: calm(palette),
    },
  };
}

/** A field one is in is not a field that is wrong: its border takes the focus colour, never the accent. */
const calm = (palette: Palette) => ({ hoverBorderColor: palette['ink-2'], activeBorderColor: palette.focus });
