import { unknownName } from '../duty/problems.ts';
import { isRecord } from '../pack/schema-shape.ts';
import type { PartKind, Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Whole } from '../schema/count.ts';
import type { Parameter } from '../schema/pack.ts';
import { say } from '../words.ts';
import { alongSchema } from './along-schema.ts';

/** Parameters that stand where a whole number of days, months or times belongs: they must exist and hold such numbers. */
export function countProblems(kind: PartKind, id: string, parts: Parts): Finding[] {
  return [...alongSchema(kind, id, parts)].flatMap(({ value, schemas, at }) => {
    const whole = schemas.find((schema) => schema.whole !== undefined)?.whole;
    return whole && isRecord(value) && 'parameter' in value ? judge(String(value.parameter), whole, at, parts) : [];
  });
}

function judge(id: string, whole: Whole, at: string, parts: Parts): Finding[] {
  const parameter = parts.parameters.get(id);
  if (!parameter) return unknownName('parameter', id, parts.parameters, `${at}/parameter`);
  return [...notWhole(parameter, whole, at), ...otherTime(parameter, at)];
}

function notWhole(
  { id, values }: Parameter,
  { minimum = 0, maximum = Number.POSITIVE_INFINITY }: Whole,
  at: string,
): Finding[] {
  const wrong = Object.values(values).find((value) => {
    const number = Number(value);
    return value !== null && !(Number.isSafeInteger(number) && number >= minimum && number <= maximum);
  });
  if (wrong === undefined) return [];
  const [zh, en] = Number.isFinite(maximum)
    ? [`${minimum} 至 ${maximum}`, `from ${minimum} to ${maximum}`]
    : [`不小于 ${minimum}`, `of at least ${minimum}`];
  return [
    {
      code: 'wrong-parameter',
      at: `${at}/parameter`,
      words: say(
        `参数“${id}”的值“${String(wrong)}”不是${zh} 的整数`,
        `The value “${String(wrong)}” of the parameter “${id}” is not a whole number ${en}`,
      ),
      wayOut: say('改正参数的值，或换一个参数', 'Correct the value, or use another parameter'),
    },
  ];
}

const TIME: Readonly<Record<string, string>> = { days: 'day', weeks: 'week', months: 'month', years: 'year' };

/** `{ months: { parameter: … } }` with a parameter in days. */
function otherTime({ id, unit }: Parameter, at: string): Finding[] {
  const wanted = TIME[at.slice(at.lastIndexOf('/') + 1)];
  if (wanted === undefined || unit === wanted || !Object.values(TIME).includes(unit)) return [];
  return [
    {
      code: 'unit-mismatch',
      at: `${at}/parameter`,
      words: say(
        `参数“${id}”的单位是“${unit}”，此处需要“${wanted}”`,
        `The parameter “${id}” is in “${unit}”; “${wanted}” is needed here`,
      ),
      wayOut: say('改用相同单位的键或参数', 'Use the key of that unit, or another parameter'),
    },
  ];
}
