import type { Examination } from '../platform/cli/doctor-command.ts';
import { civilDay } from '../platform/clock/clock.ts';
import { readJurisdiction } from '../platform/database/transaction.ts';
import { placed } from './installed-pack.ts';
import { findingsToMend, packsLeftOut } from './policy.ts';

/** Whether every pack in force today can be used by this version of Luoshi, and what their next versions must mend. */
export const examinePacks: Examination = async ({ database, clock, timeZone }, { id, name }) => {
  const today = civilDay(clock.now(), timeZone);
  const [leftOut, toMend] = await readJurisdiction(database, id, async (tx) => [
    await packsLeftOut(tx, id, today),
    await findingsToMend(tx, id, today),
  ]);
  const what = `${id} ${name} 制度包 · packs`;
  const mend = toMend.map(placed).map(({ 'zh-CN': zh, en }) => ({
    what,
    fine: true,
    says: `照常计算，下一版须改正：${zh} · goes on, to be mended in the next version: ${en}`,
  }));
  if (leftOut.length === 0) return [{ what, fine: true, says: '现行各包均可用 · all in force can be used' }, ...mend];
  return [...leftOut.map(({ words }) => ({ what, fine: false, says: `${words['zh-CN']} · ${words.en}` })), ...mend];
};
