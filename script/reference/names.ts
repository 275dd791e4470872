import { readdirSync, readFileSync } from 'node:fs';
import { readYaml } from '../../engine/src/pack/read.ts';
import type { Language, Words } from '../../engine/src/value.ts';
import { say } from '../../engine/src/words.ts';

const BASE = new URL('../../packs/national-base/', import.meta.url);

const TITLE = say('national-base 里已有的名字', 'Names that national-base has already');
const INTRO = say(
  '在 `pack.yaml` 写 `depends_on: [national-base]`，下列名字就能直接用，不必再写 `kinds/`；本县特有的另写在自己的 `kinds/` 里。',
  'With `depends_on: [national-base]` in `pack.yaml` these names may be used at once, without a `kinds/` of your own; what only your county has goes into your own.',
);
const HEAD = say('| 写 | 是 | |', '| Write | It is | |');
const BACK = say(
  '[包里的文件与键](files.md) · [全部](README.md)',
  '[Files and their keys](files.md) · [all](README.md)',
);

/** The lists of kinds, what each is called, and the key that says most about its members. */
const LISTS: readonly (readonly [string, Words, readonly [string, Words]])[] = [
  ['organisations', say('组织', 'Organisations'), ['parents', say('上级可为', 'below')]],
  ['posts', say('职务', 'Posts'), ['of', say('在', 'in')]],
  ['postings', say('派驻', 'Postings'), ['to', say('派到', 'to')]],
  ['units', say('单位', 'Units'), ['', say('', '')]],
  ['duty_groups', say('职责分组', 'Groups of duties'), ['', say('', '')]],
];

type Kind = {
  readonly id: string;
  readonly title: Words;
  readonly attributes?: readonly Kind[];
  readonly fields?: readonly Kind[];
} & Readonly<Record<string, unknown>>;

/** The page of kinds and forms every county may use. */
export function namesPage(language: Language): string {
  const kinds = kindsOfBase();
  const lists = LISTS.flatMap(([key, title, more]) => {
    const members = kinds.get(key) ?? [];
    return members.length === 0 ? [] : [listed(title, members, more, language)];
  });
  const forms = listed(say('表单', 'Forms'), formsOfBase(), ['', say('', '')], language);
  return [`# ${TITLE[language]}`, INTRO[language], ...lists, forms, `${BACK[language]}\n`].join('\n\n');
}

function listed(
  title: Words,
  members: readonly Kind[],
  [key, words]: readonly [string, Words],
  language: Language,
): string {
  const rows = members.map((kind) => {
    const others = Array.isArray(kind[key]) ? kind[key].map(String) : [];
    const attributes = (kind.attributes ?? []).map((one) => `${one.id} ${one.title[language]}`);
    const fields = (kind.fields ?? []).map((one) => `${one.id} ${one.title[language]}`);
    const notes = [
      ...(fields.length > 0 ? [`data: ${fields.join('; ')}`] : []),
      ...(others.length > 0 ? [`${words[language]} ${others.join(', ')}`] : []),
      ...(attributes.length > 0 ? [`attr: ${attributes.join('; ')}`] : []),
    ];
    return `| \`${kind.id}\` | ${kind.title[language]} | ${notes.join(' · ')} |`;
  });
  return [`## ${title[language]}`, '', HEAD[language], '|---|---|---|', ...rows].join('\n');
}

function kindsOfBase(): Map<string, Kind[]> {
  const all = new Map<string, Kind[]>();
  for (const part of contentsOf('kinds/')) {
    for (const [key, members] of Object.entries(part as Readonly<Record<string, Kind[]>>))
      all.set(key, [...(all.get(key) ?? []), ...members]);
  }
  return all;
}

const formsOfBase = (): Kind[] => contentsOf('forms/').flatMap((content) => content as Kind | Kind[]);

const contentsOf = (folder: string): unknown[] =>
  readdirSync(new URL(folder, BASE))
    .sort()
    .map((name) => readYaml(name, readFileSync(new URL(`${folder}${name}`, BASE), 'utf8')).value);
