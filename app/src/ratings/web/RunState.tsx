import { useSpeech } from '../../platform/web/i18n.ts';
import { Mark } from '../../ui/Mark.tsx';
import type { RunHead } from './rating-data.ts';
import { STATE_LOOKS } from './run-look.ts';

/** Where a result stands, as glyph and word. */
export function RunState({ state }: { readonly state: RunHead['state'] | 'trial' }) {
  const { say } = useSpeech();
  return <Mark {...STATE_LOOKS[state]} word={say(`ratings.${state}`)} />;
}
