import { useSpeech } from '../../platform/web/i18n.ts';
import { Mark } from '../../ui/Mark.tsx';
import type { EntryView } from './entry-view.ts';

/** What became of an entry: stands, waits for confirmation (`who`: says whose), was confirmed, refused, corrected or withdrawn. */
export function EntryState({ entry, who = false }: { readonly entry: EntryView; readonly who?: boolean }) {
  const { pick, say } = useSpeech();
  if (entry.ended?.kind === 'withdrawn') return <Mark glyph="⊘" word={say('records.withdrawn')} tone="faint" />;
  if (entry.ended) return <Mark glyph="↻" word={say('records.superseded')} tone="faint" />;
  if (entry.confirmation?.outcome === 'rejected')
    return <Mark glyph="✕" word={say('records.rejected')} tone="danger" />;
  if (entry.confirmation) return <Mark glyph="✓" word={say('records.confirmed')} tone="success" />;
  if (entry.confirmer) {
    const word = who ? say('records.waitingFor', { who: pick(entry.confirmer) }) : say('records.waiting');
    return <Mark glyph="…" word={word} tone="warning" />;
  }
  return <Mark glyph="✓" word={say('records.stands')} tone="success" />;
}
