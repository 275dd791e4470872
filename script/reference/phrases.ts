import { readFileSync } from 'node:fs';
import { readYaml } from '../../engine/src/pack/read.ts';
import type { Language, Words } from '../../engine/src/value.ts';
import { say } from '../../engine/src/words.ts';
import { pagesIn } from './recipe-pages.ts';
import { type Recipe, type RecipeGroup, written } from './recipes.ts';

/** What rule texts say in a few words, the key that writes it, and which construct's page and example show it. */
export interface Phrase {
  readonly said: Words;
  readonly write: string;
  readonly page: string;
}

export interface PhraseGroup {
  readonly group: Words;
  readonly phrases: readonly Phrase[];
}

const TITLE = say('文里这样写 → 包里这样写', 'The text says → the pack writes');
const INTRO = say(
  '从制度原话找写法：先按组找整句（每条都取自在测试中运行的例子，可整段照抄，改名称和数字，表 meeting、fault、income……换成您自己的），再在页末按字眼查单个的键。\n`*usual`、`*quota` 之类是 YAML 的引用：同一文件里第一次写 `&usual`，以后 `<<: *usual` 即“其余照它”。',
  'From the sentence of the text to what is written: whole sentences by group (each taken from an example that runs as a test; copy it, change names and figures, put your own forms for meeting, fault, income …), then single keys at the end.\n`*usual` and `*quota` are references of YAML: `&usual` where it first stands, `<<: *usual` for “otherwise like that one”.',
);
const KEYS = say('按字眼查单个的键', 'Single keys by the words of the text');
const KEYS_INTRO = say(
  '左边是制度文本常见的字眼，右边是说明它的参考页；页上的例子或所列的例就有这一写法。',
  'Left what rule texts say, right the page that explains it; its examples, or the recipe named, hold this very text.',
);
const HEAD = say('| 原话 | 写法 | 例 | 参考 |', '| The text says | Write | Recipe | Reference |');
const WHERE = say('写在', 'Under');
const SEE = say('参考', 'Reference');
const BACK = say(
  '[入门](guide.zh-CN.md) · [参考](reference/zh-CN/README.md)',
  '[guide](guide.en.md) · [reference](reference/en/README.md)',
);

/** `docs/phrases.yaml`: single keys by the words of rule texts. */
export const phraseGroups = (): readonly PhraseGroup[] =>
  readYaml('phrases.yaml', readFileSync(new URL('../../docs/phrases.yaml', import.meta.url), 'utf8'))
    .value as PhraseGroup[];

/** The book of whole sentences and single keys. `names` are the pages there are. */
export function phraseBook(
  groups: readonly PhraseGroup[],
  recipes: readonly RecipeGroup[],
  names: ReadonlySet<string>,
  language: Language,
): string {
  const titles = recipes.map(({ group }, i) => `${i + 1} ${group[language]}`);
  return [
    `# ${TITLE[language]}`,
    INTRO[language],
    [...titles.map((title, i) => `[${title}](#g${i + 1})`), `[${KEYS[language]}](#keys)`].join(' · '),
    ...recipes.flatMap(({ recipes: all }, i) => [
      `## <a id="g${i + 1}"></a>${titles[i]}`,
      ...all.map((recipe, j) => told(recipe, `${i + 1}-${j + 1}`, names, language)),
    ]),
    `## <a id="keys"></a>${KEYS[language]}`,
    KEYS_INTRO[language],
    ...groups.map(({ group, phrases }) =>
      [
        `### ${group[language]}`,
        '',
        HEAD[language],
        '|---|---|---|---|',
        ...phrases.map((phrase) => row(phrase, recipes, names, language)),
      ].join('\n'),
    ),
    `${BACK[language]}\n`,
  ].join('\n\n');
}

function told(recipe: Recipe, number: string, names: ReadonlySet<string>, language: Language): string {
  const place = recipe.place.join(' › ');
  const pages = pagesIn(recipe, names).map((name) => `[${name}](reference/${language}/${name}.md)`);
  const notes = [
    ...(place === 'ratings › steps' ? [] : [`${WHERE[language]} \`${place}\``]),
    ...(pages.length > 0 ? [`${SEE[language]} ${pages.join(' ')}`] : []),
  ];
  return [
    `### <a id="r${number}"></a>${recipe.said[language]}`,
    `\`\`\`yaml\n${written(recipe, language)}\n\`\`\``,
    ...(notes.length > 0 ? [notes.join(' · ')] : []),
  ].join('\n\n');
}

function row(
  { said, write, page }: Phrase,
  recipes: readonly RecipeGroup[],
  names: ReadonlySet<string>,
  language: Language,
): string {
  const number = numbered(recipes).find(
    ([, recipe]) => holds(recipe, write) && pagesIn(recipe, names).includes(page),
  )?.[0];
  const recipe = number === undefined ? '' : `[${number.replace('-', '.')}](#r${number})`;
  return `| ${said[language]} | \`${write.replaceAll('|', '\\|')}\` | ${recipe} | [${page}](reference/${language}/${page}.md) |`;
}

/** Whether a recipe writes a phrase, `…` standing for anything. */
function holds(recipe: Recipe, write: string): boolean {
  const pieces = write.split('…').map((piece) => piece.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(pieces.join('.*')).test(recipe.lines.join('\n'));
}

const numbered = (groups: readonly RecipeGroup[]): [string, Recipe][] =>
  groups.flatMap(({ recipes }, i) => recipes.map((recipe, j): [string, Recipe] => [`${i + 1}-${j + 1}`, recipe]));

/** What rule texts say that one construct writes. */
export const phrasesOf = (groups: readonly PhraseGroup[], page: string): readonly Phrase[] =>
  groups.flatMap(({ phrases }) => phrases.filter((phrase) => phrase.page === page));

/** The sentences of the book that are written with a construct, with their links. */
export const recipesOf = (
  groups: readonly RecipeGroup[],
  names: ReadonlySet<string>,
  page: string,
): readonly { readonly said: Words; readonly anchor: string }[] =>
  numbered(groups)
    .filter(([, recipe]) => pagesIn(recipe, names).includes(page))
    .map(([number, { said }]) => ({ said, anchor: `r${number}` }));
