import type { FieldValue } from '../facts.ts';
import type { Field } from '../schema/form.ts';
import { counted } from '../words.ts';
import { idsNamed, isShares } from './ids-named.ts';
import { type FieldProblem, says } from './problem.ts';

type Subjects = Extract<Field, { type: 'subjects' }>;

/** As many as one entry may name. */
const MOST = 100;

/** What keeps a field from naming several subjects: not a list, one twice, too many, or numbers that do not fit. */
export function subjectsProblem(field: Subjects, value: FieldValue): FieldProblem | undefined {
  if (typeof value !== 'object' || value === null || isShares(value) !== (field.share !== undefined))
    return field.share
      ? says(field, 'type', '请从名册中选，并为每一个填数', 'choose from the register and give a number for each')
      : says(field, 'type', '请从名册中选', 'choose from the register');
  const ids = idsNamed(value);
  if (new Set(ids).size < ids.length) return says(field, 'option', '有重复的对象', 'names one of them twice');
  if (ids.length > MOST)
    return says(field, 'max', `最多选 ${MOST} 个，请分成几条记录`, `at most ${MOST}; record the rest in another entry`);
  return isShares(value) ? numbersProblem(field, Object.values(value)) : undefined;
}

function numbersProblem(field: Subjects, numbers: readonly unknown[]): FieldProblem | undefined {
  const { decimals = 0, total } = field.share ?? {};
  const units = numbers.map((one) => (typeof one === 'number' && one >= 0 ? one * 10 ** decimals : Number.NaN));
  if (units.some((one) => !(Math.abs(one - Math.round(one)) < 1e-6)))
    return says(
      field,
      'share',
      `每一个都要填不小于 0 的数，最多 ${decimals} 位小数`,
      `give each a number not below 0 with at most ${counted(decimals, 'decimal')}`,
    );
  const sum = units.reduce((a, b) => a + Math.round(b), 0);
  if (total === undefined || sum === Math.round(total * 10 ** decimals)) return undefined;
  const shown = sum / 10 ** decimals;
  return says(
    field,
    'total',
    `各数之和应为 ${total}，现为 ${shown}`,
    `the numbers must add up to ${total}, not ${shown}`,
  );
}
