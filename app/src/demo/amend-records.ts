import { v7 as uuidv7 } from 'uuid';
import { officesOf } from './accounts.ts';
import type { DemoDoor } from './door.ts';
import type { Locality } from './locality.ts';

interface Listed {
  readonly entries: readonly {
    readonly id: string;
    readonly data: Record<string, unknown> | null;
    readonly ended: unknown;
  }[];
}

/** A believable quarter has mistakes: some entries are refused, corrected, taken back. */
const REFUSED = 14;
const CORRECTED = 12;
const WITHDRAWN = 4;
const SPREAD = 7;

const REASONS_TO_REFUSE = [
  '当天村里没有见到人，请核对日期',
  '活动改期，未举办',
  '与另一条重复',
  '参加人员与签到表不符',
];
const REASONS_TO_CORRECT = ['人数录错，按签到表更正', '漏计一项，按台账更正'];

/** @returns the number of entries added by corrections. */
export async function amendRecords(door: DemoDoor, locality: Locality, asOf: string): Promise<number> {
  const { takeOver, secondWord } = officesOf(locality);
  await refuse(door, secondWord);
  const listed = (await door.call('records.list', { form: 'meeting', to: asOf, limit: 200 }, takeOver)) as Listed;
  const some = listed.entries.filter((entry, i) => i % SPREAD === 0 && entry.data && !entry.ended);
  const corrected = some.slice(0, CORRECTED);
  for (const [i, { id, data }] of corrected.entries()) {
    const attended = Math.max(1, Number(data?.['attended']) - 1);
    const reason = REASONS_TO_CORRECT[i % REASONS_TO_CORRECT.length] ?? '';
    await door.call('records.correct', { id: uuidv7(), entry: id, data: { ...data, attended }, reason }, takeOver);
  }
  for (const { id } of some.slice(CORRECTED, CORRECTED + WITHDRAWN)) {
    await door.call('records.withdraw', { id: uuidv7(), entry: id, reason: '误录入本村，实际为邻村会议' }, takeOver);
  }
  return corrected.length;
}

async function refuse(door: DemoDoor, secondWord: string): Promise<void> {
  const pending = (await door.call('records.pending-confirmations', { limit: 200 }, secondWord)) as Listed;
  const some = pending.entries.filter((_, i) => i % SPREAD === 3).slice(0, REFUSED);
  for (const [i, { id }] of some.entries()) {
    const reason = REASONS_TO_REFUSE[i % REASONS_TO_REFUSE.length] ?? '';
    await door.call('records.confirm', { id: uuidv7(), entry: id, outcome: 'rejected', reason }, secondWord);
  }
}
