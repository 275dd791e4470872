import type { OutputOf } from '../../platform/web/client.ts';

export type Board = OutputOf<'obligations.board'>;
export type BoardRow = Board['rows'][number];
export type BoardDuty = Board['duties'][number];
export type BoardPatch = OutputOf<'obligations.board-rows'>;
/** Number of cells per light code. */
export type Counts = Readonly<Record<string, number>>;
