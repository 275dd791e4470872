import type { Variables } from '../condition.ts';
import { unknownName } from '../duty/problems.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Expression } from '../schema/expression.ts';
import type { Measure } from '../schema/pack.ts';
import { say } from '../words.ts';
import { countedTwice } from './counted-twice.ts';
import { judgeExpression } from './expression.ts';
import { nameOfUnit } from './operands.ts';
import { namedMeasures } from './references.ts';
import { checkRollup } from './rollup.ts';
import { type FigureType, SHARE } from './types.ts';
import { mayBeDeclared } from './unit.ts';

/** Everything wrong with a measure: names, types, units, roll-up, and measures that need themselves. */
export function checkMeasure(measure: Measure, parts: Parts): Finding[] {
  const findings: Finding[] = [
    ...measure.at.flatMap((kind, i) => unknownName('organisation-kind', kind, parts.organisationKinds, `/at/${i}`)),
    ...(measure.unit === SHARE ? [] : unknownName('unit', measure.unit, parts.units, '/unit')),
    ...circular(measure, parts),
    ...countedTwice(measure, parts),
  ];
  const { type, findings: inside } = judgeExpression(measure.value, '/value', parts, measure);
  findings.push(...inside, ...(type ? declaredUnit(measure, type, parts) : []));
  const add = (finding: Finding): void => void findings.push(finding);
  checkRollup(
    measure,
    { parts, measure, names: null, add, step: () => null, other: () => null, check: () => null },
    type,
  );
  return findings;
}

/** What is wrong with the base of a duty. */
export function checkExpression(expression: Expression, parts: Parts, at: string, names: Variables | null): Finding[] {
  const { type, findings } = judgeExpression(expression, at, parts, null, null, names);
  if (!type || type.kind === 'number') return [...findings];
  return [
    ...findings,
    {
      code: 'wrong-kind',
      at,
      words: say('基数须是数字', 'The base must be a number'),
      wayOut: say('用 count、sum 等得出数字', 'Use count, sum or another number'),
    },
  ];
}

function declaredUnit({ unit }: Measure, type: FigureType, parts: Parts): Finding[] {
  if (mayBeDeclared(type, unit)) return [];
  const [got, declared] = [nameOfUnit(type.unit ?? '', parts), nameOfUnit(unit, parts)];
  return [
    {
      code: 'unit-mismatch',
      at: '/unit',
      words: say(
        `表达式得出${got['zh-CN']}，指标却声明为${declared['zh-CN']}`,
        `The expression gives ${got.en}, but the measure is declared in ${declared.en}`,
      ),
      wayOut:
        type.unit === SHARE
          ? say(
              '写 unit: share（显示为百分比），或以 multiply 乘 { number: 100, unit: percent }',
              'Write unit: share (shown in per cent), or multiply by { number: 100, unit: percent }',
            )
          : say(
              `写 unit: ${type.unit === '#' ? '所计对象的单位' : type.unit}，或先换算`,
              'Declare that unit, or convert first',
            ),
    },
  ];
}

function circular(measure: Measure, parts: Parts): Finding[] {
  const path = pathTo(measure.id, measure, parts, new Set());
  if (!path) return [];
  const circle = [measure.id, ...path].join(' → ');
  return [
    {
      code: 'circular',
      at: '/value',
      words: say(`指标需要自身：${circle}`, `The measure needs itself: ${circle}`),
      wayOut: say('去掉其中一个引用', 'Remove one of these references'),
    },
  ];
}

/** The chain of references from a measure to `goal`; null when there is none. */
function pathTo(goal: string, { value, rollup }: Measure, parts: Parts, seen: Set<string>): string[] | null {
  for (const id of [...namedMeasures(value), ...namedMeasures(rollup)]) {
    if (id === goal) return [id];
    const next = parts.measures.get(id);
    if (!next || seen.has(id)) continue;
    seen.add(id);
    const rest = pathTo(goal, next, parts, seen);
    if (rest) return [id, ...rest];
  }
  return null;
}
