import { Decimal } from '../decimal.ts';
import type { Obligation } from '../schema/obligation.ts';

/** The keys in which a duty is looser than the one it replaces, or in which nobody can tell; none when it is no looser. */
export function looserIn(local: Obligation, base: Obligation): readonly string[] {
  const tests: Readonly<Record<string, boolean>> = {
    when: noRarer(local, base),
    amount: noLess(local.amount, base.amount),
    counts: local.counts.every((own) => base.counts.some((one) => noWider(own, one))),
    excuses: (local.excuses ?? []).every((own) => (base.excuses ?? []).some((one) => same(own, one))),
    part_period:
      same(local.part_period, base.part_period) ||
      local.part_period.owes === 'full' ||
      base.part_period.owes === 'nothing',
    deadline: noLonger(local.deadline, base.deadline, 'grace') && noLater(local.deadline?.at, base.deadline?.at),
    late: local.late === 'never' || (base.late !== 'never' && noLonger(local.late, base.late, 'within')),
  };
  return Object.keys(tests).filter((key) => tests[key] === false);
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const OF_MONTHS: readonly unknown[] = ['month', 'quarter', 'half-year', 'year'];
const PARTS_OF_MONTHS: readonly unknown[] = ['ten-days', 'half-month'];

/** Whether a period lies wholly in one of another rhythm: a month in a quarter, ten days in a month but in no half of it, a week in no month. */
function liesIn(own: unknown, base: unknown): boolean {
  const longest = OF_MONTHS.indexOf(base);
  if (own === base || (own === 'day' && typeof base === 'string')) return true;
  return longest >= 0 && [...PARTS_OF_MONTHS, ...OF_MONTHS.slice(0, longest + 1)].includes(own);
}

/** As often as before, or oftener. */
function noRarer({ when }: Obligation, { when: base }: Obligation): boolean {
  if (same(when, base)) return true;
  if (!('every' in base) || Object.keys(base).length > 1) return false;
  if ('days_of_month' in when && Object.keys(when).length === 1) return OF_MONTHS.includes(base.every);
  return 'every' in when && Object.keys(when).length === 1 && liesIn(when.every, base.every);
}

function noLess(own: Obligation['amount'], base: Obligation['amount']): boolean {
  if (same(own, base)) return true;
  if (!('at_least' in own) || !('at_least' in base) || own.unit !== base.unit) return false;
  const [a, b] = [numberIn(own.at_least), numberIn(base.at_least)];
  return a !== null && b !== null && a.gte(b);
}

const numberIn = (value: unknown): Decimal | null =>
  /^\d+(\.\d+)?$/.test(String(value)) ? new Decimal(String(value)) : null;

/** Entries of the same form, all of which counted before, with their time where it was asked: the condition is the same, or has more after `&&`. */
function noWider(own: Obligation['counts'][number], base: Obligation['counts'][number]): boolean {
  const { where = '', confirmed, at, ...rest } = own;
  const { where: wider = '', confirmed: before, at: asked, ...others } = base;
  const within = where === wider || wider === '' || where.startsWith(`${bracketed(wider)} && `);
  return (
    within && same(rest, others) && (asked === undefined || at === asked) && (confirmed === true || before !== true)
  );
}

const bracketed = (condition: string): string => (condition.includes('||') ? `(${condition})` : condition);

/** A time of day that is the same or earlier; the end of the day where none is named. Nobody can tell of a parameter beside another time. */
function noLater(own: Time = '24:00', base: Time = '24:00'): boolean {
  if (same(own, base) || base === '24:00') return true;
  return typeof own === 'string' && typeof base === 'string' && own <= base;
}

type Time = NonNullable<Obligation['deadline']>['at'];

function noLonger<Key extends string>(
  own: ({ readonly days?: unknown } & Partial<Record<Key, unknown>>) | undefined,
  base: ({ readonly days?: unknown } & Partial<Record<Key, unknown>>) | undefined,
  key: Key,
): boolean {
  if (own === undefined || same(own, base)) return true;
  const [a, b] = [numberIn(own[key] ?? 0), numberIn(base?.[key] ?? 0)];
  return a !== null && b !== null && a.lte(b) && (a.isZero() || own.days === base?.days);
}
