import type { Decimal } from '../../decimal.ts';
import { unknownName } from '../../duty/problems.ts';
import type { Top } from '../../schema/rating/top.ts';
import type { Scale } from '../../schema/rating.ts';
import { say } from '../../words.ts';
import { checkTies } from '../order.ts';
import type { StepChecker } from '../types.ts';
import { shareWritten } from '../written-number.ts';
import { sizesOf } from './group.ts';

/** Judges the awards of a list: their places, what they give, and whom it would put last. */
export function checkAwards(part: Top, at: string, scale: Scale | null, checker: StepChecker): boolean {
  const grades = new Map((scale?.grades ?? []).map(({ id }) => [id, id]));
  const sound = part.awards.map((award, i) => {
    const where = `${at}/awards/${i}`;
    const types = sizesOf(award).map(({ key, size }) => checker.over(part.within).number(size, `${where}/${key}`));
    if (award.needs !== undefined) types.push(checker.judgement(award.needs, `${where}/needs`));
    if ('last' in award || 'last_share' in award) checkLast(checker, where);
    return !types.includes(null) && checkGives(award, where, scale, grades, checker);
  });
  checkGrowing(part, at, checker);
  const ties =
    typeof part.ties === 'string' || checkTies({ by: part.ties.by, then: 'shared-with-gap' }, `${at}/ties`, checker);
  return ties && !sound.includes(false);
}

/** Every share counts from the first: one that is not larger than the share before it leaves nobody. */
function checkGrowing({ awards }: Top, at: string, { add }: StepChecker): void {
  let before: Decimal | null = null;
  awards.forEach((award, i) => {
    if (!('share' in award)) return;
    const share = shareWritten(award.share);
    if (share && before && share.lte(before)) {
      add({
        severity: 'warning',
        code: 'share-not-larger',
        at: `${at}/awards/${i}/share`,
        words: say(
          '占比从第一名数起：这一份不大于前一份，没有对象可得',
          'Shares count from the first: this one is not larger than the one before, so nobody is left for it',
        ),
        wayOut: say(
          '写累计的占比，如前三分之一 1/3、中间三分之一 2/3',
          'Write shares that add up: 1/3 for the first third, 2/3 for the middle one',
        ),
      });
    }
    before = share ?? before;
  });
}

function checkGives(
  { gives }: Top['awards'][number],
  at: string,
  scale: Scale | null,
  grades: ReadonlyMap<string, string>,
  { add }: StepChecker,
): boolean {
  if (scale && gives !== undefined) {
    const unknown = unknownName('grade', gives, grades, `${at}/gives`);
    for (const finding of unknown) add(finding);
    return unknown.length === 0;
  }
  if (!scale && gives === undefined) return true;
  add({
    code: 'no-scale',
    at: `${at}/gives`,
    words: scale
      ? say('没有写给什么等次', 'It is not said what it gives')
      : say('gives 需要 scale', 'gives needs a scale'),
    wayOut: say('scale 与 gives 一并写，或都不写', 'Write both scale and gives, or neither'),
  });
  return false;
}

/** A list of the last persons is a flag. That they are not listed by how much they did is checked for all comparisons. */
function checkLast({ rating, add }: StepChecker, at: string): void {
  if ('organisations' in rating.of) return;
  add({
    severity: 'warning',
    code: 'last-of-persons',
    at,
    words: say(
      '把个人列为末位只能作为提示，不得带来后果',
      'A list of the last persons is a flag only and brings no consequence',
    ),
    wayOut: say('改为绝对标准，如 marks < 60', 'Use an absolute standard instead, e.g. marks < 60'),
  });
}
