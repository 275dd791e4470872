import type { Light } from '@luoshi/engine';
import { Link } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { paths } from '../../paths.ts';
import type { OutputOf } from '../../platform/web/client.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useLive } from '../../platform/web/live.ts';
import { useAction } from '../../platform/web/query.ts';
import { useAccount } from '../../platform/web/session.ts';
import { PendingConfirmations } from '../../records/web/PendingConfirmations.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { LightMark } from './LightMark.tsx';
import './my-work.css';

type Item = OutputOf<'obligations.mine'>['items'][number];

/** What I, my village or my unit owe now: the earliest due first, one tap to the form. */
export function MyWorkPage() {
  const { say } = useSpeech();
  const { displayName } = useAccount();
  const mine = useAction('obligations.mine', {});
  useLive({ onStandings: () => void mine.refetch(), onReturn: () => void mine.refetch() });
  return (
    <Page title={say('shell.work')} width="reading" lead={displayName}>
      <PendingConfirmations />
      <Loaded of={mine}>{(data) => <Items items={data.items} more={data.more} today={data.today} />}</Loaded>
    </Page>
  );
}

const CALLS: readonly Light[] = ['overdue', 'due-soon', 'open', 'not-known'];

function Items(props: { readonly items: readonly Item[]; readonly more: boolean; readonly today: string }) {
  const { say } = useSpeech();
  const [light, setLight] = useState<Light | 'all'>('all');
  const shown = props.items.filter((item) => light === 'all' || item.light === light);
  const count = (wanted: Light) => props.items.filter((item) => item.light === wanted).length;
  if (props.items.length === 0) return <EmptyState title={say('work.nothing')}>{say('work.nothingHint')}</EmptyState>;
  return (
    <>
      <Segmented
        className="work-lights"
        value={light}
        onChange={setLight}
        options={[
          { value: 'all', label: `${say('work.all')} ${props.items.length}` },
          ...CALLS.filter((one) => count(one) > 0).map((one) => ({
            value: one,
            label: `${say(`light.${one}`)} ${count(one)}`,
          })),
        ]}
      />
      <Section flush>
        <ul className="work-list">
          {shown.map((item) => (
            <WorkItem key={`${item.obligation} ${item.subject} ${item.period.key}`} item={item} today={props.today} />
          ))}
        </ul>
        {props.more && <p className="work-more">{say('work.more')}</p>}
      </Section>
    </>
  );
}

function WorkItem({ item, today }: { readonly item: Item; readonly today: string }) {
  const { pick, say } = useSpeech();
  const form = item.forms.find((one) => one.mayEnter);
  return (
    <li className="work-item">
      <div className="work-what">
        <span className="work-title">{pick(item.title)}</span>
        <span className="work-subject">{item.subjectName}</span>
        <span className="work-when">
          {say(item.due < today ? 'work.wasDue' : 'work.due', { day: item.due })}
          {item.need !== null && ` · ${say('work.done', { done: amount(item.done), need: amount(item.need) })}`}
          {item.awaiting > 0 && ` · ${say('work.awaiting', { count: item.awaiting })}`}
        </span>
      </div>
      <div className="work-ways">
        <LightMark light={item.light as Light} />
        <Link to={paths.board({ cell: `${item.organisation}:${item.obligation}` })}>{say('work.why')}</Link>
        {form && (
          <Link to={paths.enterRecord(form.id, { subject: item.subject, subjectKind: item.subjectKind })}>
            <Button type="primary">{say('work.do')}</Button>
          </Link>
        )}
      </div>
    </li>
  );
}

/** Two digits are enough on a list; the explanation has them all. */
const amount = (decimal: string) => String(Math.round(Number(decimal) * 100) / 100);
