import { unknownName } from '../../duty/problems.ts';
import type { Top } from '../../schema/rating/top.ts';
import type { Scale } from '../../schema/rating.ts';
import { say } from '../../words.ts';
import { checkTies } from '../order.ts';
import type { StepChecker } from '../types.ts';
import { sizesOf } from './group.ts';

/** Judges the awards of a list: their places, what they give, and whom it would put last. */
export function checkAwards(part: Top, at: string, scale: Scale | null, checker: StepChecker): boolean {
  const grades = new Map((scale?.grades ?? []).map(({ id }) => [id, id]));
  const sound = part.awards.map((award, i) => {
    const where = `${at}/awards/${i}`;
    const types = sizesOf(award).map(({ key, size }) => checker.over(part.within).number(size, `${where}/${key}`));
    if (award.needs !== undefined) types.push(checker.judgement(award.needs, `${where}/needs`));
    if ('last' in award) checkLast(checker, where);
    return !types.includes(null) && checkGives(award, where, scale, grades, checker);
  });
  const ties =
    typeof part.ties === 'string' || checkTies({ by: part.ties.by, then: 'shared-with-gap' }, `${at}/ties`, checker);
  return ties && !sound.includes(false);
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
