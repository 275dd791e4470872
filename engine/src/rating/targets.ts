import { Decimal } from '../decimal.ts';
import type { Parts } from '../parts.ts';
import type { Target } from '../schema/rating/target.ts';
import { known, type Value, type Words } from '../value.ts';
import type { WorldIndex } from '../world-index.ts';
import type { RatingResult } from './rate.ts';

/** How one unit stands with one target. */
export interface TargetStanding {
  readonly target: string;
  readonly title: Words;
  readonly is: 'at-least' | 'at-most';
  /** The organisation; null for all together. */
  readonly unit: string | null;
  /** Subjects with a grade, those of the target’s grades among them, and those whose grade is not known yet. */
  readonly graded: number;
  readonly having: number;
  readonly open: number;
  /** The share laid down; not known while its parameter is not set. */
  readonly limit: Value;
  /** Whole subjects that are missing, or too many; 0 when it is reached whatever is still open, null while that cannot be told. */
  readonly distance: number | null;
}

/** Every target of a rating, unit by unit in the order in which units first appear. */
export function targetsOf(
  parts: Parts,
  { rating: id, period, rated }: RatingResult,
  index: WorldIndex,
): TargetStanding[] {
  return (parts.ratings.get(id)?.targets ?? []).flatMap((target) => {
    const units = Map.groupBy(rated, ({ organisation }) => unitOf(organisation, target.under, index));
    return [...units].flatMap(([unit, rows]) =>
      unit === ''
        ? []
        : [
            standing(
              target,
              unit,
              rows.map(({ grade }) => grade),
              limitOf(target, parts, period.end),
            ),
          ],
    );
  });
}

function standing(
  target: Target,
  unit: string | null,
  grades: readonly (Value | null)[],
  limit: Value,
): TargetStanding {
  const given = grades.flatMap((grade) => (grade?.state === 'known' ? [String(grade.value)] : []));
  const open = grades.filter((grade) => grade?.state === 'not-known').length;
  const having = given.filter((grade) => target.grades.includes(grade)).length;
  const is = target.at_least === undefined ? 'at-most' : 'at-least';
  return {
    ...{ target: target.id, title: target.title, is, unit, graded: given.length, having, open, limit },
    distance:
      open > 0 || given.length === 0
        ? whateverComes(is, having, given.length, open, limit)
        : distanceOf(is, having, given.length, limit),
  };
}

/** Reached already, however those come out whose grade is not known yet; else it cannot be told. */
function whateverComes(
  is: TargetStanding['is'],
  having: number,
  graded: number,
  open: number,
  limit: Value,
): number | null {
  if (graded === 0) return null;
  const worst = distanceOf(is, is === 'at-least' ? having : having + open, graded + open, limit);
  return worst === 0 ? 0 : null;
}

function distanceOf(is: TargetStanding['is'], having: number, graded: number, limit: Value): number | null {
  if (limit.state !== 'known') return null;
  const wanted = new Decimal(graded).times(String(limit.value));
  const missing = is === 'at-least' ? wanted.ceil().minus(having) : new Decimal(having).minus(wanted.floor());
  return Decimal.max(missing, 0).toNumber();
}

function limitOf({ at_least, at_most }: Target, parts: Parts, on: string): Value {
  const share = at_least ?? at_most ?? 0;
  return typeof share === 'object' ? parts.parameter(share.parameter, on) : known(new Decimal(share), 'share');
}

/** The organisation of the kind at or above; null for all together, empty where there is none. */
function unitOf(of: string, kind: string | undefined, { organisations }: WorldIndex): string | null {
  if (kind === undefined) return null;
  for (let at = organisations.get(of); at; at = organisations.get(at.parent ?? '')) if (at.kind === kind) return at.id;
  return '';
}
