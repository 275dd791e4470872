import { Timeline } from 'antd';
import { useSpeech } from '../../platform/web/i18n.ts';
import { Section } from '../../ui/Page.tsx';
import type { EntryView } from './entry-view.ts';

/** Who recorded, confirmed, corrected or withdrew, and when; nothing is ever left out. */
export function EntryHistory({ history }: { readonly history: readonly EntryView[] }) {
  const { say } = useSpeech();
  const items = history.flatMap((entry) => [
    { key: entry.id, content: say('records.wasRecorded', { who: entry.recordedBy, when: entry.recordedOn }) },
    ...(entry.confirmation ? [{ key: `${entry.id} c`, content: confirmed(entry) }] : []),
    ...(entry.ended ? [{ key: `${entry.id} e`, content: ended(entry) }] : []),
  ]);
  function confirmed(entry: EntryView) {
    const { outcome = 'confirmed', by = '', on = '', reason = null } = entry.confirmation ?? {};
    const key = outcome === 'confirmed' ? 'records.wasConfirmed' : 'records.wasRejected';
    return say(key, { who: by, when: on, reason: reason ?? '' });
  }
  function ended(entry: EntryView) {
    const { kind = 'withdrawn', by = '', on = '', reason = '' } = entry.ended ?? {};
    return say(kind === 'withdrawn' ? 'records.wasWithdrawn' : 'records.wasSuperseded', { who: by, when: on, reason });
  }
  return (
    <Section title={say('records.history')}>
      <Timeline items={items} />
    </Section>
  );
}
