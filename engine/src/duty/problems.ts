import type { Doubt } from '../condition/day-text.ts';
import { isWordOfConditions } from '../condition/word.ts';
import { ConditionError, compileNumber, compilePredicate, compileValue, type Variables } from '../condition.ts';
import { probably } from '../nearest.ts';
import type { Finding } from '../problem.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

const NOUNS = {
  form: ['表单', 'form'],
  parameter: ['参数', 'parameter'],
  unit: ['单位', 'unit'],
  'organisation-kind': ['组织类型', 'kind of organisation'],
  'post-kind': ['职务', 'post'],
  'posting-kind': ['选派类型', 'kind of posting'],
  field: ['字段', 'field'],
  'duty-group': ['职责分组', 'group of duties'],
  measure: ['指标', 'measure'],
  obligation: ['义务', 'duty'],
  festival: ['节日', 'festival'],
  step: ['步骤', 'step'],
  change: ['加减分项', 'change of the item'],
  scale: ['等次', 'scale of grades'],
  grade: ['等次', 'grade'],
  rating: ['评分办法', 'rating'],
  function: ['函数', 'function'],
  text: ['选项', 'option'],
  attribute: ['属性', 'attribute'],
  assignment: ['派驻规则', 'rule over postings'],
  consequence: ['后果', 'consequence'],
  organisation: ['组织', 'organisation'],
  subject: ['对象', 'subject'],
} as const;

/** A name that nothing bears, with the nearest one that exists. Empty when it exists. */
export function unknownName(
  noun: keyof typeof NOUNS,
  id: string,
  known: { has(id: string): boolean; keys(): Iterable<string> },
  at: string,
): Finding[] {
  if (known.has(id)) return [];
  const [zh, en] = NOUNS[noun];
  const names = [...known.keys()];
  const close = probably(id, names);
  const some = names.slice(0, 12).join(', ');
  return [
    {
      code: `unknown-${noun}`,
      at,
      words: say(`没有名为“${id}”的${zh}`, `There is no ${en} “${id}”`),
      wayOut:
        close !== null
          ? say(`是否为“${close}”？`, `Did you mean “${close}”?`)
          : names.length === 0
            ? say(`先定义它${SHIPPED['zh-CN']}`, `Define it${SHIPPED.en}`)
            : say(`先定义它，或改用：${some}`, `Define it, or use one of: ${some}`),
    },
  ];
}

/** A text that is none of the options of a grade or field; one that is the title of an option is told its id. */
export function unknownText(
  text: string,
  { options = [], titles }: { readonly options?: readonly string[]; readonly titles?: ReadonlyMap<string, Words> },
  at: string,
): Finding[] {
  const titled = [...(titles ?? [])].find(([, { 'zh-CN': zh, en }]) => zh === text || en === text);
  return unknownName('text', text, new Set(options), at).map((finding) =>
    titled
      ? { ...finding, wayOut: say(`写 id：“${text}”写 ${titled[0]}`, `Write the id: “${text}” is ${titled[0]}`) }
      : finding,
  );
}

/** Where nothing of a sort is known, the packs that have it are not named. */
const SHIPPED = say(
  '；若是 national-base 或上级包里的，在 pack.yaml 写 depends_on: [national-base]',
  '; where national-base or a pack above has it, write depends_on: [national-base] in pack.yaml',
);

/** What is wrong with a condition. */
export const conditionProblems = (source: string | undefined, variables: Variables, at: string): Finding[] =>
  source === undefined
    ? []
    : because(
        source,
        variables,
        conditionFinding(() => compilePredicate(source, variables), at),
      );

/** What is wrong with a number expression. */
export const numberProblems = (source: string | undefined, variables: Variables, at: string): Finding[] =>
  source === undefined
    ? []
    : because(
        source,
        variables,
        conditionFinding(() => compileNumber(source, variables), at),
      );

/** What is wrong with an expression of any type. */
export const valueProblems = (source: string, variables: Variables, at: string): Finding[] =>
  because(
    source,
    variables,
    conditionFinding(() => compileValue(source, variables), at),
  );

function conditionFinding(compile: () => { readonly doubts: readonly Doubt[] }, at: string): Finding[] {
  try {
    // A chain of && is seen from each of its ends.
    const doubts = new Map(compile().doubts.map((doubt) => [JSON.stringify([doubt.code, doubt.words]), doubt]));
    return [...doubts.values()].map((doubt) => ({ code: doubt.code ?? 'not-a-day', at, ...saidAt(doubt) }));
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error;
    return [{ code: 'condition', at, ...saidAt(error) }];
  }
}

/** A field whose id no condition can name is what is wrong: told where the form declares it. */
function because(source: string, { data }: Variables, findings: Finding[]): Finding[] {
  const names = data?.type === 'record' ? Object.keys(data.fields).filter(isWordOfConditions) : [];
  const name = names.find((one) => new RegExp(`\\bdata\\.${one}\\b`).test(source));
  return name === undefined ? findings : findings.map((finding) => ({ ...finding, because: `data.${name}` }));
}

const saidAt = ({ words, wayOut, offset }: Doubt): Pick<Finding, 'words' | 'wayOut'> => ({
  words: say(`条件第 ${offset + 1} 个字符处：${words['zh-CN']}`, `Condition, character ${offset + 1}: ${words.en}`),
  wayOut,
});
