import { Link } from '@tanstack/react-router';
import { paths } from '../../paths.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useLive } from '../../platform/web/live.ts';
import { useAction } from '../../platform/web/query.ts';
import { useAccount } from '../../platform/web/session.ts';
import { Section } from '../../ui/Page.tsx';
import './records.css';

/** Own entries the other side refused, with its reason; gone once corrected or withdrawn. */
export function RefusedEntries() {
  const { roles } = useAccount();
  return roles.includes('first-secretary') || roles.includes('village-clerk') ? <Refused /> : null;
}

const RECENT = 50;

function Refused() {
  const { pick, say } = useSpeech();
  const recent = useAction('records.list', { limit: RECENT });
  useLive({ onStandings: () => void recent.refetch(), onReturn: () => void recent.refetch() });
  const refused = (recent.data?.entries ?? []).filter(
    (entry) => entry.own && entry.ended === null && entry.confirmation?.outcome === 'rejected',
  );
  if (refused.length === 0) return null;
  return (
    <Section title={say('records.refusedOnes', { count: refused.length })} flush>
      <ul className="records-list">
        {refused.map((entry) => (
          <li key={entry.id}>
            <Link to={paths.record(entry.id)}>
              <strong>{pick(entry.formTitle)}</strong>
              <span className="records-when">{entry.happenedOn}</span>
              <span className="record-refusal">
                {say('records.refusedBy', {
                  who: entry.confirmation?.by ?? '',
                  reason: entry.confirmation?.reason ?? '',
                })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
