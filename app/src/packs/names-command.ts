import type { Form, Language, Pack, Words } from '@luoshi/engine';
import type { Command } from 'commander';
import { invalid } from '../platform/actions/action-error.ts';
import { languageOption } from './language-option.ts';
import { family, loadSound, loadWithDependencies } from './load-family.ts';

interface Named {
  readonly id: string;
  readonly title: Words;
  readonly fields?: Form['fields'];
}

/** What an author names by its id, in the order of the reference. */
const LISTS: readonly (readonly [Words, (pack: Pack) => readonly Named[]])[] = [
  [say('组织', 'Organisations'), ({ kinds }) => kinds.flatMap((one) => one.organisations ?? [])],
  [say('职务', 'Posts'), ({ kinds }) => kinds.flatMap((one) => one.posts ?? [])],
  [say('派驻', 'Postings'), ({ kinds }) => kinds.flatMap((one) => one.postings ?? [])],
  [say('单位', 'Units'), ({ kinds }) => kinds.flatMap((one) => one.units ?? [])],
  [say('职责分组', 'Groups of duties'), ({ kinds }) => kinds.flatMap((one) => one.duty_groups ?? [])],
  [say('表单和字段（条件里写 data.字段）', 'Forms and fields (data.field in conditions)'), ({ forms }) => forms],
  [say('参数（公式里写 param("…")）', 'Parameters (param("…") in formulas)'), ({ parameters }) => parameters],
  [say('指标', 'Measures'), ({ measures }) => measures],
  [say('职责', 'Duties'), ({ obligations }) => obligations],
  [say('评分办法', 'Ratings'), ({ ratings }) => ratings],
];

/** Adds `luoshi pack names`: the names that the rules of a pack may use, its own and those it inherits. */
export function addNamesCommand(command: Command): void {
  command
    .command('names <folder> [word]')
    .description(
      '包里能用的名字（含 depends_on 带来的）：组织、职务、单位、表单……；可只找含某个词的 · names the pack may use, with those of depends_on; only those with a word',
    )
    .addOption(languageOption())
    .action(async (folder: string, word: string | undefined, { language }: { language: Language }) => {
      const packs = await packsOf(folder);
      const text = namesText(packs, word, language);
      if (text === '') throw noneWith(folder, word ?? '');
      process.stdout.write(`${text}\n`);
    });
}

/** The pack with those it builds on, whatever is still wrong with its rules. @throws ActionError when it cannot be read */
async function packsOf(folder: string): Promise<readonly Pack[]> {
  const { asked, all } = await loadWithDependencies([folder]);
  const pack = asked[0]?.pack;
  return pack ? family(pack, all) : (await loadSound(folder)).packs;
}

const noneWith = (folder: string, word: string) =>
  invalid('word', {
    'zh-CN': `没有含“${word}”的名字。不写这个词，看全部：luoshi pack names ${folder}`,
    en: `No name has “${word}”. Leave the word out to see all: luoshi pack names ${folder}`,
  });

function namesText(packs: readonly Pack[], word: string | undefined, language: Language): string {
  return LISTS.flatMap(([heading, of]) => {
    const lines = packs
      .flatMap(of)
      .map((one) => line(one, language))
      .filter((text) => has(text, word));
    return lines.length === 0 ? [] : [`${heading[language]}\n${lines.map((text) => `  ${text}`).join('\n')}`];
  }).join('\n');
}

function line({ id, title, fields = [] }: Named, language: Language): string {
  const inside = fields.map((field) => `${field.id} ${(field.title ?? say('', ''))[language]}`.trim());
  return `${id}  ${title[language]}${inside.length === 0 ? '' : `  [${inside.join(language === 'en' ? ', ' : '、')}]`}`;
}

const has = (text: string, word: string | undefined): boolean =>
  word === undefined || text.toLowerCase().includes(word.toLowerCase());

function say(zh: string, en: string): Words {
  return { 'zh-CN': zh, en };
}
