import { readdirSync, readFileSync } from 'node:fs';
import { snippetOf } from '../../engine/script/snippet.ts';
import { readYaml } from '../../engine/src/pack/read.ts';
import type { Example } from '../../engine/src/schema/example.ts';
import type { Language, Words } from '../../engine/src/value.ts';
import { say } from '../../engine/src/words.ts';
import { filesPage } from './files.ts';
import { functionsPage } from './functions.ts';
import { keyLines } from './keys.ts';
import { namesPage } from './names.ts';
import { type PhraseGroup, phraseBook, phraseGroups, phrasesOf, recipesOf } from './phrases.ts';
import { type RecipeGroup, recipeGroups } from './recipes.ts';
import { homesOf, keyOf, shapeOf } from './shapes.ts';

const EXAMPLES = new URL('../../engine/examples/', import.meta.url);
const LANGUAGES = ['zh-CN', 'en'] as const;

const HEADS = {
  said: say('制度原话', 'What rule texts say'),
  recipes: say('整句的写法', 'Whole sentences'),
  snippet: say('写法', 'Written'),
  keys: say('键', 'Keys'),
  examples: say('例子', 'Examples'),
  whole: say('第一个例子全文', 'The first example in full'),
  all: say('全部', 'all'),
} as const;

/** What the pages are made of besides the examples. */
interface Book {
  readonly phrases: readonly PhraseGroup[];
  readonly recipes: readonly RecipeGroup[];
  readonly names: ReadonlySet<string>;
}

/** A page of a construct that many sentences use links only to the first. */
const MOST_RECIPES = 12;

/** The pages made of the constructs' examples and schemas and of the phrases, by path below `docs/`. */
export function referencePages(): Map<string, string> {
  const texts = exampleTexts();
  const book: Book = { phrases: phraseGroups(), recipes: recipeGroups(), names: new Set(texts.keys()) };
  const pages = new Map<string, string>();
  for (const language of LANGUAGES) {
    const folder = `reference/${language}`;
    for (const [name, text] of texts) pages.set(`${folder}/${name}.md`, page(name, text, language, book));
    pages.set(`${folder}/functions.md`, functionsPage(language));
    pages.set(`${folder}/files.md`, filesPage(language));
    pages.set(`${folder}/names.md`, namesPage(language));
    pages.set(`${folder}/README.md`, index(texts, language));
    pages.set(`phrases.${language}.md`, phraseBook(book.phrases, book.recipes, book.names, language));
  }
  return pages;
}

export function exampleTexts(): Map<string, string> {
  const names = readdirSync(EXAMPLES)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
  return new Map(names.map((name) => [name, readFileSync(new URL(`${name}.yaml`, EXAMPLES), 'utf8')]));
}

/** What a construct is: the first comment line in Chinese, those that follow in English. @throws Error when one is missing */
function headOf(name: string, text: string): Words {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const [zh = '', ...rest] = lines.slice(0, end).map((line) => line.slice(2).trim());
  const en = rest.join(' ');
  if (/\p{Script=Han}/u.test(zh) && /[a-z]/.test(en)) return say(zh, en);
  throw new Error(`engine/examples/${name}.yaml begins with a comment in Chinese, then one in English`);
}

function page(name: string, text: string, language: Language, book: Book): string {
  const shape = shapeOf(name);
  const snippet = snippetOf({ construct: name, key: keyOf(name), homes: homesOf(name) }, text);
  const phrases = phrasesOf(book.phrases, name);
  const recipes = recipesOf(book.recipes, book.names, name).slice(0, MOST_RECIPES);
  const linked = ({ said, anchor }: (typeof recipes)[number]): string =>
    `- [${said[language]}](../../phrases.${language}.md#${anchor})`;
  const head = (key: keyof typeof HEADS): string => `## ${HEADS[key][language]}`;
  return [
    `# ${name}`,
    headOf(name, text)[language],
    ...(phrases.length > 0
      ? [[head('said'), '', ...phrases.map(({ said, write }) => `- ${said[language]} → \`${write}\``)].join('\n')]
      : []),
    ...(recipes.length > 0 ? [[head('recipes'), '', ...recipes.map(linked)].join('\n')] : []),
    ...(snippet === null ? [] : [`${head('snippet')}\n\n${yaml(snippet)}`]),
    ...(shape ? [`${head('keys')}\n\n${keyLines(shape, language).join('\n')}`] : []),
    head('examples'),
    ...(readYaml(name, text).value as Example[]).map((example) => told(example, language)),
    `${head('whole')}\n\n${yaml(firstExample(text))}`,
    `[${HEADS.all[language]}](README.md) · [${name}.yaml](../../../engine/examples/${name}.yaml)\n`,
  ].join('\n\n');
}

const yaml = (text: string): string => `\`\`\`yaml\n${text}\n\`\`\``;

/** The first example as it is written, with the rules, which those after it share, but without the tree it stands in. */
function firstExample(text: string): string {
  const [, first = ''] = text.split(/^(?=- example:)/m);
  return without('    kinds:', without('  organisations:', first.trimEnd().split('\n'))).join('\n');
}

/** Lines without a key and what is indented below it. */
function without(key: string, lines: readonly string[]): string[] {
  const start = lines.findIndex((line) => line.startsWith(key));
  if (start < 0) return [...lines];
  const indent = key.length - key.trimStart().length;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.search(/\S/) <= indent);
  return [...lines.slice(0, start), ...(end < 0 ? [] : rest.slice(end))];
}

/** What an example shows: the results and the reasons. */
const told = ({ example, expect }: Example, language: Language): string =>
  [`**${example[language]}**`, '', ...expect.flatMap((expected) => expectationLines(expected, language))].join('\n');

/** Reasons stand in either language: those of this one, or all when there are none. */
function expectationLines({ because = [], ...expected }: Example['expect'][number], language: Language): string[] {
  const results = Object.entries(expected).filter(([key]) => key !== 'change');
  const reasons = [...because, ...('change' in expected ? (expected.change ?? []) : [])];
  const own = reasons.filter((reason) => /\p{Script=Han}/u.test(reason) === (language === 'zh-CN'));
  return [
    `- ${results.map(([key, value]) => `${key}: ${plain(value)}`).join(' · ')}`,
    ...(own.length > 0 ? own : reasons).map((reason) => `  - “${reason}”`),
  ];
}

const plain = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([key, one]) => (Array.isArray(value) ? String(one) : `${key} = ${String(one)}`))
        .join(', ')
    : String(value);

const TITLE = say('制度语言参考', 'Reference of the pack language');
const INTRO = say(
  '每个构件一页，由 `engine/examples/` 与模式生成（`script/check --write`）。粗体是必答题。每一步还可有 `clause`（条款）和\n`applies`（何处适用、为何、否则如何）。按制度原话查：[怎么写](../../phrases.zh-CN.md)。公式与条件里能写什么：[functions](functions.md)。\n每种文件有哪些键：[files](files.md)。national-base 里已有的组织、职务、单位：[names](names.md)。',
  'One page per construct, made of `engine/examples/` and the schemas (`script/check --write`). Bold are questions that must be answered. Each step\nmay have a `clause` and `applies` (where it applies, why, and what stands elsewhere). By the words of rule texts: [how to write them](../../phrases.en.md).\nWhat formulas and conditions are written with: [functions](functions.md).\nThe keys of every kind of file: [files](files.md). Organisations, posts and units of national-base: [names](names.md).',
);
const BACK = say('[入门](../../guide.zh-CN.md)', '[guide](../../guide.en.md)');

const index = (texts: ReadonlyMap<string, string>, language: Language): string =>
  [
    `# ${TITLE[language]}`,
    INTRO[language],
    [...texts].map(([name, text]) => `* [${name}](${name}.md) ${headOf(name, text)[language]}`).join('\n'),
    `${BACK[language]}\n`,
  ].join('\n\n');
