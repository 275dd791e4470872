import type { Finding } from '../problem.ts';
import { TIME } from '../schema/time.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { unknownName } from './problems.ts';
import type { CheckContext } from './types.ts';

type Context = Pick<CheckContext, 'parts'>;

/** A parameter used as an amount must exist, hold numbers and, when a unit is given, bear it. */
export function parameterAmount(id: string, unit: string | null, at: string, context: Context): Finding[] {
  const written = unit === null ? /^\d+(\.\d+)?(\/[1-9]\d*)?$/ : /^\d+(\.\d+)?$/;
  const kind =
    unit === null
      ? say('不小于 0 的数字或份额（如 1/3）', 'a number of at least 0 or a share (such as 1/3)')
      : say('不小于 0 的数字', 'a number of at least 0');
  return [...parameterWritten(id, written, kind, at, context), ...otherUnit(id, unit, at, context)];
}

/** A parameter used as a deadline must exist and hold days. */
export const parameterDay = (id: string, ofEveryYear: boolean, at: string, context: Context): Finding[] =>
  ofEveryYear
    ? parameterWritten(id, /^\d{2}-\d{2}$/, say('月-日（06-10）', 'a day of the year (06-10)'), at, context)
    : parameterWritten(id, /^\d{4}-\d{2}-\d{2}$/, say('日期（2026-06-10）', 'a day (2026-06-10)'), at, context);

/** A parameter used as a time of day must exist and hold times. */
export const parameterTime = (id: string, at: string, context: Context): Finding[] =>
  parameterWritten(id, new RegExp(TIME), say('钟点（17:30）', 'a time of day (17:30)'), at, context);

function parameterWritten(id: string, pattern: RegExp, kind: Words, at: string, { parts }: Context): Finding[] {
  const parameter = parts.parameters.get(id);
  if (!parameter) return unknownName('parameter', id, parts.parameters, `${at}/parameter`);
  const wrong = Object.values(parameter.values).find((value) => value !== null && !pattern.test(String(value)));
  if (wrong === undefined) return [];
  return [
    {
      code: 'wrong-parameter',
      at: `${at}/parameter`,
      words: say(
        `参数“${id}”的值“${String(wrong)}”不是${kind['zh-CN']}`,
        `The value “${String(wrong)}” of the parameter “${id}” is not ${kind.en}`,
      ),
      wayOut: say('改正参数的值，或换一个参数', 'Correct the value, or use another parameter'),
    },
  ];
}

function otherUnit(id: string, unit: string | null, at: string, { parts }: Context): Finding[] {
  const parameter = parts.parameters.get(id);
  if (!parameter || unit === null || parameter.unit === unit) return [];
  return [
    {
      code: 'unit-mismatch',
      at: `${at}/parameter`,
      words: say(
        `参数“${id}”的单位是“${parameter.unit}”，此处需要“${unit}”`,
        `The parameter “${id}” is in “${parameter.unit}”; “${unit}” is needed here`,
      ),
      wayOut: say(
        `把义务的单位改为“${parameter.unit}”，或换一个参数`,
        `Use unit “${parameter.unit}”, or another parameter`,
      ),
    },
  ];
}
