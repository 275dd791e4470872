import type { JsonSchema } from '../../engine/src/pack/schema-shape.ts';
import { packSchema, SECTION_OF_FOLDER, type Section } from '../../engine/src/pack/sections.ts';
import type { Language, Words } from '../../engine/src/value.ts';
import { say } from '../../engine/src/words.ts';
import { keyLines } from './keys.ts';

const TITLE = say('包里的文件与键', 'Files of a pack and their keys');
const INTRO = say(
  '一个包是一个目录：`pack.yaml`、`CHANGES.md`，以及下列各目录里的 YAML 文件（一个文件一项，或写成列表放多项）。\n粗体是必答题。规则、表单、参数、日历都写明出处 `source: { document: 文件名称, clause: 第三条 }`。',
  'A pack is a folder: `pack.yaml`, `CHANGES.md`, and YAML files in the folders below (one part in a file, or a list of several).\nBold are questions that must be answered. Rules, forms, parameters and calendars name their source: `source: { document: …, clause: … }`.',
);
const BACK = say(
  '组织、职务和单位已有的名字：[names](names.md) · [全部](README.md)',
  'Names of organisations, posts and units there are already: [names](names.md) · [all](README.md)',
);

/** What a kind of file is for. */
const FOR: Readonly<Record<Section, Words>> = {
  manifest: say('包本身：是什么、哪一版、谁制定、何时生效', 'The pack itself: what, which version, whose, since when'),
  kinds: say(
    '组织、职务、派驻、单位、职责分组的种类',
    'Kinds of organisations, posts, postings, units, groups of duties',
  ),
  calendar: say('一年的放假日、调休上班日、节日', 'Days off, working weekends and festivals of a year'),
  parameter: say('会变的数：有出处、有生效日', 'Figures that change: with their source and first day'),
  form: say('表单：记录什么、关于谁、谁填', 'Forms: what is recorded, about whom, by whom'),
  obligation: say(
    '职责：谁、多久一次、多少、到哪天（`who`、`when`、`counts` 等各有参考页）',
    'Duties: who, how often, how much, until when (`who`, `when`, `counts` have pages of their own)',
  ),
  measure: say('指标：逐级汇总的数', 'Measures: figures that are added up from level to level'),
  assignment: say('派驻、任职与组成的规则', 'Rules over postings, posts and memberships'),
  rating: say('评分办法（每种步骤各有参考页）', 'Ratings (each kind of step has a page of its own)'),
  'local-items': say('下级为上级办法自设的项目', 'Items that lower levels set for the rating of an upper one'),
  adaptation: say('在别的包之上改什么', 'What is changed of packs above'),
  example: say('例子：事实、应得的结果和理由', 'Examples: facts, expected results and reasons'),
};

/** Keys whose insides have pages of their own. */
const ELSEWHERE: Readonly<Partial<Record<Section, readonly string[]>>> = {
  rating: ['steps'],
  obligation: [
    'who',
    'when',
    'amount',
    'counts',
    'excuses',
    'late',
    'deadline',
    'due_soon',
    'part_period',
    'limit',
    'at_most',
  ],
  measure: ['value'],
  'local-items': ['items'],
};

/** The page of what every file of a pack may hold. */
export function filesPage(language: Language): string {
  const folders = Object.entries(SECTION_OF_FOLDER);
  const sections: [string, Section][] = [
    ['pack.yaml', 'manifest'],
    ...folders.map(([folder, section]): [string, Section] => [`${folder}/`, section]),
  ];
  return [
    `# ${TITLE[language]}`,
    INTRO[language],
    sections.map(([path]) => `[\`${path}\`](#${path.replace(/[./]+$/, '').replace('.', '')})`).join(' · '),
    ...sections.flatMap(([path, section]) => [
      `## <a id="${path.replace(/[./]+$/, '').replace('.', '')}"></a>${path}`,
      FOR[section][language],
      keyLines(outlined(packSchema[section] as JsonSchema, ELSEWHERE[section] ?? []), language).join('\n'),
    ]),
    `${BACK[language]}\n`,
  ].join('\n\n');
}

/** The schema with some keys only named. */
function outlined(schema: JsonSchema, keys: readonly string[]): JsonSchema {
  const properties = Object.entries(schema.properties ?? {}).map(([key, inner]): [string, JsonSchema] => [
    key,
    keys.includes(key) && inner.says ? { says: inner.says } : inner,
  ]);
  return schema.properties ? { ...schema, properties: Object.fromEntries(properties) } : schema;
}
