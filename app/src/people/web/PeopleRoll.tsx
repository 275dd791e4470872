import { Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { PersonPanel } from './PersonPanel.tsx';
import './people.css';

/** So many are listed at once; the rest are found by name. */
const MOST = 50;

/** Everybody who belongs to an organisation or serves there, each with the way to where that one belonged. */
export function PeopleRoll({ organisation }: { readonly organisation: string }) {
  const { say } = useSpeech();
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const search = useDeferredValue(typed.trim());
  const found = useAction('people.list', { organisation, limit: MOST, ...(search ? { search } : {}) });
  return (
    <section className="people-roll">
      <h3>{say('people.roll')}</h3>
      <p className="people-quiet">{say('people.rollLead')}</p>
      <Input
        allowClear
        type="search"
        className="people-search"
        aria-label={say('people.search')}
        placeholder={say('people.search')}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Loaded of={found}>
        {({ people, more }) =>
          people.length === 0 ? (
            <EmptyState title={say('people.none')} />
          ) : (
            <>
              <ul className="people-list">
                {people.map(({ id, name, memberOf }) => (
                  <li key={id}>
                    <button type="button" onClick={() => setOpened(id)}>
                      <strong>{name}</strong>
                      <span className="people-quiet">{memberOf?.name ?? say('people.nowhere')}</span>
                    </button>
                  </li>
                ))}
              </ul>
              {more && <p className="people-quiet">{say('people.more', { n: MOST })}</p>}
            </>
          )
        }
      </Loaded>
      {opened && <PersonPanel person={opened} onClose={() => setOpened(null)} />}
    </section>
  );
}
