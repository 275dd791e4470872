import type { Board, BoardPatch } from './board-data.ts';

export interface Patched {
  readonly board: Board;
  /** `row:duty` of every cell whose light or text is another one now. */
  readonly changed: ReadonlySet<string>;
}

/** Puts rows that were read again into an open chart. A row that the chart does not hold is passed over. */
export function patchBoard(board: Board, patch: BoardPatch): Patched {
  const places = new Map(board.rows.map((row, index) => [row.organisation, index]));
  const lights = [...board.lights];
  const texts = { ...board.texts };
  const rows = [...board.rows];
  const changed = new Set<string>();
  for (const [index, fresh] of patch.rows.entries()) {
    const place = places.get(fresh.organisation);
    const old = place === undefined ? undefined : rows[place];
    if (place === undefined || old === undefined) continue;
    const line = patch.lights[index] ?? '';
    for (const duty of board.duties.keys()) {
      const same = line.charAt(duty) === lights[place]?.charAt(duty);
      if (!same || texts[place]?.[duty] !== patch.texts[index]?.[duty]) changed.add(`${place}:${duty}`);
    }
    lights[place] = line;
    texts[place] = patch.texts[index] ?? {};
    rows[place] = { ...fresh, group: old.group };
  }
  return { board: { ...board, lights, texts, rows }, changed };
}
