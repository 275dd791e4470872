import { Link } from '@tanstack/react-router';
import { paths } from '../../paths.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { EmptyState } from '../../ui/states.tsx';

export function NotFoundPage() {
  const { say } = useSpeech();
  return (
    <EmptyState title={say('shell.notFound')} action={<Link to={paths.start()}>{say('shell.toStart')}</Link>}>
      {say('shell.notFoundHint')}
    </EmptyState>
  );
}
