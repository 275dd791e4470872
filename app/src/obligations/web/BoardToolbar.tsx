import { CloseOutlined, DesktopOutlined, FilterOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, DatePicker, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useNarrow } from '../../ui/use-narrow.ts';
import { DutyFilter, PeriodPicker, TownshipFilter, UnitFilter } from './BoardFilters.tsx';
import type { OpenBoardProps } from './BoardPage.tsx';
import { isFiltered, type View, withoutFilters } from './board-state.ts';
import { SearchText } from './SearchText.tsx';
import { useBoardSpeech } from './speech.ts';

/** Search, filters, day and period of the chart. On a phone the filters fold away. */
export function BoardToolbar(props: OpenBoardProps) {
  const { state, change } = props;
  const { say } = useBoardSpeech();
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  const folded = narrow && !open;
  return (
    <search className="board-toolbar not-on-paper" aria-label={say('board.filters')}>
      <SearchText value={state.text} onChange={(text) => change({ text }, true)} />
      {narrow && (
        <Button
          icon={<FilterOutlined />}
          aria-expanded={open}
          aria-label={say('board.filters')}
          type={isFiltered(state) ? 'primary' : 'default'}
          onClick={() => setOpen(!open)}
        />
      )}
      {!folded && (
        <>
          <TownshipFilter {...props} />
          <UnitFilter {...props} />
          <DutyFilter {...props} />
          <PeriodPicker {...props} />
          <AsOfPicker {...props} />
          {isFiltered(state) && (
            <Button type="text" icon={<CloseOutlined />} onClick={() => change(withoutFilters(state))}>
              {say('board.clear')}
            </Button>
          )}
        </>
      )}
      {!narrow && <Views {...props} />}
    </search>
  );
}

function AsOfPicker({ board, state, change }: OpenBoardProps) {
  const { say } = useBoardSpeech();
  return (
    <DatePicker
      className="board-as-of"
      aria-label={say('board.asOf')}
      prefix={<span className="board-prefix">{say('board.asOf')}</span>}
      value={dayjs(state.asOf ?? board.today)}
      allowClear={state.asOf !== undefined}
      maxDate={dayjs(board.today)}
      onChange={(day) => {
        const asOf = day?.format('YYYY-MM-DD');
        change({ asOf: asOf === board.today ? undefined : asOf });
      }}
    />
  );
}

function Views({ state, change }: OpenBoardProps) {
  const { say } = useBoardSpeech();
  return (
    <div className="board-views">
      <Segmented<View>
        aria-label={say('board.view')}
        value={state.view}
        onChange={(view) => change({ view })}
        options={[
          { value: 'rows', label: say('board.rows') },
          { value: 'townships', label: say('board.townships') },
        ]}
      />
      <Button
        type="text"
        icon={<PrinterOutlined />}
        aria-label={say('board.print')}
        title={say('board.print')}
        onClick={() => window.print()}
      />
      <Button
        type="text"
        icon={<DesktopOutlined />}
        aria-label={say('board.wall')}
        title={say('board.wall')}
        onClick={() => change({ view: 'wall' })}
      />
    </div>
  );
}
