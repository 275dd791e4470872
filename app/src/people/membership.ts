import { fieldProblem, type Problem } from './problems.ts';

/** Where a person belonged, from a day to a day; a first day that nobody knows is null. */
export interface Membership {
  readonly id: string;
  readonly organisation: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** The membership that still runs, after whatever went before. */
export const runningOf = (all: readonly Membership[]): Membership | undefined => all.find(({ to }) => to === null);

/** @throws ActionError `invalid` when a move would lie before the membership it ends, or in the future. */
export function assertFollows(all: readonly Membership[], from: string, today: string): void {
  if (from > today) throw fieldProblem(NOT_YET);
  for (const { from: first, to } of all) {
    const latest = to ?? first;
    if (latest !== null && from <= latest) throw fieldProblem(tooEarly(latest));
  }
}

const NOT_YET: Problem = {
  field: 'from',
  rule: 'future',
  words: {
    'zh-CN': '转接之日还没有到，请到那一天再登记',
    en: 'the day of the move has not come; record it on that day',
  },
};

const tooEarly = (latest: string): Problem => ({
  field: 'from',
  rule: 'before-last-move',
  words: {
    'zh-CN': `应晚于上一段组织关系中的 ${latest}；原来登记错的，请用“更正人员信息”`,
    en: `must lie after ${latest} of the membership before; what was recorded wrongly is corrected with people.correct`,
  },
});
