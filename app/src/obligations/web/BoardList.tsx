import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { Mark } from '../../ui/Mark.tsx';
import type { ChartProps } from './BoardGrid.tsx';
import type { Counts } from './board-data.ts';
import { countCells, countOf } from './counts.ts';
import { ALL_LIGHTS, findLight, LOOKS } from './lights.ts';
import { useBoardSpeech } from './speech.ts';
import { ToneBar } from './ToneBar.tsx';
import { townshipLines } from './township-model.ts';
import './board-list.css';

/** The chart on a phone: townships, then the rows of one, then the lights of a row. Text or lights skip the first. */
export function BoardList(props: ChartProps) {
  const { board, state, change } = props;
  const only = board.rows.length === 1;
  const row = only ? 0 : board.rows.findIndex(({ organisation }) => organisation === state.organisation);
  const back = only ? undefined : () => change({ organisation: undefined });
  if (row >= 0) return <DutyList {...props} row={row} onBack={back} />;
  if (state.township || state.text || state.lights.length > 0 || board.groups.length === 1) {
    const leave = state.township ? () => change({ township: undefined }) : undefined;
    const group = board.groups.find(({ id }) => id === state.township);
    return <RowList {...props} title={group?.name} onBack={leave} />;
  }
  return <TownshipList {...props} />;
}

function TownshipList({ board, model, change }: ChartProps) {
  const { say } = useBoardSpeech();
  const lines = useMemo(() => townshipLines(board, model), [board, model]);
  return (
    <ul className="board-list">
      {lines.map((line) => (
        <Entry
          key={line.id}
          title={line.name}
          note={say('board.places', { n: line.rows.length })}
          counts={line.counts}
          onOpen={() => change({ township: line.id })}
        />
      ))}
    </ul>
  );
}

const MOST_ENTRIES = 300;

function RowList(
  props: ChartProps & { readonly title: string | undefined; readonly onBack: (() => void) | undefined },
) {
  const { board, model, state, change } = props;
  return (
    <>
      {props.title && <ListHead title={props.title} onBack={props.onBack} />}
      <ul className="board-list">
        {model.rows.slice(0, MOST_ENTRIES).map((row) => (
          <Entry
            key={board.rows[row]?.organisation}
            title={board.rows[row]?.name ?? ''}
            note={noteOf(board, row, state)}
            counts={countCells(board, [row], model.duties)}
            onOpen={() => change({ organisation: board.rows[row]?.organisation })}
          />
        ))}
      </ul>
    </>
  );
}

/** Where it is, unless that stands above, and who works there. */
function noteOf(board: ChartProps['board'], row: number, { township }: ChartProps['state']): string {
  const own = board.rows[row];
  const group = board.groups[own?.group ?? -1];
  const elsewhere = township || board.groups.length === 1 || own?.organisation === group?.id;
  return [elsewhere ? '' : group?.name, ...(own?.postings ?? []).map(({ person }) => person)].filter(Boolean).join(' ');
}

interface EntryProps {
  readonly title: string;
  readonly note: string;
  readonly counts: Counts;
  readonly onOpen: () => void;
}

function Entry({ title, note, counts, onOpen }: EntryProps) {
  const urgent = (['overdue', 'beyond', 'due-soon', 'not-known'] as const).filter(
    (light) => countOf(counts, light) > 0,
  );
  return (
    <li>
      <button type="button" className="board-entry" onClick={onOpen}>
        <span className="board-entry-title">
          {title}
          <small>{note}</small>
        </span>
        <span className="board-entry-lights">
          {urgent.map((light) => (
            <Mark
              key={light}
              tone={LOOKS[light].tone}
              glyph={LOOKS[light].glyph}
              word={String(countOf(counts, light))}
            />
          ))}
          <RightOutlined aria-hidden />
        </span>
        <ToneBar counts={counts} />
      </button>
    </li>
  );
}

function ListHead({
  title,
  onBack,
  children,
}: {
  title: string;
  onBack: (() => void) | undefined;
  children?: ReactNode;
}) {
  const { say } = useBoardSpeech();
  return (
    <div className="board-list-head">
      {onBack && <Button type="text" icon={<LeftOutlined />} aria-label={say('board.back')} onClick={onBack} />}
      <h2>{title}</h2>
      {children}
    </div>
  );
}

function DutyList({
  board,
  model,
  change,
  row,
  onBack,
}: ChartProps & { readonly row: number; readonly onBack: (() => void) | undefined }) {
  const { pick, lightWord, cadenceWord } = useBoardSpeech();
  const own = board.rows[row];
  const lights = board.lights[row] ?? '';
  const duties = model.duties
    .flatMap((duty) => {
      const light = findLight(lights.charAt(duty));
      return light && light !== 'not-applicable' ? [{ duty, light }] : [];
    })
    .sort((a, b) => ALL_LIGHTS.indexOf(a.light) - ALL_LIGHTS.indexOf(b.light));
  return (
    <>
      <ListHead title={own?.name ?? ''} onBack={onBack} />
      <ul className="board-list">
        {duties.map(({ duty, light }) => {
          const meaning = board.duties[duty];
          if (!own || !meaning) return null;
          return (
            <li key={meaning.id}>
              <button
                type="button"
                className="board-entry"
                onClick={() => change({ cell: { organisation: own.organisation, duty: meaning.id } })}
              >
                <span className="board-entry-title board-entry-duty">
                  {pick(meaning.title)}
                  <small>{[cadenceWord(meaning.cadence), board.texts[row]?.[duty]].filter(Boolean).join(' · ')}</small>
                </span>
                <span className="board-entry-lights">
                  <Mark {...LOOKS[light]} word={lightWord(light, meaning.limit)} />
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
