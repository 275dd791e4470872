import { Link } from '@tanstack/react-router';
import { paths } from '../../paths.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useLive } from '../../platform/web/live.ts';
import { useAction } from '../../platform/web/query.ts';
import { useAccount } from '../../platform/web/session.ts';
import { Section } from '../../ui/Page.tsx';
import { Confirm } from './Confirm.tsx';
import './records.css';

const CONFIRMING = ['village-clerk', 'township-officer'] as const;

/** Entries that wait for one's word; nothing is shown when there are none. */
export function PendingConfirmations() {
  const { roles } = useAccount();
  return CONFIRMING.some((role) => roles.includes(role)) ? <Waiting /> : null;
}

const SHOWN = 20;

function Waiting() {
  const { pick, say } = useSpeech();
  const waiting = useAction('records.pending-confirmations', { limit: SHOWN });
  useLive({ onStandings: () => void waiting.refetch(), onReturn: () => void waiting.refetch() });
  const { entries = [], next } = waiting.data ?? {};
  if (entries.length === 0) return null;
  const count = next ? `${entries.length}+` : entries.length;
  return (
    <Section title={say('records.waitingForYou', { count })} flush>
      <ul className="records-list">
        {entries.map((entry) => (
          <li key={entry.id} className="records-waiting">
            <Link to={paths.record(entry.id)}>
              <strong>{pick(entry.formTitle)}</strong>
              <span className="records-when">{entry.happenedOn}</span>
              <span className="records-who">{entry.subject.name}</span>
            </Link>
            <Confirm entry={entry.id} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
