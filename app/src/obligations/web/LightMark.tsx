import type { Light } from '@luoshi/engine';
import { useSpeech } from '../../platform/web/i18n.ts';
import { Mark } from '../../ui/Mark.tsx';
import { LOOKS } from './lights.ts';

/** A light as glyph and word. */
export function LightMark({ light, size = 'small' }: { readonly light: Light; readonly size?: 'small' | 'large' }) {
  const { say } = useSpeech();
  const { glyph, tone } = LOOKS[light];
  return <Mark glyph={glyph} tone={tone} word={say(`light.${light}`)} size={size} />;
}
