import type { OutputOf } from '../../../platform/web/client.ts';
import { useSpeech } from '../../../platform/web/i18n.ts';
import type { WordKey } from '../../../platform/words/index.ts';
import { Timeline } from '../../../ui/Timeline.tsx';

type Organisation = OutputOf<'organisations.get'>;

/** What became of an organisation, day by day; where it was renamed, its name from then on. */
export function OrganisationHistory({ names, events }: Pick<Organisation, 'names' | 'events'>) {
  const { say } = useSpeech();
  const points = events.map((event) => {
    const word = say(`organisation.${event.kind}` as WordKey);
    const since = names.find((name) => name.from === event.on)?.name;
    const named = event.kind === 'renamed' || event.kind === 'founded' ? since : undefined;
    return { date: event.on, label: named ? `${word}：${named}` : word, tone: 'info' as const };
  });
  return <Timeline points={points} />;
}
