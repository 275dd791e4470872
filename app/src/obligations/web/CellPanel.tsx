import { useState } from 'react';
import { useAction } from '../../platform/web/query.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import type { Board } from './board-data.ts';
import type { BoardState, CellRef } from './board-state.ts';
import { CellActions } from './CellActions.tsx';
import type { StandingItem } from './cell-data.ts';
import { StandingPicker } from './StandingPicker.tsx';
import { useBoardSpeech } from './speech.ts';
import type { ChangeBoard } from './use-board-state.ts';
import { WhyStanding } from './WhyStanding.tsx';
import './cell-panel.css';

interface CellPanelProps {
  readonly board: Board;
  readonly state: BoardState;
  readonly cell: CellRef;
  readonly change: ChangeBoard;
}

/** Why a light is what it is, who answers for it, and the way to do something about it. */
export function CellPanel({ board, state, cell, change }: CellPanelProps) {
  const { pick, say } = useBoardSpeech();
  const row = board.rows.find(({ organisation }) => organisation === cell.organisation);
  const duty = board.duties.find(({ id }) => id === cell.duty);
  const asOf = state.asOf ? { asOf: state.asOf } : {};
  const input = { organisation: cell.organisation, obligation: cell.duty, window: state.window, ...asOf };
  const standings = useAction('obligations.standings', input, { staleTime: 0 });
  const [chosen, choose] = useState<string>();
  const items = standings.data?.standings ?? [];
  const standing = items.find((item) => keyOf(item) === chosen) ?? items[0];
  const title = (
    <span className="panel-title">
      <span className="panel-where">{row?.name}</span>
      <span>{duty ? pick(duty.title) : say('explain.noDuty')}</span>
    </span>
  );
  return (
    <SidePanel
      open
      title={title}
      onClose={() => change({ cell: undefined })}
      footer={standing && <CellActions organisation={cell.organisation} standing={standing} asOf={state.asOf} />}
    >
      <Loaded of={standings} lines={8}>
        {() =>
          standing ? (
            <div className="panel">
              <StandingPicker items={items} chosen={keyOf(standing)} onChoose={choose} />
              <WhyStanding key={keyOf(standing)} standing={standing} asOf={state.asOf} />
            </div>
          ) : (
            <NoneHere />
          )
        }
      </Loaded>
    </SidePanel>
  );
}

export const keyOf = ({ subject, period }: StandingItem): string => `${subject} ${period.key}`;

function NoneHere() {
  const { say } = useBoardSpeech();
  return <EmptyState title={say('explain.noneHere')}>{say('explain.noneHereHint')}</EmptyState>;
}
