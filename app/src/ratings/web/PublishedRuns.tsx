import { Button } from 'antd';
import { useState } from 'react';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useSession } from '../../platform/web/session.ts';
import { Section } from '../../ui/Page.tsx';
import { PublishModal } from './PublishModal.tsx';
import { RecomputePanel } from './RecomputePanel.tsx';
import { RunState } from './RunState.tsx';
import type { Grades, RunHead, Scheme } from './rating-data.ts';

interface PublishedRunsProps {
  readonly scheme: Scheme;
  readonly period: string;
  readonly runs: readonly RunHead[];
  readonly grades: Grades;
}

/** The versions in which a period was published, and what one may do with them. */
export function PublishedRuns({ scheme, period, runs, grades }: PublishedRunsProps) {
  const { say } = useSpeech();
  const { data: account } = useSession();
  const [publishing, setPublishing] = useState(false);
  const [checked, setChecked] = useState<RunHead | null>(null);
  const roles: readonly string[] = account?.roles ?? [];
  const mayPublish = roles.includes('county-officer') && !scheme.provisional;
  const mayCheck = mayPublish || roles.includes('township-officer') || roles.includes('county-officer');
  if (runs.length === 0 && !mayPublish) return null;
  const publish = mayPublish ? (
    <Button onClick={() => setPublishing(true)}>{say(runs.length > 0 ? 'ratings.correct' : 'ratings.publish')}</Button>
  ) : null;
  return (
    <Section title={say('ratings.published')} actions={publish}>
      {runs.length === 0 ? (
        <p className="ratings-quiet">{say('ratings.notPublished')}</p>
      ) : (
        <ul className="ratings-runs">
          {runs.map((run) => (
            <RunLine key={run.id} run={run} onCheck={mayCheck ? () => setChecked(run) : null} />
          ))}
        </ul>
      )}
      {publishing && (
        <PublishModal rating={scheme.id} period={period} again={runs.length > 0} onClose={() => setPublishing(false)} />
      )}
      {checked && <RecomputePanel run={checked} grades={grades} onClose={() => setChecked(null)} />}
    </Section>
  );
}

function RunLine({ run, onCheck }: { readonly run: RunHead; readonly onCheck: (() => void) | null }) {
  const { say } = useSpeech();
  const { version, publishedBy, publishedOn: day, objectUntil, objections, reason, state } = run;
  return (
    <li>
      <b>{say('ratings.version', { version })}</b> <RunState state={state} />
      <span>{say('ratings.publishedBy', { name: publishedBy, day })}</span>
      {objectUntil && <span>{say('ratings.objectUntil', { day: objectUntil })}</span>}
      {objections > 0 && <span>{say('ratings.waiting', { count: objections })}</span>}
      {reason && <span className="ratings-quiet">{say('ratings.reasonGiven', { reason })}</span>}
      <Button size="small" href={`/api/ratings/${run.id}/run?format=xlsx`}>
        {say('ratings.export')}
      </Button>
      {onCheck && (
        <Button size="small" onClick={onCheck}>
          {say('ratings.recompute')}
        </Button>
      )}
    </li>
  );
}
