import { keepPreviousData, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { call } from '../../platform/web/client.ts';
import { useLive } from '../../platform/web/live.ts';
import { actionKey, useAction } from '../../platform/web/query.ts';
import type { Board } from './board-data.ts';
import type { BoardState } from './board-state.ts';
import { patchBoard } from './patch.ts';

/** Messages that arrive together are answered together. */
const GATHER_MS = 60;
/** Above this many rows it is cheaper to read the whole chart. */
const MOST_ROWS = 120;
const FRESH_MS = 2600;

/** The chart, kept live: what somebody records anywhere is on it within a second. */
export function useBoard({ asOf, window }: Pick<BoardState, 'asOf' | 'window'>) {
  const input = useMemo(() => ({ window, ...(asOf ? { asOf } : {}) }), [asOf, window]);
  const board = useAction('obligations.board', input, { placeholderData: keepPreviousData });
  const fresh = useFreshRows(input, asOf === undefined);
  return { board, fresh };
}

type BoardInput = { readonly window: string; readonly asOf?: string };

/** Reads touched rows again, and says for a moment which cells changed. */
function useFreshRows(input: BoardInput, live: boolean): ReadonlySet<string> {
  const client = useQueryClient();
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const readAgain = useCallback(async () => {
    const organisations = [...waiting.current];
    waiting.current.clear();
    const key = actionKey('obligations.board', input);
    if (organisations.length > MOST_ROWS) return client.invalidateQueries({ queryKey: key });
    const patch = await call('obligations.board-rows', { organisations, ...input });
    const open = client.getQueryData<Board>(key);
    if (!open) return;
    const patched = patchBoard(open, patch);
    client.setQueryData(key, patched.board);
    if (patched.changed.size > 0) setFresh(patched.changed);
  }, [client, input]);

  useEffect(() => {
    if (fresh.size === 0) return;
    const faded = setTimeout(() => setFresh(new Set()), FRESH_MS);
    return () => clearTimeout(faded);
  }, [fresh]);

  useLive({
    onStandings: ({ organisations }) => {
      if (!live) return;
      for (const id of organisations) waiting.current.add(id);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void readAgain().catch(() => client.invalidateQueries()), GATHER_MS);
    },
    onReturn: () => void client.invalidateQueries({ queryKey: ['obligations.board'] }),
  });
  return fresh;
}
