import { toDay } from '../../day.ts';
import { Decimal } from '../../decimal.ts';
import type { SubjectRef } from '../../facts.ts';
import { lacking } from '../../measure/values.ts';
import type { Below } from '../../schema/rating/below.ts';
import type { Others } from '../../schema/rating/others.ts';
import { known, type Missing, type Value } from '../../value.ts';
import { say } from '../../words.ts';
import type { Part } from '../missing.ts';
import type { RatedSubject, Sheet } from '../types.ts';
import { isByName, namedIn } from './named.ts';
import { tiesIn } from './tied.ts';

/** A unit below with its result. */
export interface UnitBelow extends Part {
  /** The step it is weighted by; null when they are not weighted. */
  readonly weight: Value | null;
  /** Somebody is meant, but not known who. */
  readonly whoIsNotKnown?: true;
}

/** For each row of a sheet the rated units that stand under it, by their ids. */
export function unitsBelow(part: Below, step: string, sheet: Sheet): (row: number) => readonly UnitBelow[] {
  const other = sheet.other(part.rating, sheet.period);
  const weights = typeof part.take === 'object' && 'mean_by' in part.take ? part.take.mean_by : null;
  const wanted = new Set(sheet.subjects.map(({ organisation }) => organisation));
  const groups = new Map<string, UnitBelow[]>();
  const values = other.column(step);
  const weight = weights === null ? null : other.column(weights);
  other.subjects.forEach((subject, row) => {
    const { ref, name } = subject;
    const unit: UnitBelow = {
      id: `${ref.kind}:${ref.id}`,
      title: say(name, name),
      value: values[row] as Value,
      full: null,
      weight: weight ? (weight[row] as Value) : null,
    };
    for (const above of organisationsAbove(subject, sheet)) {
      if (!wanted.has(above)) continue;
      const group = groups.get(above);
      if (group) group.push(unit);
      else groups.set(above, [unit]);
    }
  });
  for (const units of groups.values()) units.sort((a, b) => (a.id < b.id ? -1 : 1));
  return (row) => groups.get(sheet.subjects[row]?.organisation ?? '') ?? [];
}

/** For each row of a sheet the rated among those it is tied to. */
export function unitsTied(part: Others, step: string, sheet: Sheet): (row: number) => readonly UnitBelow[] {
  const other = sheet.other(part.rating, sheet.period);
  const names = new Map(other.subjects.map(({ ref, name }) => [`${ref.kind}:${ref.id}`, name]));
  const byStep = typeof part.take === 'object' && 'mean_by' in part.take ? part.take.mean_by : null;
  const unit = (ref: SubjectRef, days: number): UnitBelow => {
    const id = `${ref.kind}:${ref.id}`;
    const name = names.get(id) ?? ref.id;
    const weight = byStep === null ? null : other.valueFor(byStep, ref);
    return {
      id,
      title: say(name, name),
      value: other.valueFor(step, ref) as Value,
      full: null,
      weight: byDays(part) ? known(new Decimal(days)) : weight,
    };
  };
  if (isByName(part.whose)) {
    const named = namedIn(part.whose, sheet, other);
    const days = toDay(sheet.period.end) - toDay(sheet.period.start) + 1;
    return (row) =>
      named(sheet.subjects[row] as RatedSubject).map((one) => ('ref' in one ? unit(one.ref, days) : unknownUnit(one)));
  }
  const ties = tiesIn(part.whose, sheet, sheet.run.index, (ref) => other.rates(ref));
  return (row) => ties(sheet.subjects[row] as RatedSubject).map(({ as, days }) => unit(as, days));
}

/** Whether the days of each tie are needed. */
export const byDays = ({ take }: Pick<Below | Others, 'take'>): boolean =>
  take === 'mean-by-days' || take === 'longest';

/** Somebody who is named, but of whom there is no result. */
const unknownUnit = ({ name, missing }: { readonly name: string; readonly missing: Missing }): UnitBelow => ({
  id: `named:${name}`,
  title: say(name, name),
  value: lacking([missing]),
  full: null,
  weight: null,
  whoIsNotKnown: true,
});

/** The organisations a subject stands under; a posting or person stands under its own organisation. */
function* organisationsAbove({ ref, organisation }: RatedSubject, { run }: Sheet): Generator<string> {
  const { organisations } = run.index;
  const own = organisations.get(organisation);
  if (own && ref.kind !== 'organisation') yield own.id;
  for (let at = organisations.get(own?.parent ?? ''); at; at = organisations.get(at.parent ?? '')) yield at.id;
}
