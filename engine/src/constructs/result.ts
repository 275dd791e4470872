import { Decimal } from '../decimal.ts';
import type { Explanation } from '../explanation.ts';
import type { Organisation, SubjectRef } from '../facts.ts';
import { joinStood, nothingEarlier, predecessorProblems, stoodOn, stoodWords } from '../measure/predecessors.ts';
import type { At, ExpressionConstruct, PartOf, SheetAt } from '../measure/types.ts';
import { figure, lacking, step } from '../measure/values.ts';
import { periodWords } from '../period-words.ts';
import type { Finding } from '../problem.ts';
import { readsItself, startOf, workOutSince } from '../rating/earlier.ts';
import { stepMeant } from '../rating/other.ts';
import { ratingPeriodAYearBefore, ratingPeriodBefore, ratingPeriodsWithin } from '../rating/period.ts';
import type { Rating } from '../schema/rating.ts';
import type { Period } from '../standing.ts';
import type { Inherited } from '../succession.ts';
import { notApplicable, type Value } from '../value.ts';
import { valueToJson } from '../value-json.ts';
import { say } from '../words.ts';

type Part = PartOf<'result'>['result'];

/** `{ result: { rating: town-year, whose: above, period: same, not_rated: zero } }`: a step of another rating, or of last year. */
export const result: ExpressionConstruct<PartOf<'result'>> = {
  key: 'result',
  check: ({ result: part }, at, { other, parts, add }) => {
    const type = other(part, `${at}/result`, part.period === 'same');
    const { predecessors, period, whose } = part;
    const place = `${at}/result/predecessors`;
    if (predecessors !== undefined && period === 'same') add(nothingEarlier(place));
    if (predecessors !== undefined && whose === 'above') add(ofAbove(place));
    for (const finding of predecessorProblems(predecessors, type, place, parts)) add(finding);
    return type;
  },
  compile: ({ result: part }, { parts, typeOf }) => {
    const rating = parts.ratings.get(part.rating);
    const id = (rating && stepMeant(part, rating)) ?? '';
    const type = typeOf({ result: part });
    const carried = rating !== undefined && part.period !== 'same' && readsItself(rating, id);
    const start = rating && startOf(rating, parts);
    const inTime = (period: Period, at: At): boolean => {
      if (!rating || !start || !carried) return true;
      const before = (one: Period) => periodOf(part.period, rating, one);
      return workOutSince(period, before, { rating: rating.id, step: id, start }, at);
    };
    const find = (at: At): Found | null => {
      const found = rating ? findSheet(part, rating, at) : null;
      return found && inTime(found.period, at) ? found : null;
    };
    const findOthers = (at: At): Others | null => {
      const found = rating ? findStood(part, rating, at) : null;
      return found && inTime(found.period, at) ? found : null;
    };
    const joined = ({ sheet, stood }: Others): Value =>
      joinStood(
        part.predecessors ?? 'left-out',
        stood.map((one) => ({ ...one, value: sheet.valueFor(id, refOf(one.organisation)) ?? instead(part) })),
        type,
      );
    const evaluate = (at: At): Value => {
      const others = findOthers(at);
      if (others) return joined(others);
      const found = find(at);
      return (found && found.sheet.valueFor(id, found.subject)) ?? instead(part);
    };
    return {
      evaluate,
      explain: (at) => {
        const title = rating?.title ?? say(part.rating, part.rating);
        const others = findOthers(at);
        if (others) {
          const { sheet, stood, period } = others;
          const how = stoodWords(part.predecessors ?? 'left-out', stood, parts);
          const ofOne = (one: Organisation): Explanation =>
            sheet.explainFor(id, refOf(one)) ?? {
              construct: 'result',
              words: say(`${one.name}：未评定`, `${one.name}: not rated`),
              result: valueToJson(instead(part)),
            };
          return step(parts, type, {
            construct: 'result',
            words: say(
              `“${title['zh-CN']}”（${periodWords(period.key)['zh-CN']}，${how['zh-CN']}）`,
              `“${title.en}” (${periodWords(period.key).en}, ${how.en})`,
            ),
            result: evaluate(at),
            details: { rating: part.rating, period: period.key },
            children: stood.map(({ organisation }) => named(organisation.name, ofOne(organisation))),
          });
        }
        const found = find(at);
        const name = found && nameOf(found.subject, at);
        return step(parts, type, {
          construct: 'result',
          words: found
            ? say(
                `${name}的“${title['zh-CN']}”（${periodWords(found.period.key)['zh-CN']}）`,
                `“${title.en}” of ${name} (${periodWords(found.period.key).en})`,
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

/** The sheet of an earlier period, and those it came from that stood then. */
interface Others {
  readonly sheet: SheetAt;
  readonly period: Period;
  readonly stood: readonly Inherited[];
}

const named = (name: string, told: Explanation): Explanation => ({
  ...told,
  words: say(`${name}：${told.words['zh-CN']}`, `${name}: ${told.words.en}`),
});

const refOf = ({ id }: Organisation): SubjectRef => ({ kind: 'organisation', id });

/** Those whose record an organisation carries on, in the period that is read; null when it reads its own. */
function findStood(part: Part, rating: Rating, at: At): Others | null {
  if (part.predecessors === undefined || part.whose === 'above' || part.period === 'same') return null;
  if (part.whose === 'same' && at.subject.kind !== 'organisation') return null;
  const period = periodOf(part.period, rating, at.period);
  const sheet = period && at.steps?.other(part.rating, period);
  const stood = period && stoodOn(part.predecessors, period.end, at);
  return period && sheet && stood ? { sheet, period, stood } : null;
}

const ofAbove = (place: string): Finding => ({
  code: 'wrong-set',
  at: place,
  words: say('上级的结果不由合并的村承继', 'A result of those above is not carried on by a merged village'),
  wayOut: say('删去 predecessors，或写 whose: same', 'Remove predecessors, or write whose: same'),
});

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
