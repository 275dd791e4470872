import type { Words } from '../value.ts';
import { say } from '../words.ts';

/** How what a function of a spreadsheet does is written here. */
interface Instead {
  readonly inFormula: Words;
  readonly inCondition: Words;
}

const both = (zh: string, en = zh): Instead => ({ inFormula: say(zh, en), inCondition: say(zh, en) });
const apart = (inFormula: Words, inCondition: Words): Instead => ({ inFormula, inCondition });

const CHOICE = both('写作 条件 ? 是时的值 : 否时的值', 'Write condition ? value if so : value if not');
const AND = both('写作 a && b', 'Write a && b');
const OR = both('写作 a || b', 'Write a || b');
const SUM = apart(
  say(
    '几步相加写 a + b，或用 total；记录里的数相加，写 sum: { form: …, of: data.字段 }',
    'Add steps as a + b, or by total; add what entries hold by sum: { form: …, of: data.field }',
  ),
  say('写作 data.a + data.b', 'Write data.a + data.b'),
);
const COUNT = apart(
  say('数记录写 count: { form: …, where: 条件 }', 'Count entries by count: { form: …, where: condition }'),
  say('列表有几项写 size(data.字段)', 'How many a list holds is size(data.field)'),
);
const MEAN = apart(
  say(
    '几步平均写 (a + b) / 2；记录里的数平均，写 mean: { form: …, of: data.字段 }',
    'The mean of steps is (a + b) / 2; of what entries hold it is mean: { form: …, of: data.field }',
  ),
  say('写作 (data.a + data.b) / 2', 'Write (data.a + data.b) / 2'),
);
const SUM_IF = apart(
  say('写 sum: { form: …, of: data.字段, where: 条件 }', 'Write sum: { form: …, of: data.field, where: condition }'),
  say('用 where 选出记录，在 sum 里相加', 'Choose the entries by where and add them in a sum'),
);
const UNKNOWN = apart(
  say(
    '不知道时写 known_or(x, 0)，不适用时写 applies_or(x, 0)',
    'Write known_or(x, 0) where it may not be known, applies_or(x, 0) where it may not apply',
  ),
  say('写作 has(data.字段)', 'Write has(data.field)'),
);
const ROUNDED = (mode: string): Instead =>
  apart(
    say(`写作 round(x, 2, "${mode}")`, `Write round(x, 2, "${mode}")`),
    say('整数写 ceil(x) 或 floor(x)', 'Whole numbers are ceil(x) or floor(x)'),
  );
const TABLE = both('分档写 bands，对照表写 lookup', 'Write rows of numbers as bands, a table as lookup');
const named = (written: string): Instead => both(`写作 ${written}`, `Write ${written}`);

/** Functions of spreadsheets by name. */
const INSTEAD: ReadonlyMap<string, Instead> = new Map([
  ['IF', CHOICE],
  ['IFS', CHOICE],
  ['SWITCH', CHOICE],
  ['AND', AND],
  ['OR', OR],
  ['NOT', named('!a')],
  ['SUM', SUM],
  ['AVERAGE', MEAN],
  ['COUNT', COUNT],
  ['COUNTA', COUNT],
  ['COUNTIF', COUNT],
  ['COUNTIFS', COUNT],
  ['SUMIF', SUM_IF],
  ['SUMIFS', SUM_IF],
  ['SUMPRODUCT', both('加权相加写 weighted', 'A weighted sum is a weighted step')],
  ['MAX', named('max(a, b)')],
  ['MIN', named('min(a, b)')],
  ['ROUND', ROUNDED('half-up')],
  ['ROUNDUP', ROUNDED('up')],
  ['ROUNDDOWN', ROUNDED('down')],
  ['INT', ROUNDED('down')],
  ['ABS', named('max(x, -x)')],
  ['IFERROR', UNKNOWN],
  ['IFNA', UNKNOWN],
  ['ISBLANK', UNKNOWN],
  ['VLOOKUP', TABLE],
  ['LOOKUP', TABLE],
  ['RANK', both('名次写成一步 rank', 'A place is a rank step')],
  ['TODAY', apart(say('写作 as_of', 'Write as_of'), say('写作 period.end 等', 'Write period.end or the like'))],
  ['YEAR', named('year_of(x)')],
  ['MONTH', named('month_of(x)')],
  ['DAY', named('day_of(x)')],
  ['DATEDIF', named('days_between(a, b) / months_between(a, b)')],
  ['NETWORKDAYS', named('working_days_between(a, b)')],
  ['EDATE', named('plus_months(x, 3)')],
  ['LEN', named('size(x)')],
]);

/** How a function of a spreadsheet is written in a formula or condition; null when it is none. */
export function insteadOf(name: string, place: keyof Instead): Words | null {
  return INSTEAD.get(name.toUpperCase())?.[place] ?? null;
}
