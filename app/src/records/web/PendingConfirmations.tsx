import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { paths } from '../../paths.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useLive } from '../../platform/web/live.ts';
import { useAction } from '../../platform/web/query.ts';
import { useAccount } from '../../platform/web/session.ts';
import { Section } from '../../ui/Page.tsx';
import { Confirm } from './Confirm.tsx';
import { summaryOf } from './entry-rows.ts';
import './records.css';

const CONFIRMING = ['village-clerk', 'township-officer'] as const;

/** Entries that wait for one's word; nothing is shown when there are none. */
export function PendingConfirmations() {
  const { roles } = useAccount();
  return CONFIRMING.some((role) => roles.includes(role)) ? <Waiting /> : null;
}

const SHOWN = 20;
/** More than these would push one's own work out of sight. */
const AT_FIRST = 3;

function Waiting() {
  const speech = useSpeech();
  const { pick, say } = speech;
  const [all, showAll] = useState(false);
  const waiting = useAction('records.pending-confirmations', { limit: SHOWN });
  useLive({ onStandings: () => void waiting.refetch(), onReturn: () => void waiting.refetch() });
  const { entries = [], next, forms = {}, units = {} } = waiting.data ?? {};
  const hidden = all ? 0 : Math.max(0, entries.length - AT_FIRST);
  if (entries.length === 0) return null;
  const count = next ? `${entries.length}+` : entries.length;
  return (
    <Section title={say('records.waitingForYou', { count })} flush>
      <ul className="records-list">
        {entries.slice(0, entries.length - hidden).map((entry) => (
          <li key={entry.id} className="records-waiting">
            <Link to={paths.record(entry.id)}>
              <strong>{pick(entry.formTitle)}</strong>
              <span className="records-when">{entry.happenedOn}</span>
              <span className="records-who">{entry.subject.name}</span>
              <span className="records-told">{summaryOf(entry, forms[entry.form], units, speech)}</span>
            </Link>
            <Confirm entry={entry.id} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button type="link" className="records-rest" onClick={() => showAll(true)}>
          {say('records.waitingRest', { count: hidden })}
        </Button>
      )}
    </Section>
  );
}
