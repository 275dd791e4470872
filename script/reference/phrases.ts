import { readFileSync } from 'node:fs';
import { readYaml } from '../../engine/src/pack/read.ts';
import type { Language, Words } from '../../engine/src/value.ts';
import { say } from '../../engine/src/words.ts';

/** What rule texts say, how it is written here, and which construct's page and example show it. */
export interface Phrase {
  readonly said: Words;
  readonly write: string;
  readonly page: string;
}

export interface PhraseGroup {
  readonly group: Words;
  readonly phrases: readonly Phrase[];
}

const TITLE = say('制度原话怎么写', 'How to write what rule texts say');
const INTRO = say(
  '左边是制度文本常见的说法，中间是写法，右边是说明它的参考页；页上的例子都在测试中运行，其中就有这一写法。',
  'Left what rule texts say, then how it is written, then the page that explains it; the examples of that page run as tests and hold this very text.',
);
const HEAD = say('| 原话 | 写法 | 参考 |', '| The text says | Write | Reference |');
const BACK = say(
  '[入门](guide.zh-CN.md) · [参考](reference/zh-CN/README.md)',
  '[guide](guide.en.md) · [reference](reference/en/README.md)',
);

/** `docs/phrases.yaml`, from which both phrase books are made. */
export const phraseGroups = (): readonly PhraseGroup[] =>
  readYaml('phrases.yaml', readFileSync(new URL('../../docs/phrases.yaml', import.meta.url), 'utf8'))
    .value as PhraseGroup[];

export function phraseBook(groups: readonly PhraseGroup[], language: Language): string {
  const row = ({ said, write, page }: Phrase): string =>
    `| ${said[language]} | \`${write.replaceAll('|', '\\|')}\` | [${page}](reference/${language}/${page}.md) |`;
  return [
    `# ${TITLE[language]}`,
    INTRO[language],
    ...groups.map(({ group, phrases }) =>
      [`## ${group[language]}`, '', HEAD[language], '|---|---|---|', ...phrases.map(row)].join('\n'),
    ),
    `${BACK[language]}\n`,
  ].join('\n\n');
}

/** What rule texts say that one construct writes. */
export const phrasesOf = (groups: readonly PhraseGroup[], page: string): readonly Phrase[] =>
  groups.flatMap(({ phrases }) => phrases.filter((phrase) => phrase.page === page));
