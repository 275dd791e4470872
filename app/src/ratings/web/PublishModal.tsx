import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useActionMutation } from '../../platform/web/query.ts';
import { wordsOf } from '../../ui/states.tsx';

interface PublishModalProps {
  readonly rating: string;
  readonly period: string;
  /** Whether the period was published before, so that this is a correction. */
  readonly again: boolean;
  readonly onClose: () => void;
}

const TOUCHES = ['ratings.runs', 'ratings.run', 'ratings.history'] as const;

/** Publishing is for good: what happens is said before, and a correction asks for its reason. */
export function PublishModal({ rating, period, again, onClose }: PublishModalProps) {
  const { say, pick } = useSpeech();
  const field = useId();
  const [id] = useState(() => uuidv7());
  const [reason, setReason] = useState('');
  const publish = useActionMutation('ratings.publish', TOUCHES);
  const refused = publish.error ? wordsOf(publish.error) : undefined;
  const given = reason.trim() === '' ? {} : { reason: reason.trim() };
  return (
    <Modal
      open
      title={say(again ? 'ratings.correct' : 'ratings.publish')}
      okText={say('ratings.publishNow')}
      okButtonProps={{ disabled: again && reason.trim() === '', loading: publish.isPending }}
      onOk={() => publish.mutate({ id, rating, period, ...given }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <p>{say(again ? 'ratings.correctLead' : 'ratings.publishLead')}</p>
      <label htmlFor={field}>{say('ratings.reason')}</label>
      <Input.TextArea
        id={field}
        value={reason}
        maxLength={500}
        autoSize={{ minRows: 2, maxRows: 6 }}
        onChange={(event) => setReason(event.target.value)}
      />
      {publish.error && <p role="alert">{refused ? pick(refused) : say('ui.failedHint')}</p>}
    </Modal>
  );
}
