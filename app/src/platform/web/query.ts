import {
  QueryClient,
  type QueryKey,
  type UseQueryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { type ActionId, CallError, call, type InputOf, type OutputOf } from './client.ts';

/** Silence of the network and a database that is coming back are worth asking again; a refusal stays one. */
const PASSING: readonly CallError['kind'][] = ['unreachable', 'unavailable'];
const worthRetrying = (failures: number, error: Error) =>
  failures < 2 && error instanceof CallError && PASSING.includes(error.kind);

export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: worthRetrying, staleTime: 10_000, refetchOnWindowFocus: true } },
});

/** The key under which an action's answer is kept: its id first, so that all answers of it can be found. */
export const actionKey = <Id extends ActionId>(id: Id, input?: InputOf<Id>): QueryKey =>
  input === undefined ? [id] : [id, input];

type Options<Id extends ActionId> = Omit<UseQueryOptions<OutputOf<Id>, Error>, 'queryKey' | 'queryFn'>;

/** Reads through an action: `useAction('obligations.board', { asOf })`. */
export function useAction<Id extends ActionId>(id: Id, input: InputOf<Id>, options?: Options<Id>) {
  return useQuery({ queryKey: actionKey(id, input), queryFn: ({ signal }) => call(id, input, signal), ...options });
}

/** Writes through an action; afterwards the answers of `touches` are read again. */
export function useActionMutation<Id extends ActionId>(id: Id, touches: readonly ActionId[] = []) {
  const client = useQueryClient();
  return useMutation<OutputOf<Id>, Error, InputOf<Id>>({
    mutationFn: (input) => call(id, input),
    onSuccess: async () => {
      await Promise.all(touches.map((touched) => client.invalidateQueries({ queryKey: [touched] })));
    },
  });
}
