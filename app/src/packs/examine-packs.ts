import type { Examination } from '../platform/cli/doctor-command.ts';
import { civilDay } from '../platform/clock/clock.ts';
import { readJurisdiction } from '../platform/database/transaction.ts';
import { packsLeftOut } from './policy.ts';

/** Whether every pack in force today can be used by this version of Luoshi. */
export const examinePacks: Examination = async ({ database, clock, timeZone }, { id, name }) => {
  const today = civilDay(clock.now(), timeZone);
  const leftOut = await readJurisdiction(database, id, (tx) => packsLeftOut(tx, id, today));
  const what = `${id} ${name} 制度包 · packs`;
  if (leftOut.length === 0) return [{ what, fine: true, says: '现行各包均可用 · all in force can be used' }];
  return leftOut.map(({ words }) => ({ what, fine: false, says: `${words['zh-CN']} · ${words.en}` }));
};
