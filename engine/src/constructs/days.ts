import { toDay } from '../day.ts';
import { dayKindWords } from '../duty/amount-words.ts';
import type { At, ExpressionConstruct, FigureType, PartOf } from '../measure/types.ts';
import { figure, step } from '../measure/values.ts';
import { notApplicable, type Value } from '../value.ts';
import { say } from '../words.ts';

const TYPE: FigureType = { kind: 'number', unit: 'day' };
const ENDLESS = notApplicable(say('累计指标没有起始日', 'A measure to date has no first day'));

/** `{ days: { of: working-days } }`: days of the period, by the official calendars when working days are meant. */
export const days: ExpressionConstruct<PartOf<'days'>> = {
  key: 'days',
  check: ({ days: _ }, at, { measure, add }) => {
    if (measure?.period !== 'to-date') return TYPE;
    add({
      code: 'no-period',
      at: `${at}/days`,
      words: ENDLESS.state === 'not-applicable' ? ENDLESS.why : say('', ''),
      wayOut: say(
        '把 period 改为周、月、季、半年或年',
        'Give the measure a week, month, quarter, half-year or year as period',
      ),
    });
    return null;
  },
  compile: ({ days: { of } }, { parts, calendar }) => {
    const evaluate = ({ period }: At): Value => {
      if (period.key === 'to-date') return ENDLESS;
      return figure(calendar.countDays(of, toDay(period.start), toDay(period.end)), TYPE);
    };
    return {
      evaluate,
      explain: (at) => {
        const missing = of === 'working-days' ? calendar.missing(toDay(at.period.start), toDay(at.period.end)) : [];
        const note = missing.map(({ words }) => words);
        const kind = dayKindWords(of);
        return step(parts, TYPE, {
          construct: 'days',
          words: say(
            [`期间的${kind['zh-CN']}`, ...note.map((words) => words['zh-CN'])].join('；'),
            [`${kind.en} of the period`, ...note.map((words) => words.en)].join('; '),
          ),
          result: evaluate(at),
          period: at.period,
        });
      },
    };
  },
};
