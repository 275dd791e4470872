import { Button } from 'antd';
import { useSpeech } from '../../platform/web/i18n.ts';
import { EmptyState } from '../../ui/states.tsx';

/** A screen that failed while it was drawn: what is entered elsewhere is safe, and a fresh start helps. */
export function BrokenPage() {
  const { say } = useSpeech();
  return (
    <EmptyState
      title={say('shell.broken')}
      action={
        <Button type="primary" onClick={() => location.reload()}>
          {say('shell.reload')}
        </Button>
      }
    >
      {say('shell.brokenHint')}
    </EmptyState>
  );
}
