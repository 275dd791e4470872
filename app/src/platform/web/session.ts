import { useQuery } from '@tanstack/react-query';
import type { Role } from '../access/scope.ts';
import { queryClient } from './query.ts';
import { CallError, requestJson, whenSignedOut } from './request.ts';

export interface Account {
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly jurisdiction: { readonly id: string; readonly name: string };
}

const KEY = ['session'];

async function readSession(): Promise<Account | null> {
  try {
    const { account } = (await requestJson('GET', '/api/session')) as { account: Account };
    return account;
  } catch (error) {
    if (error instanceof CallError && error.kind === 'unauthenticated') return null;
    throw error;
  }
}

/** Who is signed in; `null` when nobody is. */
export const useSession = () => useQuery({ queryKey: KEY, queryFn: readSession, staleTime: Infinity });

export function useAccount(): Account {
  const { data } = useSession();
  if (!data) throw new Error('This screen is shown to signed-in accounts only.');
  return data;
}

/** What one account has read, the next one must not find. */
function become(account: Account | null): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] });
  queryClient.setQueryData(KEY, account);
}

/** @throws CallError `unauthenticated` for a wrong name or password, `locked` after too many of them. */
export async function signIn(username: string, password: string): Promise<void> {
  const { account } = (await requestJson('POST', '/api/sign-in', { username, password })) as { account: Account };
  become(account);
}

export async function signOut(): Promise<void> {
  await requestJson('POST', '/api/sign-out', {});
  become(null);
}

whenSignedOut(() => queryClient.setQueryData(KEY, null));
