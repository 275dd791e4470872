import { Link, useParams } from '@tanstack/react-router';
import { Button, Tabs, Timeline } from 'antd';
import { lazy, Suspense } from 'react';
import { paths } from '../../../paths.ts';
import { useSpeech } from '../../../platform/web/i18n.ts';
import { useLive } from '../../../platform/web/live.ts';
import { useAction } from '../../../platform/web/query.ts';
import type { WordKey } from '../../../platform/words/index.ts';
import { Page, Section } from '../../../ui/Page.tsx';
import { EmptyState, Loaded, LoadingState } from '../../../ui/states.tsx';
import { OrganisationDuties } from './OrganisationDuties.tsx';

const Trend = lazy(() => import('./Trend.tsx'));

/** One organisation: its duties now, who works there, its records, its trend and what became of it over time. */
export function OrganisationPage() {
  const { id = '' } = useParams({ strict: false });
  const { say } = useSpeech();
  const found = useAction('organisations.get', { id });
  const tabs = [
    { key: 'duties', label: say('organisation.duties'), children: <OrganisationDuties organisation={id} /> },
    { key: 'people', label: say('organisation.people'), children: <People organisation={id} /> },
    {
      key: 'trend',
      label: say('organisation.trend'),
      children: (
        <Suspense fallback={<LoadingState />}>
          <TrendOf organisation={id} />
        </Suspense>
      ),
    },
    { key: 'history', label: say('organisation.history'), children: <History organisation={id} /> },
  ];
  return (
    <Loaded of={found}>
      {(organisation) => (
        <Page
          title={organisation.name}
          lead={organisation.path.slice(0, -1).join(' › ')}
          actions={
            <Link to={paths.records({ organisation: id })}>
              <Button>{say('organisation.records')}</Button>
            </Link>
          }
        >
          <Section>
            <Tabs items={tabs} />
          </Section>
        </Page>
      )}
    </Loaded>
  );
}

function People({ organisation }: { readonly organisation: string }) {
  const { say } = useSpeech();
  const postings = useAction('postings.list', { organisation });
  return (
    <Loaded of={postings}>
      {(data) =>
        data.postings.length === 0 ? (
          <EmptyState title={say('organisation.noPeople')} />
        ) : (
          <ul className="pack-parts">
            {data.postings.map((posting) => (
              <li key={posting.id}>
                <strong>{posting.person.name}</strong>{' '}
                {say('organisation.sentBy', { unit: posting.sendingOrganisation.name })} ·{' '}
                {say('organisation.since', { day: posting.from })}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function TrendOf({ organisation }: { readonly organisation: string }) {
  const { say } = useSpeech();
  const history = useAction('obligations.history', { organisation });
  useLive({ onStandings: () => void history.refetch(), onReturn: () => void history.refetch() });
  return (
    <Loaded of={history}>
      {({ months }) =>
        months.length === 0 ? <EmptyState title={say('organisation.noTrend')} /> : <Trend months={months} />
      }
    </Loaded>
  );
}

function History({ organisation }: { readonly organisation: string }) {
  const { say } = useSpeech();
  const found = useAction('organisations.get', { id: organisation });
  return (
    <Loaded of={found}>
      {({ events }) => (
        <Timeline
          items={events.map((event) => ({
            key: event.id,
            content: `${event.on} ${say(`organisation.${event.kind}` as WordKey)}`,
          }))}
        />
      )}
    </Loaded>
  );
}
