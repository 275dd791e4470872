import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { paths } from '../../paths.ts';
import { type BoardState, boardSearchFrom, boardStateFrom, searchFromBoardState } from './board-state.ts';

export type ChangeBoard = (change: Partial<BoardState>, replace?: boolean) => void;

/** The open chart's state, kept in the address. Opening something is a step back can undo; typing is not. */
export function useBoardState(): readonly [BoardState, ChangeBoard] {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const state = useMemo(() => boardStateFrom(boardSearchFrom(search)), [search]);
  const change = useCallback<ChangeBoard>(
    (part, replace = false) =>
      void navigate({
        to: paths.board(),
        search: (before: Readonly<Record<string, unknown>>) =>
          searchFromBoardState({ ...boardStateFrom(boardSearchFrom(before)), ...part }),
        replace,
      }),
    [navigate],
  );
  return [state, change];
}
