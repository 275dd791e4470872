import { Link, useParams } from '@tanstack/react-router';
import { Button, Tabs } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { paths } from '../../../paths.ts';
import { PeopleRoll } from '../../../people/web/PeopleRoll.tsx';
import type { OutputOf } from '../../../platform/web/client.ts';
import { useSpeech } from '../../../platform/web/i18n.ts';
import { useLive } from '../../../platform/web/live.ts';
import { useAction } from '../../../platform/web/query.ts';
import { useAccount } from '../../../platform/web/session.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Page, Section } from '../../../ui/Page.tsx';
import { EmptyState, Loaded, LoadingState } from '../../../ui/states.tsx';
import { SuccessionPanel } from '../succession/SuccessionPanel.tsx';
import { Below } from './Below.tsx';
import { OrganisationDuties } from './OrganisationDuties.tsx';
import { OrganisationHistory } from './OrganisationHistory.tsx';
import { namesOf, originOf } from './origin.ts';
import { PeopleHere } from './PeopleHere.tsx';
import { Staffing } from './Staffing.tsx';
import './organisation.css';

const Trend = lazy(() => import('./Trend.tsx'));

const ORIGINS = {
  joined: 'organisation.joined',
  divided: 'organisation.divided',
  tookIn: 'organisation.tookIn',
} as const;

type Organisation = OutputOf<'organisations.get'>;

/** One organisation: what lies below it, its duties now, who works there, its trend and what became of it over time. */
export function OrganisationPage() {
  const { id = '' } = useParams({ strict: false });
  const found = useAction('organisations.get', { id });
  return <Loaded of={found}>{(organisation) => <Opened key={id} organisation={organisation} />}</Loaded>;
}

function Opened({ organisation }: { readonly organisation: Organisation }) {
  const { pick, say } = useSpeech();
  const { id, name, path, children, parent, dissolvedOn } = organisation;
  const here = useAction('obligations.people', { organisation: id });
  const above = path.slice(0, -1).join(' › ');
  const origin = originOf(organisation);
  const { predecessors, successors } = organisation;
  const lead = [
    here.data && pick(here.data.kind),
    above,
    origin && say(ORIGINS[origin], { names: namesOf(predecessors) }),
    dissolvedOn && say('organisation.until', { day: dissolvedOn }),
    successors.length > 0 && say('organisation.wentInto', { names: namesOf(successors) }),
  ];
  const below = {
    key: 'below',
    label: `${say('organisation.children')} ${children.length}`,
    children: <Below organisation={id} />,
  };
  const tabs = [
    ...(children.length > 0 ? [below] : []),
    { key: 'duties', label: say('organisation.duties'), children: <OrganisationDuties organisation={id} /> },
    {
      key: 'people',
      label: say('organisation.people'),
      children: (
        <>
          <Loaded of={here}>{({ people }) => <PeopleHere people={people} />}</Loaded>
          <Staffing organisation={id} />
          <PeopleRoll organisation={id} />
        </>
      ),
    },
    { key: 'trend', label: say('organisation.trend'), children: <TrendOf organisation={id} /> },
    {
      key: 'history',
      label: say('organisation.history'),
      children: <OrganisationHistory names={organisation.names} events={organisation.events} />,
    },
  ];
  return (
    <Page
      title={name}
      back={
        parent ? (
          <Link to={paths.organisation(parent)}>‹ {path.at(-2)}</Link>
        ) : (
          <Link to={paths.organisations()}>‹ {say('shell.organisations')}</Link>
        )
      }
      lead={lead.filter(Boolean).join(' · ')}
      actions={
        <>
          <LinkButton to={paths.records({ organisation: id })}>{say('organisation.records')}</LinkButton>
          <Succession organisation={organisation} />
        </>
      }
    >
      <Section>
        <Tabs items={tabs} />
      </Section>
    </Page>
  );
}

/** The way to merge or divide an organisation that is there; its place in the tree is the county's to change. */
function Succession({ organisation }: { readonly organisation: Organisation }) {
  const { say } = useSpeech();
  const { roles } = useAccount();
  const [open, setOpen] = useState(false);
  const { parent, dissolvedOn } = organisation;
  if (!roles.includes('county-officer') || parent === null || dissolvedOn !== null) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('succession.open')}</Button>
      {open && <SuccessionPanel organisation={organisation} onClose={() => setOpen(false)} />}
    </>
  );
}

function TrendOf({ organisation }: { readonly organisation: string }) {
  const { say } = useSpeech();
  const history = useAction('obligations.history', { organisation });
  useLive({ onStandings: () => void history.refetch(), onReturn: () => void history.refetch() });
  return (
    <Suspense fallback={<LoadingState />}>
      <Loaded of={history}>
        {({ months }) =>
          months.length === 0 ? <EmptyState title={say('organisation.noTrend')} /> : <Trend months={months} />
        }
      </Loaded>
    </Suspense>
  );
}
