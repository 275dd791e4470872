import { Decimal } from '../decimal.ts';
import type { Explanation } from '../explanation.ts';
import type { SubjectRef } from '../facts.ts';
import type { At, ExpressionConstruct, PartOf, SheetAt } from '../measure/types.ts';
import { figure, lacking, step } from '../measure/values.ts';
import { readsItself, startOf, workOutSince } from '../rating/earlier.ts';
import { stepMeant } from '../rating/other.ts';
import { ratingPeriodAYearBefore, ratingPeriodBefore, ratingPeriodsWithin } from '../rating/period.ts';
import type { Rating } from '../schema/rating.ts';
import type { Period } from '../standing.ts';
import { notApplicable, type Value } from '../value.ts';
import { say } from '../words.ts';

type Part = PartOf<'result'>['result'];

/** `{ result: { rating: town-year, whose: above, period: same, not_rated: zero } }`: a step of another rating, or of last year. */
export const result: ExpressionConstruct<PartOf<'result'>> = {
  key: 'result',
  check: ({ result: part }, at, { other }) => other(part, `${at}/result`, part.period === 'same'),
  compile: ({ result: part }, { parts, typeOf }) => {
    const rating = parts.ratings.get(part.rating);
    const id = (rating && stepMeant(part, rating)) ?? '';
    const type = typeOf({ result: part });
    const carried = rating !== undefined && part.period !== 'same' && readsItself(rating, id);
    const start = rating && startOf(rating, parts);
    const find = (at: At): Found | null => {
      const found = rating ? findSheet(part, rating, at) : null;
      if (!rating || !start || !found || !carried) return found;
      const before = (period: Period) => periodOf(part.period, rating, period);
      return workOutSince(found.period, before, { rating: rating.id, step: id, start }, at) ? found : null;
    };
    const evaluate = (at: At): Value => {
      const found = find(at);
      return (found && found.sheet.valueFor(id, found.subject)) ?? instead(part);
    };
    return {
      evaluate,
      explain: (at) => {
        const found = find(at);
        const name = found && nameOf(found.subject, at);
        const title = rating?.title ?? say(part.rating, part.rating);
        return step(parts, type, {
          construct: 'result',
          words: found
            ? say(
                `${name}的“${title['zh-CN']}”（${found.period.key}）`,
                `“${title.en}” of ${name} (${found.period.key})`,
              )
            : say(`没有可取的“${title['zh-CN']}”`, `There is no “${title.en}” to take`),
          result: evaluate(at),
          details: { rating: part.rating, ...(found ? { period: found.period.key, subject: found.subject.id } : {}) },
          children: carried ? [] : inside(found, id),
        });
      },
    };
  },
};

interface Found {
  readonly sheet: SheetAt;
  readonly period: Period;
  readonly subject: SubjectRef;
}

const inside = (found: Found | null, id: string): Explanation[] => {
  const told = found?.sheet.explainFor(id, found.subject);
  return told ? [told] : [];
};

function findSheet(part: Part, rating: Rating, at: At): Found | null {
  const period = periodOf(part.period, rating, at.period);
  const sheet = period && at.steps?.other(part.rating, period);
  if (!period || !sheet) return null;
  const subject = candidates(part.whose, at).find((one) => sheet.rates(one));
  return subject ? { sheet, period, subject } : null;
}

function periodOf(which: Part['period'], rating: Rating, own: Period): Period | null {
  const same =
    ratingPeriodsWithin(rating, own).find(({ start, end }) => start === own.start && end === own.end) ?? null;
  if (which === 'same') return same;
  return which === 'previous' || !same ? ratingPeriodBefore(rating, own.start) : ratingPeriodAYearBefore(rating, same);
}

/** Whose result it may be, nearest first: of those above the first that is rated. */
function candidates(whose: Part['whose'], { subject, organisation, run }: At): SubjectRef[] {
  if (whose === 'same') return [subject];
  const { organisations } = run.index;
  const at = (id: string): SubjectRef => ({ kind: 'organisation', id });
  if (whose === 'organisation') return [at(organisation)];
  const found: SubjectRef[] = subject.kind === 'organisation' ? [] : [at(organisation)];
  for (
    let one = organisations.get(organisations.get(organisation)?.parent ?? '');
    one;
    one = organisations.get(one.parent ?? '')
  )
    found.push(at(one.id));
  return found;
}

function nameOf({ kind, id }: SubjectRef, { run: { index } }: At): string {
  if (kind === 'organisation') return index.organisations.get(id)?.name ?? id;
  return index.persons.get(kind === 'person' ? id : (index.postings.get(id)?.person ?? id))?.name ?? id;
}

function instead({ not_rated, rating }: Part): Value {
  if (not_rated === 'zero') return figure(new Decimal(0), { kind: 'number' });
  const words = say('未在该办法中评定', 'It was not rated there');
  return not_rated === 'not-applicable' ? notApplicable(words) : lacking([{ what: `rating:${rating}`, words }]);
}
