import { lacking, toDecimal } from '../../measure/values.ts';
import type { Peers } from '../../schema/rating/peers.ts';
import type { Missing, Value } from '../../value.ts';
import { perSheet } from '../per-sheet.ts';
import type { Sheet } from '../types.ts';
import { groupsOf } from '../within.ts';
import { Crowd } from './crowd.ts';

interface Choices {
  readonly of: string;
  readonly within: Peers['within'];
  readonly missing: Peers['missing'];
}

/** Those a subject is compared with. */
export interface PeerGroup {
  /** All rows, and those whose value is known. */
  readonly members: readonly number[];
  readonly rows: readonly number[];
  /** The known values, in order. */
  readonly crowd: () => Crowd;
  readonly doubt: readonly Missing[];
  /** Why nobody has a value yet; null when they have. */
  readonly stopped: Value | null;
}

/** The groups of a sheet by row, worked out once. */
export function peerGroups({ of, within, missing }: Choices): (sheet: Sheet) => ReadonlyMap<number, PeerGroup> {
  return perSheet((sheet) => {
    const values = sheet.column(of);
    const byRow = new Map<number, PeerGroup>();
    for (const rows of groupsOf(within, sheet)) {
      const doubt = rows.flatMap((row) => missingOf(values[row] as Value));
      const stopped = doubt.length > 0 && missing === 'stop' ? lacking(doubt) : null;
      const known = rows.filter((row) => values[row]?.state === 'known');
      let made: Crowd | null = null;
      const crowd = (): Crowd => (made ??= Crowd.of(known.map((row) => toDecimal(values[row] as Value))));
      const group = { members: rows, rows: known, crowd, doubt, stopped };
      for (const row of rows) byRow.set(row, group);
    }
    return byRow;
  });
}

const missingOf = (value: Value): readonly Missing[] => (value.state === 'not-known' ? value.missing : []);
