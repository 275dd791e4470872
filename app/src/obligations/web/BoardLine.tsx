import { memo } from 'react';
import type { Board, BoardRow } from './board-data.ts';
import { countCells, countOf, missed } from './counts.ts';
import { findLight, LOOKS } from './lights.ts';
import type { Line } from './row-model.ts';
import type { BoardSpeech } from './speech.ts';

interface BoardLineProps {
  /** Handed in: asking for it in every line costs more than drawing the line. */
  readonly speech: BoardSpeech;
  readonly board: Board;
  readonly line: Line;
  readonly at: number;
  readonly duties: readonly number[];
  /** Where it stands; the line that sticks below the head has no place of its own. */
  readonly top: number | undefined;
  /** The column whose cell is in the tab order. */
  readonly focus: number | undefined;
  readonly opened: string | undefined;
  /** Codes of the lights one is looking for; the others step back. Empty when none is sought. */
  readonly wanted: string;
  /** `,3,7,`: duties whose cells changed a moment ago. */
  readonly fresh: string | undefined;
}

/** One line of the chart: name, counts, and a cell per duty. */
export const BoardLine = memo(function BoardLine(props: BoardLineProps) {
  const { board, line, at, duties, top } = props;
  const row = board.rows[line.row];
  const kind = line.heading ? 'grid-line grid-heading' : 'grid-line';
  const style = top === undefined ? undefined : { top };
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      data-line={at}
      className={`${kind}${top === undefined ? ' grid-stuck' : ''}${line.counted ? '' : ' grid-aside'}`}
      style={style}
    >
      <div role="rowheader" aria-colindex={1} className="grid-name">
        <Name row={row} fallback={board.groups[line.group]?.name ?? ''} />
        {row && <LineCounts board={board} row={line.row} duties={duties} />}
      </div>
      {duties.map((duty, column) => (
        <Cell key={board.duties[duty]?.id} {...props} row={row} duty={duty} column={column} />
      ))}
    </div>
  );
}, sameLine);

/** A line changes when its own lights do, not when another's. */
function sameLine(a: BoardLineProps, b: BoardLineProps): boolean {
  return (
    a.speech === b.speech &&
    a.at === b.at &&
    a.top === b.top &&
    a.focus === b.focus &&
    a.opened === b.opened &&
    a.wanted === b.wanted &&
    a.fresh === b.fresh &&
    a.duties === b.duties &&
    a.line.counted === b.line.counted &&
    a.board.duties === b.board.duties &&
    a.board.rows[a.line.row] === b.board.rows[b.line.row] &&
    a.board.lights[a.line.row] === b.board.lights[b.line.row] &&
    a.board.texts[a.line.row] === b.board.texts[b.line.row]
  );
}

function Name({ row, fallback }: { readonly row: BoardRow | undefined; readonly fallback: string }) {
  const name = row?.name ?? fallback;
  const people = (row?.postings ?? []).map(({ person, sendingOrganisation: { name: unit } }) => `${person} · ${unit}`);
  return (
    <span className="grid-name-text" title={[name, ...people].join('\n')}>
      {name}
      {row?.postings[0] && <span className="grid-person">{row.postings.map(({ person }) => person).join(' ')}</span>}
    </span>
  );
}

function LineCounts({ board, row, duties }: { board: Board; row: number; duties: readonly number[] }) {
  const counts = countCells(board, [row], duties);
  const soon = countOf(counts, 'due-soon');
  const done = countOf(counts, 'met') + countOf(counts, 'late');
  const owed =
    done + soon + (['overdue', 'beyond', 'open'] as const).reduce((sum, light) => sum + countOf(counts, light), 0);
  return (
    <span className="grid-counts">
      <span className="text-danger">{missed(counts)}</span>
      <span className="text-warning">{soon > 0 ? `▲${soon}` : ''}</span>
      <span className="grid-done">{owed > 0 ? `✓${done}/${owed}` : ''}</span>
    </span>
  );
}

interface CellProps extends BoardLineProps {
  readonly row: BoardRow | undefined;
  readonly duty: number;
  readonly column: number;
}

function Cell({ speech, board, line, row, duty, duties, column, focus, opened, wanted, fresh }: CellProps) {
  const { say, pick, lightWord, comma } = speech;
  const meaning = board.duties[duty];
  const code = board.lights[line.row]?.charAt(duty) ?? '';
  const light = findLight(code);
  const aside = wanted !== '' && !wanted.includes(code) ? ' cell-aside' : '';
  const text = board.texts[line.row]?.[duty];
  const told = text && !text.endsWith('/1') ? text : undefined;
  const look = light && LOOKS[light];
  const before = board.duties[duties[column - 1] ?? -1];
  const begins = before && before.group !== meaning?.group ? ' cell-group-start' : '';
  const marks = `${begins}${opened === meaning?.id ? ' cell-opened' : ''}${fresh?.includes(`,${duty},`) ? ' cell-fresh' : ''}`;
  const spoken = [
    row?.name ?? '',
    meaning ? pick(meaning.title) : '',
    light ? lightWord(light, meaning?.limit) : say('board.outOfSight'),
    ...(text ? [text] : []),
  ].join(comma);
  return (
    <div
      role="gridcell"
      aria-colindex={column + 2}
      aria-label={spoken}
      tabIndex={focus === column ? 0 : -1}
      data-duty={column}
      className={`cell tone-${look?.tone ?? 'faint'}${marks}${aside}`}
    >
      <span className="cell-glyph">{look?.glyph ?? ''}</span>
      {told && <span className={told.length > 3 ? 'cell-text cell-long' : 'cell-text'}>{told}</span>}
    </div>
  );
}
