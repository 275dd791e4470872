import type { Call } from '../condition/call.ts';
import { callWords } from '../condition/calls.ts';
import { DATE_CALLS } from '../condition/date-calls.ts';
import { isTime } from '../condition/time.ts';
import { TIME_CALLS } from '../condition/time-calls.ts';
import { unknownName } from '../duty/problems.ts';
import { checkKind } from '../measure/operands.ts';
import { placeEnv } from '../measure/place.ts';
import type { At, ExpressionConstruct, FigureType, PartOf } from '../measure/types.ts';
import { figure, lacking, step, toDecimal, unresolved } from '../measure/values.ts';
import { isRecord } from '../pack/schema-shape.ts';
import type { Finding } from '../problem.ts';
import { known, type Language, type Value } from '../value.ts';
import { formatValue } from '../value-json.ts';
import { say } from '../words.ts';

type Part = PartOf<'call'>['call'];
const CALLS = new Map([...DATE_CALLS, ...TIME_CALLS]);

/** `{ call: { name: days_between, of: [a, b] } }`, in a formula `days_between(a, b)`: the functions of conditions over days and times of day. */
export const call: ExpressionConstruct<PartOf<'call'>> = {
  key: 'call',
  check: ({ call: part }, at, checker) => {
    for (const finding of unknownName('function', part.name, CALLS, `${at}/call/name`)) checker.add(finding);
    const named = CALLS.get(part.name);
    if (!named) return null;
    if (part.of.length !== named.takes.length) {
      checker.add({
        code: 'misused',
        at: `${at}/call/of`,
        words: say(`“${part.name}”的写法不对`, `“${part.name}” is not written as it must be`),
        wayOut: say(`写作 ${named.written}`, `Write ${named.written}`),
      });
      return null;
    }
    part.of.forEach((one, i) => {
      if (named.takes[i] === 'time' && isRecord(one) && 'text' in one && !isTime(one.text))
        checker.add(notATime(one.text, `${at}/call/of/${i}`));
    });
    const kinds = named.takes.map((takes) => (takes === 'number' ? 'number' : 'text'));
    const types = kinds.map((kind, i) => checkKind(part.of[i] ?? 0, `${at}/call/of/${i}`, checker, kind));
    return types.includes(null) ? null : typeOf(part);
  },
  compile: ({ call: part }, { parts, compile }) => {
    const named = CALLS.get(part.name);
    const of = part.of.map(compile);
    const type = typeOf(part);
    const evaluate = (at: At): Value => {
      const values = of.map((one) => one.evaluate(at));
      const open = unresolved(values);
      if (open) return open;
      const args = values.map((value, i) =>
        named?.takes[i] === 'number' ? toDecimal(value).toNumber() : textOf(value),
      );
      const made = named?.apply(args, placeEnv(at, parts));
      if (typeof made === 'number') return figure(made, type);
      if (typeof made === 'boolean') return known(made);
      return typeof made === 'string' ? known(made) : lacking([notDays(values, named?.takes ?? [])]);
    };
    return {
      evaluate,
      explain: (at) => {
        const words = callWords(part.name, of.length) ?? say(part.name, part.name);
        const values = of.map((one) => one.evaluate(at));
        const fill = (language: Language): string => {
          const shown = values.map((value) => formatValue(value, undefined, language));
          return words[language].replace(/\$(\d+)/g, (_, i) => shown[Number(i) - 1] ?? '');
        };
        return step(parts, type, {
          construct: 'call',
          words: say(fill('zh-CN'), fill('en')),
          result: evaluate(at),
          children: of.map((one) => one.explain(at)),
        });
      },
    };
  },
};

const KINDS = { number: 'number', boolean: 'boolean' } as const;
const typeOf = ({ name }: Part): FigureType => {
  const gives = CALLS.get(name)?.gives.type;
  return { kind: gives === 'number' || gives === 'boolean' ? KINDS[gives] : 'text' };
};
const textOf = (value: Value): string => (value.state === 'known' ? String(value.value) : '');

function notDays(values: readonly Value[], takes: Call['takes']) {
  const shown = values.map(textOf);
  const [zh, en] = takes.includes('time') ? ['不是钟点', 'are not times of day'] : ['不是日期', 'are not days'];
  return { what: 'day', words: say(`“${shown.join('、')}”${zh}`, `“${shown.join(', ')}” ${en}`) };
}

/** A time written another way, such as 8:30. */
const notATime = (text: string, at: string): Finding => ({
  code: 'not-a-time',
  at,
  words: say(`“${text}”不是钟点`, `“${text}” is not a time of day`),
  wayOut: say('写成两位的时和分，如 "08:30"', 'Write hours and minutes with two digits each, such as "08:30"'),
});
