import { isRecord } from '../pack/schema-shape.ts';
import type { Parts } from '../parts.ts';

/** Whether ratings join entries of two forms by these fields: what says that both are about one thing has to be asked in both. */
export function areTied(a: { form: string; field: string }, b: { form: string; field: string }, parts: Parts): boolean {
  const [one, other] = [nameOf(a), nameOf(b)];
  return [...parts.ratings.values()]
    .flatMap(tiesIn)
    .some(([own, beside]) => (own === one && beside === other) || (own === other && beside === one));
}

type Tie = readonly [own: string, other: string];

const nameOf = ({ form, field }: { form: string; field: string }): string => `${form}:data.${field}`;

function tiesIn(part: unknown): Tie[] {
  if (Array.isArray(part)) return part.flatMap(tiesIn);
  if (!isRecord(part)) return [];
  const { entries } = part;
  const form = isRecord(entries) ? String(entries.form) : null;
  const here = form === null ? [] : [part.reads, part.beside].flatMap((others) => tiesOf(form, others));
  return [...here, ...tiesOfSets(part), ...Object.values(part).flatMap(tiesIn)];
}

/** The fields by which sets that are joined know the same thing, each with each. */
function tiesOfSets(part: Readonly<Record<string, unknown>>): Tie[] {
  const joined = [part.also_in, part.not_in, part.any_of].flatMap((others) => (Array.isArray(others) ? others : []));
  if (joined.length === 0) return [];
  const fields = [part, ...joined]
    .filter(isRecord)
    .map(({ form, same = part.same }) => ({ form, same: valuesOf(same) }));
  return fields.flatMap((one, i) =>
    fields
      .slice(i + 1)
      .flatMap((other) =>
        one.same.map((own, n): Tie => [`${String(one.form)}:${own}`, `${String(other.form)}:${other.same[n]}`]),
      ),
  );
}

function tiesOf(form: string, others: unknown): Tie[] {
  if (!Array.isArray(others)) return [];
  return others.filter(isRecord).flatMap(({ form: other, same }): Tie[] => {
    if (!isRecord(same)) return [];
    const [mine, theirs] = [valuesOf(same.own), valuesOf(same.other)];
    return mine.map((own, i): Tie => [`${form}:${own}`, `${String(other)}:${theirs[i]}`]);
  });
}

const valuesOf = (written: unknown): string[] => [written].flat().map((one) => String(one).trim());
