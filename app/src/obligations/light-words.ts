import type { Language } from '@luoshi/engine';
import { light as lights } from '../platform/words/light.ts';
import { limit as limits } from '../platform/words/limit.ts';
import type { StandingLight } from './light.ts';

const ofLimit: Partial<Record<StandingLight, readonly [string, string]>> = {
  'due-soon': limits['due-soon'],
  met: limits.met,
  excused: limits.excused,
};

/** What a light says of a duty, or of a limit. */
export const lightWord = (light: StandingLight, limit: boolean, language: Language): string =>
  ((limit ? ofLimit[light] : undefined) ?? lights[light])[language === 'en' ? 1 : 0];
