import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { paths } from '../../paths.ts';
import type { OutputOf } from '../../platform/web/client.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';

interface SavedProps {
  readonly entered: OutputOf<'records.enter'>;
  readonly onAnother: () => void;
}

/** What has been saved counts, or waits for somebody: said at once, with the ways on. */
export function Saved({ entered, onAnother }: SavedProps) {
  const { say } = useSpeech();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void place.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <div className="entry-saved" ref={place}>
      <div role="status">
        <p className="entry-saved-title">✓ {say('records.saved')}</p>
        <p>{say(entered.confirmation === 'none' ? 'records.savedCounts' : 'records.savedWaits')}</p>
      </div>
      <div className="entry-saved-ways">
        <LinkButton to={paths.work()} type="primary">
          {say('records.toWork')}
        </LinkButton>
        <LinkButton to={paths.record(entered.id)}>{say('records.show')}</LinkButton>
        <Button onClick={onAnother}>{say('records.another')}</Button>
      </div>
    </div>
  );
}
