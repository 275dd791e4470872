import { Decimal } from '../decimal.ts';
import { quickly } from '../measure/operands.ts';
import type { At } from '../measure/types.ts';
import { toDecimal } from '../measure/values.ts';
import type { ChangeConstruct } from '../rating/item/types.ts';
import type { Change } from '../schema/rating/item.ts';
import { known, type Value } from '../value.ts';
import { say } from '../words.ts';

type Part = Extract<Change, { when: unknown }>;

/** `{ title, points: 2, when: "!has_ledger", unless: [other] }`: points once, when a condition holds. */
export const itemWhen: ChangeConstruct<Part> = {
  key: 'when',
  check: (part, at, checker) =>
    ![checker.number(part.points, `${at}/points`), checker.judgement(part.when, `${at}/when`)].includes(null),
  compile: (part, { compile }) => {
    const [points, when] = [compile(part.points), compile(part.when)];
    const size = (at: At): Value => {
      const holds = when.evaluate(at);
      if (holds.state !== 'known') return holds;
      return holds.value === true ? points.evaluate(at) : NOTHING;
    };
    return {
      title: part.title,
      size,
      micros: quickly([when, points], ([holds, marks]) =>
        Number.isNaN(holds) ? Number.NaN : holds === 0 ? 0 : (marks as number),
      ),
      explain: (at) => {
        const holds = when.evaluate(at);
        return {
          words:
            holds.state !== 'known'
              ? say('条件未知', 'not known whether it holds')
              : holds.value === true
                ? say('条件成立', 'it holds')
                : say('条件不成立', 'it does not hold'),
          children: [when.explain(at)],
        };
      },
      neighbours: (at) => {
        const [holds, marks] = [when.evaluate(at), points.evaluate(at)];
        if (holds.state !== 'known' || marks.state !== 'known') return [];
        return holds.value === true
          ? [{ words: say('没有此项', 'without it'), size: new Decimal(0) }]
          : [{ words: say('出现此项', 'with it'), size: toDecimal(marks) }];
      },
    };
  },
};

const NOTHING = known(new Decimal(0));
