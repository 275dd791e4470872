import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useActionMutation } from '../../platform/web/query.ts';
import { wordsOf } from '../../ui/states.tsx';

const TOUCHES = [
  'records.pending-confirmations',
  'records.get',
  'records.list',
  'obligations.mine',
  'obligations.board',
  'obligations.standings',
] as const;

/** The other side's word on an entry: it happened, or it did not and why. */
export function Confirm({ entry }: { readonly entry: string }) {
  const { pick, say } = useSpeech();
  const confirm = useActionMutation('records.confirm', TOUCHES);
  const [refusing, setRefusing] = useState(false);
  const refused = confirm.error ? wordsOf(confirm.error) : undefined;
  return (
    <div className="record-confirm">
      <Button
        type="primary"
        loading={confirm.isPending && confirm.variables.outcome === 'confirmed'}
        onClick={() => confirm.mutate({ id: uuidv7(), entry, outcome: 'confirmed' })}
      >
        {say('records.confirm')}
      </Button>
      <Button loading={confirm.isPending && confirm.variables.outcome === 'rejected'} onClick={() => setRefusing(true)}>
        {say('records.refuse')}
      </Button>
      {confirm.error && (
        <p className="entry-problem" role="alert">
          {refused ? pick(refused) : say('ui.failedHint')}
        </p>
      )}
      {refusing && (
        <Refusal
          onClose={() => setRefusing(false)}
          onRefuse={(reason) => {
            confirm.mutate({ id: uuidv7(), entry, outcome: 'rejected', reason });
            setRefusing(false);
          }}
        />
      )}
    </div>
  );
}

function Refusal({ onClose, onRefuse }: { readonly onClose: () => void; readonly onRefuse: (reason: string) => void }) {
  const { say } = useSpeech();
  const id = useId();
  const [reason, setReason] = useState('');
  return (
    <Modal
      open
      title={say('records.refuse')}
      okText={say('records.refuseNow')}
      okButtonProps={{ disabled: reason.trim() === '' }}
      onOk={() => onRefuse(reason.trim())}
      onCancel={onClose}
    >
      <label className="record-reason" htmlFor={id}>
        {say('records.refuseWhy')}
      </label>
      <Input.TextArea
        id={id}
        value={reason}
        maxLength={500}
        autoSize={{ minRows: 3, maxRows: 8 }}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}
