import { lacking } from '../../measure/values.ts';
import type { Peers } from '../../schema/rating/peers.ts';
import type { Missing, Value } from '../../value.ts';
import { perSheet } from '../per-sheet.ts';
import type { Sheet } from '../types.ts';
import { groupsOf } from '../within.ts';

interface Choices {
  readonly of: string;
  readonly within: Peers['within'];
  readonly missing: Peers['missing'];
}

/** Those a subject is compared with. */
export interface PeerGroup {
  /** Rows whose value is known. */
  readonly rows: readonly number[];
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
      const group = { rows: rows.filter((row) => values[row]?.state === 'known'), doubt, stopped };
      for (const row of rows) byRow.set(row, group);
    }
    return byRow;
  });
}

const missingOf = (value: Value): readonly Missing[] => (value.state === 'not-known' ? value.missing : []);
