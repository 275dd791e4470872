import type { OutputOf } from '../../platform/web/client.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { useAccount } from '../../platform/web/session.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Loaded } from '../../ui/states.tsx';
import { MovePerson } from './MovePerson.tsx';

/** Whose work it is to keep the roll. */
const KEEPING: readonly string[] = ['county-officer', 'township-officer'];

interface PersonPanelProps {
  readonly person: string;
  readonly onClose: () => void;
}

/** Where a person belongs and belonged; who keeps the roll may move somebody from here. */
export function PersonPanel({ person, onClose }: PersonPanelProps) {
  const { say } = useSpeech();
  const { roles } = useAccount();
  const found = useAction('people.get', { id: person });
  return (
    <SidePanel open title={found.data?.name ?? say('ui.loading')} onClose={onClose}>
      <Loaded of={found}>
        {(file) => (
          <>
            <dl className="people-facts">
              <dt>{say('people.memberOf')}</dt>
              <dd>{file.memberOf?.name ?? say('people.nowhere')}</dd>
              {file.memberSince && (
                <>
                  <dt>{say('people.memberSince')}</dt>
                  <dd>{file.memberSince}</dd>
                </>
              )}
            </dl>
            <h3>{say('people.history')}</h3>
            <History memberships={file.memberships} />
            {roles.some((role) => KEEPING.includes(role)) && (
              <MovePerson
                key={file.memberOf?.id ?? ''}
                person={person}
                today={file.today}
                mayLeave={roles.includes('county-officer')}
              />
            )}
          </>
        )}
      </Loaded>
    </SidePanel>
  );
}

function History({ memberships }: Pick<OutputOf<'people.get'>, 'memberships'>) {
  const { say } = useSpeech();
  if (memberships.length === 0) return <p className="people-quiet">{say('people.noHistory')}</p>;
  return (
    <ol className="people-history">
      {memberships.map(({ organisation, from, to, reason }) => (
        <li key={`${from} ${to}`}>
          <strong>{organisation?.name ?? say('people.hidden')}</strong>
          <span>
            {from ?? say('people.beginning')} – {to ?? say('people.now')}
          </span>
          {reason && <span className="people-quiet">{say('people.ended', { reason })}</span>}
        </li>
      ))}
    </ol>
  );
}
