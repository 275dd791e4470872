import type { PartKind, Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import { say } from '../words.ts';

/** A parameter without a value: what reads it shows “not set”, never zero. */
export function parameterProblems(kind: PartKind, id: string, parts: Parts): Finding[] {
  const parameter = kind === 'parameter' ? parts.parameters.get(id) : undefined;
  if (!parameter) return [];
  const days = Object.keys(parameter.values).sort();
  const last = days.at(-1);
  if (last !== undefined && parameter.values[last] !== null) return [];
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
