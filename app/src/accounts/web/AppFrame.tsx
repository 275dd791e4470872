import { Outlet } from '@tanstack/react-router';
import { useDisplay } from '../../platform/web/display.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useSession } from '../../platform/web/session.ts';
import { type NavItem, Shell } from '../../ui/Shell.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { AccountControls } from './AccountControls.tsx';
import { SignInPage } from './SignInPage.tsx';

/** What stands around every page: sign-in for strangers, header and navigation for everybody else. */
export function AppFrame({ nav }: { readonly nav: readonly NavItem[] }) {
  const { say } = useSpeech();
  const { wall } = useDisplay();
  const session = useSession();
  if (session.isPending) return <LoadingState />;
  if (session.data === undefined) return <ErrorState error={session.error} onRetry={() => void session.refetch()} />;
  if (session.data === null) return <SignInPage />;
  if (wall) return <Outlet />;
  return (
    <Shell
      brand={say('shell.brand')}
      owner={session.data.jurisdiction.name}
      nav={nav}
      controls={<AccountControls account={session.data} />}
    >
      <Outlet />
    </Shell>
  );
}
