import { Mark } from '../../ui/Mark.tsx';
import type { StandingLight } from '../light.ts';
import { LOOKS } from './lights.ts';
import { useBoardSpeech } from './speech.ts';

interface LightMarkProps {
  readonly light: StandingLight;
  /** Whether it stands beside a limit. */
  readonly limit?: boolean;
  readonly size?: 'small' | 'large';
}

/** A light as glyph and word. */
export function LightMark({ light, limit = false, size = 'small' }: LightMarkProps) {
  const { lightWord } = useBoardSpeech();
  const { glyph, tone } = LOOKS[light];
  return <Mark glyph={glyph} tone={tone} word={lightWord(light, limit)} size={size} />;
}
