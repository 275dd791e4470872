import type { Fact } from '../facts.ts';
import { lengthOn, shifted } from '../measure/length.ts';
import { compileSet } from '../measure/set.ts';
import type { At } from '../measure/types.ts';
import { dayBefore, FIRST_DAY } from '../measure/window.ts';
import type { Parts } from '../parts.ts';
import type { Direct } from '../schema/rating/direct.ts';
import type { Scale } from '../schema/rating.ts';
import type { Missing } from '../value.ts';
import { say } from '../words.ts';

type Case = Direct['cases'][number];

/** A case that holds for a subject, and the entry behind it. */
export interface Held {
  readonly fact: Fact;
  /** Its last day; null when it has none. */
  readonly until: string | null;
}

export interface CompiledCase {
  readonly written: Case;
  /** Position of the grade. */
  readonly grade: number;
  /** The entry that holds in the period, the newest first; what is missing to know. */
  readonly held: (at: At) => { readonly found: Held | null; readonly doubt: readonly Missing[] };
}

export function compileCase(written: Case, scale: Scale, holds: Direct['holds'], parts: Parts): CompiledCase {
  const set = compileSet(
    { form: written.form, ...(written.where === undefined ? {} : { where: written.where }) },
    parts,
  );
  const grade = scale.grades.findIndex(({ id }) => id === written.grade);
  return {
    written,
    grade,
    held: (at) => {
      const { elements, doubt } = set.gather(at, { ...at.period, start: FIRST_DAY });
      const facts = elements.flatMap(({ fact }) => (fact && (grade === 0 || isConfirmed(fact, at)) ? [fact] : []));
      const missing = [...doubt];
      const found = facts.flatMap((fact): Held[] => {
        const until = lastDay(fact, written.lasts, at, parts);
        if (typeof until === 'object' && until !== null) {
          missing.push(...until.missing);
          return [];
        }
        return covers(fact.date, until, holds, at) ? [{ fact, until }] : [];
      });
      return { found: found.sort(newestFirst)[0] ?? null, doubt: missing };
    },
  };
}

/** What lowers needs a second person. */
const isConfirmed = ({ confirmation }: Fact, { asOf }: At): boolean =>
  confirmation?.outcome === 'confirmed' && confirmation.on <= asOf;

/** The last day on which an entry holds; null for ever, and what is missing when that is not known. */
function lastDay(
  fact: Fact,
  lasts: Case['lasts'],
  { period }: At,
  parts: Parts,
): string | null | { readonly missing: readonly Missing[] } {
  const { date, data } = fact;
  if (lasts === 'for-good') return null;
  if (lasts === 'period') return date >= period.start ? period.end : '0001-01-01';
  if ('until' in lasts) {
    const until = data[lasts.until];
    return typeof until === 'string' ? until : { missing: [noEnd(fact)] };
  }
  const length = lengthOn(lasts, parts, period.end);
  return 'missing' in length ? length : dayBefore(shifted(date, length, 1));
}

function covers(from: string, until: string | null, holds: Direct['holds'], { period: { start, end } }: At): boolean {
  const last = until ?? end;
  return holds === 'last-day' ? from <= end && last >= end : from <= end && last >= start;
}

const newestFirst = (a: Held, b: Held): number => {
  const key = ({ fact }: Held): string => `${fact.date} ${fact.recordedAt} ${fact.id}`;
  return key(a) > key(b) ? -1 : 1;
};

const noEnd = ({ date, form }: Fact): Missing => ({
  what: `form:${form}`,
  words: say(`${date} 的记录没有写明期限`, `The entry of ${date} does not say when it ends`),
});
