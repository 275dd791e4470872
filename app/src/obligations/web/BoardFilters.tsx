import { Select } from 'antd';
import { useMemo } from 'react';
import type { OpenBoardProps } from './BoardPage.tsx';
import { periodChoices } from './periods.ts';
import { ANY_UNIT, sendingUnits } from './row-model.ts';
import { useBoardSpeech } from './speech.ts';

const WIDE_LIST = { popupMatchSelectWidth: false } as const;
const FIND_BY_LABEL = { optionFilterProp: 'label' } as const;

export function TownshipFilter({ board, state, change }: OpenBoardProps) {
  const { say } = useBoardSpeech();
  if (board.groups.length < 2) return null;
  return (
    <Select
      {...WIDE_LIST}
      className="board-select"
      allowClear
      showSearch={FIND_BY_LABEL}
      aria-label={say('board.township')}
      placeholder={say('board.allTownships')}
      value={state.township ?? null}
      onChange={(township) => change({ township: township ?? undefined })}
      options={board.groups.map((group) => ({ value: group.id, label: group.name }))}
    />
  );
}

export function UnitFilter({ board, state, change }: OpenBoardProps) {
  const { say } = useBoardSpeech();
  const units = useMemo(() => sendingUnits(board), [board]);
  if (units.length === 0) return null;
  return (
    <Select
      {...WIDE_LIST}
      className="board-select"
      allowClear
      showSearch={FIND_BY_LABEL}
      aria-label={say('board.unit')}
      placeholder={say('board.allUnits')}
      value={state.unit ?? null}
      onChange={(unit) => change({ unit: unit ?? undefined })}
      options={[
        { value: ANY_UNIT, label: say('board.anyUnit') },
        ...units.map((unit) => ({ value: unit.id, label: `${unit.name} · ${unit.postings}` })),
      ]}
    />
  );
}

export function DutyFilter({ board, state, change }: OpenBoardProps) {
  const { say, pick } = useBoardSpeech();
  return (
    <Select
      {...WIDE_LIST}
      className="board-select"
      mode="multiple"
      allowClear
      maxTagCount={0}
      maxTagPlaceholder={(left) => `${say('board.duty')} · ${left.length}`}
      showSearch={FIND_BY_LABEL}
      aria-label={say('board.duty')}
      placeholder={say('board.allDuties')}
      value={[...state.duties]}
      onChange={(duties) => change({ duties })}
      options={board.duties.map((duty) => ({ value: duty.id, label: pick(duty.title) }))}
    />
  );
}

export function PeriodPicker({ board, state, change }: OpenBoardProps) {
  const { say, periodWord } = useBoardSpeech();
  const choices = useMemo(() => periodChoices(board.today), [board.today]);
  const option = (key: string) => ({ value: key, label: periodWord(key) });
  const known = Object.values(choices).some((keys) => keys.includes(state.window)) || state.window === 'current';
  return (
    <Select
      {...WIDE_LIST}
      className="board-select"
      aria-label={say('board.period')}
      value={state.window}
      onChange={(window) => change({ window })}
      options={[
        { value: 'current', label: say('board.current') },
        ...(known ? [] : [option(state.window)]),
        { label: say('board.weeks'), options: choices.weeks.map(option) },
        { label: say('board.months'), options: choices.months.map(option) },
        { label: say('board.quarters'), options: choices.quarters.map(option) },
        { label: say('board.years'), options: choices.years.map(option) },
      ]}
    />
  );
}
