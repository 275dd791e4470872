import { Decimal } from '../decimal.ts';
import { unknownName } from '../duty/problems.ts';
import { microsOf } from '../measure/micros.ts';
import { meanOf, type Stretch, stretchesOf } from '../measure/spread.ts';
import type { At, Checker, ExpressionConstruct, FigureType, PartOf } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { figure, step, unresolved } from '../measure/values.ts';
import type { Parts } from '../parts.ts';
import type { Parameter } from '../schema/pack.ts';
import type { Period } from '../standing.ts';
import { known, notApplicable, type Value } from '../value.ts';
import { say } from '../words.ts';

type Part = PartOf<'parameter'>;

/**
 * `{ parameter: road.target }`: the value that holds on the period's last day; “not set” is not known, never zero. With
 * `over: calendar-days` a value that changes inside the period counts by the days on which it held.
 */
export const parameter: ExpressionConstruct<Part> = {
  key: 'parameter',
  check: ({ parameter: id, over: by }, at, { parts, measure, add }) => {
    for (const finding of unknownName('parameter', id, parts.parameters, `${at}/parameter`)) add(finding);
    const named = parts.parameters.get(id);
    const type = named ? typeOf(named) : null;
    if (by === undefined || !type) return type;
    return type.kind === 'number' && measure?.period !== 'to-date' ? type : cannotSpread(at, add);
  },
  compile: ({ parameter: id, over: by }, { parts, calendar }) => {
    const named = parts.parameters.get(id);
    const type = named ? typeOf(named) : numberIn(undefined);
    const stretches = (period: Period): Stretch[] =>
      by === undefined ? [] : stretchesOf(id, by, period, parts, calendar);
    const valueIn = (period: Period): Value =>
      by === undefined ? held(parts, id, period.end, type) : spread(stretches(period), type);
    const evaluate = ({ period }: At): Value => valueIn(period);
    return {
      evaluate,
      micros: ({ period }) => microsOf(valueIn(period)),
      explain: (at) =>
        step(parts, type, {
          construct: 'parameter',
          words: wordsOf(id, by, named, at.period),
          result: evaluate(at),
          rule: parts.ruleOf('parameter', id),
          children: stretches(at.period).map(({ from, to, value, size }) =>
            step(parts, type, {
              construct: 'part',
              words: say(`${from} 至 ${to}（${size}）`, `${from} to ${to} (${size})`),
              result: value,
            }),
          ),
        }),
    };
  },
};

function wordsOf(id: string, by: Part['over'], named: Parameter | undefined, { end }: Period) {
  const [zh, en] = [named?.title['zh-CN'] ?? id, named?.title.en ?? id];
  if (by === undefined) return say(`参数“${zh}”，${end} 的值`, `The parameter “${en}” as of ${end}`);
  const [unitZh, unitEn] = {
    'calendar-days': ['日历日', 'calendar days'],
    'working-days': ['工作日', 'working days'],
    months: ['月', 'months'],
  }[by];
  return say(`参数“${zh}”，各值按其有效的${unitZh}计`, `The parameter “${en}”, each value by its ${unitEn}`);
}

function spread(stretches: readonly Stretch[], type: FigureType): Value {
  const counted = stretches.filter(({ size }) => size > 0);
  const open = unresolved(counted.map(({ value }) => value));
  if (open) return open;
  const mean = meanOf(counted);
  return mean === null ? notApplicable(say('期间内没有这样的日子', 'The period has no such days')) : figure(mean, type);
}

function cannotSpread(at: string, add: Checker['add']): null {
  add({
    code: 'cannot-spread',
    at: `${at}/over`,
    words: say('只有期间内的数字才能按天数计', 'Only a number can count by days, and only in a period'),
    wayOut: say('删去 over', 'Remove over'),
  });
  return null;
}

function held(parts: Parts, id: string, on: string, type: FigureType): Value {
  const value = parts.parameter(id, on);
  if (value.state !== 'known' || type.kind !== 'text' || !(value.value instanceof Decimal)) return value;
  return known(value.value.toFixed());
}

/** A parameter is a number when each of its values is one. */
function typeOf({ values, unit }: Parameter): FigureType {
  const numbers = Object.values(values).every((value) => value === null || /^-?\d+(\.\d+)?$/.test(String(value)));
  return numbers ? { kind: 'number', unit } : { kind: 'text' };
}
