import { toDay } from '../../day.ts';
import { inheritedAt } from '../../measure/joined.ts';
import { joinStood, type Stood, stoodOn, stoodWords } from '../../measure/predecessors.ts';
import type { Rounds } from '../../schema/rating/rounds.ts';
import type { Period } from '../../standing.ts';
import { notApplicable, type Value, type Words } from '../../value.ts';
import { say } from '../../words.ts';
import { resultType } from '../other.ts';
import type { RatedSubject, Sheet } from '../types.ts';

type Holds = (value: Value) => boolean | Value;

/** Rounds of those an organisation came from. */
interface CarriedOn {
  /** The first day of anybody whose rounds count. */
  readonly from: number;
  /** What a round came to with those; null when it is the organisation’s own alone. */
  readonly roundOf: (period: Period) => { readonly value: Value; readonly words: Words } | null;
}

/** The rounds a merged or divided organisation carries on; `holds` says whether a round counts, where rounds are counted. */
export function roundsCarriedOn(part: Rounds, step: string, sheet: Sheet, row: number, holds: Holds | null): CarriedOn {
  const { ref, from } = sheet.subjects[row] as RatedSubject;
  const { predecessors: take } = part;
  if (take === undefined || take === 'left-out' || ref.kind !== 'organisation') return { from, roundOf: () => null };
  const at = sheet.at(row);
  const { parts } = sheet.rating;
  const type = resultType(part, parts);
  const began = (inheritedAt(at) ?? []).map(({ organisation }) => toDay(organisation.from));
  return {
    from: Math.min(from, ...began),
    roundOf: (period) => {
      const stood = stoodOn(take, period.end, at);
      if (stood === null) return null;
      const other = sheet.other(part.rating, period);
      const all = stood.map(({ organisation, share }): Stood => {
        const value = other.valueFor(step, { kind: 'organisation', id: organisation.id }) ?? NOT_RATED;
        return { organisation, share, value };
      });
      const value =
        holds && (take === 'any' || take === 'all') ? decisive(take, all, holds) : joinStood(take, all, type);
      return { value, words: stoodWords(take, stood, parts) };
    },
  };
}

/** The round that decides whether one, or all, fulfil it; one that is not known unless another decides. */
function decisive(take: 'any' | 'all', all: readonly Stood[], holds: Holds): Value {
  const values = all.map(({ value }) => value).filter(({ state }) => state !== 'not-applicable');
  const deciding = values.find((value) => value.state === 'known' && holds(value) === (take === 'any'));
  return deciding ?? values.find(({ state }) => state === 'not-known') ?? values[0] ?? NOT_RATED;
}

const NOT_RATED = notApplicable(say('该轮未评定', 'It was not rated in this round'));
