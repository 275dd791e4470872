import type { Tone } from '../../ui/tokens.ts';
import type { RunHead } from './rating-data.ts';

/** How the state of a result looks; `trial` is a figure that nobody has published. */
export const STATE_LOOKS: Readonly<
  Record<RunHead['state'] | 'trial', { readonly glyph: string; readonly tone: Tone }>
> = {
  trial: { glyph: '○', tone: 'faint' },
  shown: { glyph: '◐', tone: 'info' },
  objection: { glyph: '!', tone: 'warning' },
  final: { glyph: '●', tone: 'success' },
  corrected: { glyph: '—', tone: 'faint' },
};
