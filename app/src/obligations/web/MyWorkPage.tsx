import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../../paths.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useLive } from '../../platform/web/live.ts';
import { useAction } from '../../platform/web/query.ts';
import { useAccount } from '../../platform/web/session.ts';
import { PendingConfirmations } from '../../records/web/PendingConfirmations.tsx';
import { RefusedEntries } from '../../records/web/RefusedEntries.tsx';
import { Page } from '../../ui/Page.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { StandingPanel } from './StandingPanel.tsx';
import { WorkList } from './WorkList.tsx';
import { isOwn, type WorkItem } from './work-groups.ts';
import './my-work.css';

/** What I, my village or my unit owe now: the most urgent first, one tap to the form, the reason beside it. */
export function MyWorkPage() {
  const { say } = useSpeech();
  const { displayName } = useAccount();
  const mine = useAction('obligations.mine', {});
  useLive({ onStandings: () => void mine.refetch(), onReturn: () => void mine.refetch() });
  const [asked, ask] = useState<WorkItem | null>(null);
  return (
    <Page title={say('shell.work')} width="reading" lead={displayName}>
      <PendingConfirmations />
      <RefusedEntries />
      <Loaded of={mine} lines={8}>
        {({ items, more, today }) => <Work items={items} more={more} today={today} onWhy={ask} />}
      </Loaded>
      {asked && <StandingPanel standing={asked} organisation={asked.organisation} onClose={() => ask(null)} />}
    </Page>
  );
}

interface WorkProps {
  readonly items: readonly WorkItem[];
  readonly more: boolean;
  readonly today: string;
  readonly onWhy: (item: WorkItem) => void;
}

/** First what I can do myself; what others owe is folded away beneath. */
function Work({ items, more, today, onWhy }: WorkProps) {
  const { say } = useSpeech();
  const own = items.filter(isOwn);
  const others = items.filter((item) => !isOwn(item));
  if (items.length === 0) return <EmptyState title={say('work.nothing')}>{say('work.nothingHint')}</EmptyState>;
  return (
    <>
      {own.length === 0 && <p className="work-clear">✓ {say('work.nothingOwn')}</p>}
      <WorkList items={own} today={today} onWhy={onWhy} />
      {others.length > 0 && (
        <details className="work-others">
          <summary>{say('work.others', { count: others.length })}</summary>
          <WorkList items={others} today={today} onWhy={onWhy} />
        </details>
      )}
      {more && (
        <p className="work-more">
          <Link to={paths.board()}>{say('work.more')}</Link>
        </p>
      )}
    </>
  );
}
