import { Link } from '@tanstack/react-router';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { paths } from '../../paths.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction, useActionMutation } from '../../platform/web/query.ts';
import { useAccount } from '../../platform/web/session.ts';
import { Section } from '../../ui/Page.tsx';
import type { EntryView } from './entry-view.ts';

const CONFIRMING = ['village-clerk', 'township-officer'] as const;

/** Entries that wait for one's word; nothing is shown when there are none. */
export function PendingConfirmations() {
  const { roles } = useAccount();
  return CONFIRMING.some((role) => roles.includes(role)) ? <Waiting /> : null;
}

function Waiting() {
  const { pick, say } = useSpeech();
  const waiting = useAction('records.pending-confirmations', { limit: 20 });
  const confirm = useActionMutation('records.confirm', [
    'records.pending-confirmations',
    'records.list',
    'obligations.mine',
  ]);
  const [refusing, setRefusing] = useState<EntryView | null>(null);
  const entries = waiting.data?.entries ?? [];
  if (entries.length === 0) return null;
  return (
    <Section title={say('records.waitingForYou', { count: entries.length })} flush>
      <ul className="records-list">
        {entries.map((entry) => (
          <li key={entry.id} className="records-confirm">
            <Link to={paths.record(entry.id)}>
              <strong>{pick(entry.formTitle)}</strong>
              <span>{entry.subject.name}</span>
              <span className="records-when">{entry.happenedOn}</span>
            </Link>
            <span className="records-ways">
              <Button
                type="primary"
                loading={confirm.isPending && confirm.variables.entry === entry.id}
                onClick={() => confirm.mutate({ id: uuidv7(), entry: entry.id, outcome: 'confirmed' })}
              >
                {say('records.confirm')}
              </Button>
              <Button onClick={() => setRefusing(entry)}>{say('records.refuse')}</Button>
            </span>
          </li>
        ))}
      </ul>
      {refusing && (
        <Refusal
          onClose={() => setRefusing(null)}
          onRefuse={(reason) => {
            confirm.mutate({ id: uuidv7(), entry: refusing.id, outcome: 'rejected', reason });
            setRefusing(null);
          }}
        />
      )}
    </Section>
  );
}

function Refusal({ onClose, onRefuse }: { readonly onClose: () => void; readonly onRefuse: (reason: string) => void }) {
  const { say } = useSpeech();
  const [reason, setReason] = useState('');
  return (
    <Modal
      open
      title={say('records.refuse')}
      okText={say('records.refuse')}
      okButtonProps={{ disabled: reason.trim() === '' }}
      onOk={() => onRefuse(reason.trim())}
      onCancel={onClose}
    >
      <label htmlFor="refusal">{say('records.refuseWhy')}</label>
      <Input.TextArea id="refusal" value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
    </Modal>
  );
}
