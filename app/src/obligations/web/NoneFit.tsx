import { Button } from 'antd';
import { EmptyState } from '../../ui/states.tsx';
import { type BoardState, withoutFilters } from './board-state.ts';
import { useBoardSpeech } from './speech.ts';
import type { ChangeBoard } from './use-board-state.ts';

export function NoneFit({ state, change }: { readonly state: BoardState; readonly change: ChangeBoard }) {
  const { say } = useBoardSpeech();
  return (
    <EmptyState
      title={say('board.noneFit')}
      action={<Button onClick={() => change(withoutFilters(state))}>{say('board.clear')}</Button>}
    >
      {say('board.noneFitHint')}
    </EmptyState>
  );
}
