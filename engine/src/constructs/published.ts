import { unknownName } from '../duty/problems.ts';
import type { PublishedResult, SubjectRef } from '../facts.ts';
import type { At, ExpressionConstruct, PartOf } from '../measure/types.ts';
import { lacking, step } from '../measure/values.ts';
import { findPublished } from '../published.ts';
import { resultType, stepMeant } from '../rating/other.ts';
import { ratingPeriodBefore } from '../rating/period.ts';
import type { Rating } from '../schema/rating.ts';
import type { Value, Words } from '../value.ts';
import { valueFromJson } from '../value-json.ts';
import { say } from '../words.ts';

type Part = PartOf<'published'>['published'];

/** `{ published: { rating: risk, step: grade, period: latest } }`, in a formula `published("risk", "grade", "latest")`: what a duty asks follows from a result that was made public. */
export const published: ExpressionConstruct<PartOf<'published'>> = {
  key: 'published',
  check: ({ published: part }, at, { parts, inDuty, add }) => {
    const place = `${at}/published`;
    if (!inDuty) {
      add({
        code: 'only-in-duties',
        at: place,
        words: say('公布的结果只用于职责的数量', 'A published result stands in the amount of a duty only'),
        wayOut: say('在评分中用 result 并写 period: previous', 'In ratings use result with `period: previous`'),
      });
      return null;
    }
    const rating = parts.ratings.get(part.rating);
    const findings = unknownName('rating', part.rating, parts.ratings, `${place}/rating`);
    const id = rating && stepMeant(part, rating);
    if (rating && id === undefined)
      findings.push({
        code: 'no-score',
        at: `${place}/rating`,
        words: say(`“${rating.title['zh-CN']}”没有总分`, `“${rating.title.en}” has no score`),
        wayOut: say('以 step 写明取哪一步', 'Name the step with `step`'),
      });
    if (rating && id !== undefined)
      findings.push(...unknownName('step', id, new Map(rating.steps.map((one) => [one.id, one])), `${place}/step`));
    for (const finding of findings) add(finding);
    return findings.length === 0 ? resultType(part, parts) : null;
  },
  compile: ({ published: part }, { parts }) => {
    const rating = parts.ratings.get(part.rating);
    const id = (rating && stepMeant(part, rating)) ?? '';
    const type = resultType(part, parts);
    const find = (at: At): PublishedResult | null => (rating ? findFor(part, rating, at) : null);
    const valueOf = (found: PublishedResult | null, at: At): Value => {
      const value = found?.steps[id];
      return value
        ? valueFromJson(value)
        : lacking([{ what: `rating:${part.rating}`, words: whatLacks(part, rating, at) }]);
    };
    return {
      evaluate: (at) => valueOf(find(at), at),
      explain: (at) => {
        const found = find(at);
        const result = valueOf(found, at);
        const title = rating?.title ?? say(part.rating, part.rating);
        return step(parts, type, {
          construct: 'published',
          words: found
            ? say(
                `“${title['zh-CN']}”（${found.period}，${found.on} 起公布）`,
                `“${title.en}” (${found.period}, public from ${found.on})`,
              )
            : whatLacks(part, rating, at),
          result,
          ...(found ? { details: { rating: part.rating, period: found.period, subject: found.subject.id } } : {}),
        });
      },
    };
  },
};

function findFor(part: Part, rating: Rating, { subject, organisation, period, asOf, run }: At): PublishedResult | null {
  const own: SubjectRef = { kind: 'organisation', id: organisation };
  const subjects = subject.kind === 'organisation' ? [subject] : [subject, own];
  return findPublished(run.index.world, rating, subjects, { which: part.period, period, asOf });
}

function whatLacks({ period: which }: Part, rating: Rating | undefined, { period }: At): Words {
  const title = rating?.title ?? say('', '');
  const before = which === 'previous' && rating ? ratingPeriodBefore(rating, period.start)?.key : undefined;
  return before === undefined
    ? say(
        `${period.start} 前没有公布过“${title['zh-CN']}”的结果`,
        `No result of “${title.en}” was public by ${period.start}`,
      )
    : say(`“${title['zh-CN']}”${before} 的结果尚未公布`, `The result of “${title.en}” for ${before} is not public yet`);
}
