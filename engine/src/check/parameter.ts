import { fromDay, toDay } from '../day.ts';
import { escapePointer } from '../pack/schema-shape.ts';
import { dayHint } from '../pack/text-words.ts';
import type { PartKind, Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Parameter } from '../schema/pack.ts';
import { say } from '../words.ts';

/** A parameter without a value: what reads it shows “not set”, never zero. */
export function parameterProblems(kind: PartKind, id: string, parts: Parts): Finding[] {
  const parameter = kind === 'parameter' ? parts.parameters.get(id) : undefined;
  if (!parameter) return [];
  const wrong = wrongValues(parameter.values);
  if (wrong.length > 0) return wrong;
  const days = Object.keys(parameter.values).sort();
  const last = days.at(-1);
  if (last !== undefined && parameter.values[last] !== null) return begunLate(parameter, days[0] ?? last, parts);
  return [
    {
      severity: 'warning',
      code: 'not-set',
      at: last === undefined ? '/values' : `/values/${last}`,
      words: say(`参数“${parameter.title['zh-CN']}”未设定`, `The parameter “${parameter.title.en}” is not set`),
      wayOut: say(
        '取得文件中的数值后填写；在此之前显示“未设定”',
        'Fill it in from the source document; until then it shows “not set”',
      ),
    },
  ];
}

/** A value that comes this long after the pack belongs to a rule of its own. */
const LATER = 730;

/** The first value of a parameter holds only some time after the pack is in force: days before have none. */
function begunLate({ id, title }: Parameter, first: string, parts: Parts): Finding[] {
  const { from } = parts.inForce('parameter', id);
  if (from === undefined || first <= from || toDay(first) - toDay(from) > LATER) return [];
  return [
    {
      severity: 'warning',
      code: 'not-set-before',
      at: `/values/${first}`,
      words: say(
        `包自 ${from} 起生效，参数“${title['zh-CN']}”到 ${first} 才有数：之前显示“未设定”`,
        `The pack is in force from ${from}, the parameter “${title.en}” has its first value from ${first}: before that it shows “not set”`,
      ),
      wayOut: say(
        `把首日改为 ${from}；之前确实没有的，写 "${from}": null`,
        `Begin with ${from}; where there was none before, write "${from}": null`,
      ),
    },
  ];
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && fromDay(toDay(text)) === text;

/** Days that are none, and numbers written with a sign or unit behind them. */
const wrongValues = (values: Readonly<Record<string, unknown>>): Finding[] =>
  Object.entries(values).flatMap(([day, value]): Finding[] => {
    const at = `/values/${escapePointer(day)}`;
    if (!isDay(day)) {
      const words = say(`“${day}”不是起用之日`, `“${day}” is no day from which a value holds`);
      return [{ code: 'wrong-parameter', at: `${at}#key`, words, wayOut: dayHint(day) }];
    }
    const [, digits, sign] =
      typeof value === 'string' ? (/^([\d.]+)\s*([%％]|\p{Script=Han}+)$/u.exec(value) ?? []) : [];
    if (digits === undefined || sign === undefined) return [];
    const number = sign === '%' || sign === '％' ? String(Number((Number(digits) / 100).toPrecision(12))) : digits;
    return [
      {
        code: 'wrong-parameter',
        at,
        words: say(`“${String(value)}”不是数`, `“${String(value)}” is no number`),
        wayOut: say(`写作 ${number}，不带单位和 %`, `Write ${number}, without a unit or %`),
      },
    ];
  });
