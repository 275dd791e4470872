import type { OutputOf } from '../../../platform/web/client.ts';
import { useSpeech } from '../../../platform/web/i18n.ts';
import { EmptyState } from '../../../ui/states.tsx';

type People = OutputOf<'obligations.people'>['people'];

/** Who holds office or is posted here, the present ones first. */
export function PeopleHere({ people }: { readonly people: People }) {
  const { pick, say } = useSpeech();
  if (people.length === 0) {
    return <EmptyState title={say('organisation.noPeople')}>{say('organisation.noPeopleHint')}</EmptyState>;
  }
  return (
    <ul className="organisation-lines">
      {people.map((one) => (
        <li key={one.id} className={one.present ? 'organisation-person' : 'organisation-person organisation-former'}>
          <strong>{one.name}</strong>
          <span>
            {pick(one.role)}
            {one.sentBy && ` · ${say('organisation.sentBy', { unit: one.sentBy })}`}
          </span>
          <span className="organisation-span">
            {one.to ? `${one.from} – ${one.to}` : say('organisation.since', { day: one.from })}
          </span>
        </li>
      ))}
    </ul>
  );
}
