import { longestOf } from '../cadence.ts';
import { ConditionError, compileNumber } from '../condition.ts';
import { isFixed } from '../constructs/amount-fixed.ts';
import { dutyVariables } from '../duty/entry-place.ts';
import type { PartKind, Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Form } from '../schema/form.ts';
import type { Counts, Obligation } from '../schema/obligation.ts';
import { say } from '../words.ts';

/** Duties whose amount is above the most that could ever be counted, and worths in another unit. */
export function reachableProblems(kind: PartKind, id: string, parts: Parts): Finding[] {
  const obligation = kind === 'obligation' ? parts.obligations.get(id) : undefined;
  if (!obligation) return [];
  return [
    ...tooMuch(obligation, parts),
    ...obligation.counts.flatMap((part, i) => wrongUnit(part, i, obligation, parts)),
  ];
}

function tooMuch({ amount, counts, when }: Obligation, parts: Parts): Finding[] {
  if (!('at_least' in amount) || !isFixed(amount.at_least) || typeof amount.at_least === 'object') return [];
  const most = counts.reduce((sum, part) => sum + mostOf(part, parts.forms.get(part.form), when), 0);
  if (most >= Number(amount.at_least)) return [];
  return [
    {
      code: 'never-met',
      at: '/amount/at_least',
      words: say(
        `最多只能计入 ${most}，却要求 ${amount.at_least}：永远无法完成`,
        `At most ${most} can count, but ${amount.at_least} is asked: it can never be met`,
      ),
      wayOut: say('降低数量，或放宽 counts 中的上限', 'Lower the amount, or raise the cap in counts'),
    },
  ];
}

/** The most one counted form can add in a period; infinite when nothing bounds it. */
function mostOf({ latest, worth, per, form: id }: Counts, form: Form | undefined, when: Obligation['when']): number {
  if (latest && worth === undefined) return 1;
  if (!per || !form || form.id !== id) return Number.POSITIVE_INFINITY;
  const cap = Number(per.at_most ?? 1);
  const field = form.fields.find((one) => one.id === per.distinct);
  if (field?.type === 'boolean') return 2 * cap;
  if (field?.type === 'choice') return field.options.length * cap;
  if (field?.id !== form.date) return Number.POSITIVE_INFINITY;
  const days = 'every' in when ? longestOf(when.every) : undefined;
  return days === undefined ? Number.POSITIVE_INFINITY : days * cap;
}

function wrongUnit({ worth, form: id }: Counts, i: number, { amount }: Obligation, parts: Parts): Finding[] {
  const form = parts.forms.get(id);
  if (worth === undefined || !form) return [];
  const unit = unitOf(worth, form, parts);
  if (unit === undefined || unit === amount.unit) return [];
  return [
    {
      code: 'unit-mismatch',
      at: `/counts/${i}/worth`,
      words: say(
        `计入的单位是“${unit}”，义务的单位是“${amount.unit}”`,
        `This counts in “${unit}”, the duty in “${amount.unit}”`,
      ),
      wayOut: say('换算成同一单位，例如除以每天小时数', 'Bring both to one unit, e.g. divide by the hours of a day'),
    },
  ];
}

function unitOf(worth: string, form: Form, parts: Parts): string | undefined {
  try {
    return compileNumber(worth, dutyVariables(form, parts)).unit;
  } catch (error) {
    if (error instanceof ConditionError) return undefined;
    throw error;
  }
}
