import { Navigate } from '@tanstack/react-router';
import { paths } from '../../paths.ts';
import { useAccount } from '../../platform/web/session.ts';

/** Officers begin with the whole picture, everybody else with what they owe. */
export function StartPage() {
  const { roles } = useAccount();
  if (roles.includes('county-officer') || roles.includes('township-officer') || roles.includes('sending-unit')) {
    return <Navigate to={paths.board()} replace />;
  }
  return <Navigate to={roles.includes('administrator') ? paths.packs() : paths.work()} replace />;
}
