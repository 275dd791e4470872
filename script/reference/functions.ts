import { DATE_CALLS } from '../../engine/src/condition/date-calls.ts';
import { NUMBER_CALLS } from '../../engine/src/condition/number-calls.ts';
import { TIME_CALLS } from '../../engine/src/condition/time-calls.ts';
import { formulaCalls } from '../../engine/src/formula/calls.ts';
import type { Language, Words } from '../../engine/src/value.ts';
import { say } from '../../engine/src/words.ts';

/** What the functions of formulas are for. */
const FOR: Readonly<Record<string, Words>> = {
  param: say(
    '参数的值；期内改变的可按天、按月加权',
    'a parameter; one that changes inside the period by days or months',
  ),
  attr: say('对象登记的属性', 'what is recorded of the subject'),
  measure: say('指标的值，本期、上一期或上年同期', 'a measure of this period, the one before, or a year before'),
  min: say('其中最小的；用作“最多不超过”', 'the least of these; “at most”'),
  max: say('其中最大的；用作“最少不低于”', 'the greatest of these; “at least”'),
  best: say('其中最大的几个之和；“取最高三项”', 'the greatest few of these, added up; “the best three”'),
  worst: say('其中最小的几个之和；“最低两项”', 'the least few of these, added up; “the weakest two”'),
  root: say('开方；“两年平均增速”', 'a root; “the mean growth over two years”'),
  known: say('是否已知', 'whether it is known'),
  known_or: say('未知时按另一个值', 'the other value while it is not known'),
  applies: say('是否适用', 'whether it applies'),
  applies_or: say('不适用时按另一个值', 'the other value where it does not apply'),
  full: say('一步的满分', 'the full marks of a step'),
  holding: say('几个条件成立', 'how many of the conditions hold'),
  holds: say('是否任某职，或某职务是否有人', 'whether somebody is in office'),
  published: say('已公布的评定结果（职责的数量）', 'a published result (in the amount of a duty)'),
  served: say('存在或任职多久', 'how long somebody was there or in office'),
  yuan: say(
    '带单位的数，单位写 id（连字符写作下划线）：`yuan(50) * (100 - score)` 是每低 1 分 50 元',
    'a number with its unit, by the id of the unit (hyphens as underscores): `yuan(50) * (100 - score)` is 50 yuan for each point below',
  ),
  round: say('保留几位小数、怎么取', 'rounds to so many decimals'),
};

/** Calls of formulas that conditions have too. */
const IN_BOTH: ReadonlySet<string> = new Set(['param', 'min', 'max']);

const TITLE = say('公式与条件的写法', 'Formulas and conditions');
const HEADS = {
  signs: say('符号', 'Signs'),
  formulas: say('只在公式里（步骤之间）', 'In formulas only (over steps)'),
  both: say('公式与条件都可用', 'In formulas and in conditions'),
  conditions: say('只在条件与 `of` 里（逐条记录）', 'In conditions and `of` only (over each entry)'),
} as const;

const INTRO = say(
  '**公式**写在步骤里，名字是本办法各步的 id（不是中文名称）：`when: accidents >= 1`。**条件**写在 `where`、`that`、`of` 里，逐条看记录：`data.字段`、`entry.date`、`entry.recorded_on`、`entry.confirmed`、`subject.attributes.…`。带逗号的公式放进 `{ }` 时须用引号：`{ formula: "min(a, b)" }`。',
  '**Formulas** stand in steps; names are ids of its steps: `when: accidents >= 1`. **Conditions** stand in `where`, `that` and `of` and look at each entry: `data.field`, `entry.date`, `entry.recorded_on`, `entry.confirmed`, `subject.attributes.…`. A formula with a comma is quoted inside `{ }`: `{ formula: "min(a, b)" }`.',
);

const SIGNS: readonly (readonly [string, Words])[] = [
  ['+ - * /', say('加、减、乘、除', 'plus, minus, times, divided by')],
  ['>= > <= <', say('不低于、高于、不高于、低于', 'at least, more than, at most, less than')],
  ['== !=', say('是、不是', 'is, is not')],
  ['&& || !', say('并且、或者、不', 'and, or, not')],
  ['a ? b : c', say('若 a 则 b，否则 c', 'b when a holds, else c')],
  ['data.kind in ["a", "b"]', say('是其中之一（条件）', 'one of these (conditions)')],
  ['has(data.until)', say('填了没有（条件）', 'whether it was filled in (conditions)')],
  [
    'data.topic.contains("x"), .startsWith("x"), .endsWith("x")',
    say('文字里含有、以其开头、以其结尾（条件）', 'the text holds it, begins or ends with it (conditions)'),
  ],
  ['size(data.parts)', say('选了几项、几个字（条件）', 'how many were chosen, or characters (conditions)')],
];

/** The page that lists what formulas and conditions are written with. @throws Error when a function has no words */
export function functionsPage(language: Language): string {
  const calls = [...formulaCalls()].map(([name, written]) => {
    const words = FOR[name];
    if (!words) throw new Error(`script/reference/functions.ts does not say what ${name}() is for`);
    return { name, row: [written, words[language]] as const };
  });
  const rowsOf = (both: boolean) => calls.filter(({ name }) => IN_BOTH.has(name) === both).map(({ row }) => row);
  const days = DATE_CALLS.map(([, { written, said }]): [string, string] => [written, filled(said, written, language)]);
  const numbers = [...TIME_CALLS, ...NUMBER_CALLS].map(([, { written, said }]): [string, string] => [
    written,
    filled(said, written, language),
  ]);
  const table = (rows: readonly (readonly [string, string])[]): string =>
    ['| | |', '|---|---|', ...rows.map(([code, words]) => `| \`${code.replaceAll('|', '\\|')}\` | ${words} |`)].join(
      '\n',
    );
  return [
    `# ${TITLE[language]}`,
    INTRO[language],
    `## ${HEADS.signs[language]}`,
    table(SIGNS.map(([code, words]) => [code, words[language]])),
    `## ${HEADS.formulas[language]}`,
    table(rowsOf(false)),
    `## ${HEADS.both[language]}`,
    table([...rowsOf(true), ...days]),
    `## ${HEADS.conditions[language]}`,
    `${table(numbers)}\n`,
  ].join('\n\n');
}

/** What a function is called in explanations, with what it is written with in place of `$1` and `$2`. */
function filled(said: Words, written: string, language: Language): string {
  const args = written.slice(written.indexOf('(') + 1, -1).split(', ');
  return said[language].replaceAll(/\$(\d)/g, (_, i) => `\`${args[Number(i) - 1] ?? ''}\``);
}
