import type { Ledger } from '../../schema/rating/ledger.ts';
import { say } from '../../words.ts';
import type { StepChecker } from '../types.ts';

/** Judges cycles and the highest of a period: worked out entry by entry, from all earlier entries, from a day that is one. */
export function checkCycle(part: Ledger, at: string, checker: StepChecker): boolean {
  const { cycle, gives, ends_hold, starts } = part;
  const found: [boolean, Parameters<StepChecker['add']>[0]][] = [
    [
      (cycle !== undefined || gives === 'highest') && ends_hold !== 'at-every-entry',
      notRunning(cycle ? `${at}/cycle` : `${at}/gives`),
    ],
    [cycle !== undefined && starts !== 'all', notFromAll(`${at}/starts`)],
  ];
  for (const [wrong, finding] of found) if (wrong) checker.add(finding);
  return !found.some(([wrong]) => wrong) && dayIsSound(part, at, checker);
}

function dayIsSound({ cycle }: Ledger, at: string, checker: StepChecker): boolean {
  if (!cycle || cycle.from === 'first-entry') return true;
  const place = `${at}/cycle/from`;
  const type = checker.any(cycle.from, place);
  if (type && type.kind !== 'text') {
    checker.add({
      code: 'wrong-kind',
      at: place,
      words: say('周期须从一天起', 'A cycle begins on a day'),
      wayOut: say(
        '写一个日期，如 attr("licensed_on")、period.start',
        'Write a day, e.g. attr("licensed_on") or period.start',
      ),
    });
    return false;
  }
  return type !== null;
}

const notRunning = (at: string) => ({
  code: 'not-running',
  at,
  words: say('周期与最高积分须逐笔计', 'Cycles and the highest are worked out entry by entry'),
  wayOut: say('写 ends_hold: at-every-entry', 'Write ends_hold: at-every-entry'),
});

const notFromAll = (at: string) => ({
  code: 'not-running',
  at,
  words: say(
    '周期可早于本期开始，须读以前的记录',
    'A cycle may have begun before the period, so that earlier entries are read',
  ),
  wayOut: say('写 starts: all', 'Write starts: all'),
});
