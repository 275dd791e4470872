import { useSpeech } from '../../platform/web/i18n.ts';
import { Mark } from '../../ui/Mark.tsx';
import type { EntryView } from './entry-view.ts';

/** What became of an entry: stands, waits for confirmation, was confirmed, refused, corrected or withdrawn. */
export function EntryState({ entry }: { readonly entry: EntryView }) {
  const { say } = useSpeech();
  if (entry.ended?.kind === 'withdrawn') return <Mark glyph="⊘" word={say('records.withdrawn')} tone="faint" />;
  if (entry.ended) return <Mark glyph="↻" word={say('records.superseded')} tone="faint" />;
  if (entry.confirmation?.outcome === 'rejected')
    return <Mark glyph="✕" word={say('records.rejected')} tone="danger" />;
  if (entry.confirmation) return <Mark glyph="✓" word={say('records.confirmed')} tone="success" />;
  if (entry.confirmedBy !== 'none') return <Mark glyph="…" word={say('records.waiting')} tone="warning" />;
  return <Mark glyph="✓" word={say('records.stands')} tone="success" />;
}
