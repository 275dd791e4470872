import type { Language, Light } from '@luoshi/engine';
import { light as lights } from '../platform/words/light.ts';
import { limit as limits } from '../platform/words/limit.ts';

const ofLimit: Partial<Record<Light, readonly [string, string]>> = {
  overdue: limits.overdue,
  'due-soon': limits['due-soon'],
  met: limits.met,
  excused: limits.excused,
};

/** What a light says of a duty, or of a limit. */
export const lightWord = (light: Light, limit: boolean, language: Language): string =>
  ((limit ? ofLimit[light] : undefined) ?? lights[light])[language === 'en' ? 1 : 0];
