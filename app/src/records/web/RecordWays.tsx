import { Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useActionMutation } from '../../platform/web/query.ts';
import { ErrorState } from '../../ui/states.tsx';

const TOUCHES = ['records.get', 'records.list', 'obligations.mine', 'obligations.board'] as const;

interface RecordWaysProps {
  readonly entry: string;
  readonly onCorrect: () => void;
}

/** Correct it, or withdraw it with a reason; nothing is ever erased. */
export function RecordWays({ entry, onCorrect }: RecordWaysProps) {
  const { say } = useSpeech();
  const withdraw = useActionMutation('records.withdraw', TOUCHES);
  const [reason, setReason] = useState('');
  return (
    <>
      <Button onClick={onCorrect}>{say('records.correct')}</Button>
      <Popconfirm
        title={say('records.withdrawWhy')}
        description={
          <Input
            aria-label={say('records.withdrawWhy')}
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
        }
        okText={say('records.withdraw')}
        okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
        onConfirm={() => withdraw.mutateAsync({ id: uuidv7(), entry, reason: reason.trim() }).catch(() => undefined)}
      >
        <Button danger loading={withdraw.isPending}>
          {say('records.withdraw')}
        </Button>
      </Popconfirm>
      {withdraw.error && <ErrorState error={withdraw.error} />}
    </>
  );
}
