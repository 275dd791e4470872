import { isRecord } from '../../pack/schema-shape.ts';
import type { Parts } from '../../parts.ts';
import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import { isWords } from '../compare.ts';
import { cadence, figure, join, titled, whom } from './phrases.ts';
import { type Change, cameOrWent, comes, listed, of, quoted, type Teller, turned } from './teller.ts';

const ROLES: Readonly<Record<string, Words>> = {
  'county-officer': say('县级人员', 'county officers'),
  'township-officer': say('乡镇人员', 'township officers'),
  'village-clerk': say('村级文书', 'village clerks'),
  'first-secretary': say('第一书记', 'first secretaries'),
  'sending-unit': say('派出单位', 'sending units'),
};
const CONFIRMERS: Readonly<Record<string, Words>> = {
  none: say('无', 'nobody'),
  village: say('村', 'the village'),
  township: say('乡镇', 'the township'),
  county: say('县', 'the county'),
};
const TYPES: Readonly<Record<string, Words>> = {
  text: say('文字', 'text'),
  integer: say('整数', 'whole number'),
  decimal: say('数字', 'number'),
  date: say('日期', 'date'),
  time: say('钟点', 'time of day'),
  boolean: say('是否', 'yes or no'),
  choice: say('单选', 'one choice'),
  choices: say('多选', 'several choices'),
  subject: say('一个对象', 'one subject'),
  subjects: say('几个对象', 'several subjects'),
  file: say('附件', 'attachment'),
};

const wordOf = (table: Readonly<Record<string, Words>>, value: unknown): Words =>
  table[String(value)] ?? say(String(value), String(value));
const roles = (value: unknown): Words => listed((Array.isArray(value) ? value : []).map((one) => wordOf(ROLES, one)));
const minutes = (value: unknown): Words => say(`${String(value)} 分钟`, `${String(value)} minutes`);

const about = (path: string, what: Words, words: (value: unknown, parts: Parts) => Words): Teller => ({
  section: 'form',
  path,
  tell: ({ before, after, part }) => turned(of(part.title, what), words(before, part.parts), words(after, part.parts)),
});

function field({ before, after, part }: Change): Words | null {
  const one = isRecord(after) ? after : before;
  if (!isRecord(one)) return null;
  const name = quoted(titled(one, String(one.id)));
  if (after === undefined)
    return say(
      `“${part.title['zh-CN']}”不再填“${name['zh-CN'].slice(1, -1)}”`,
      `“${part.title.en}” no longer asks ${name.en}`,
    );
  const kind = listed([need(one.required), wordOf(TYPES, one.type)]);
  return comes(part.title, true, join(say('字段', 'the field '), name), say(`（${kind['zh-CN']}）`, ` (${kind.en})`));
}

const need = (required: unknown): Words => (required === true ? say('必填', 'required') : say('选填', 'optional'));

/** Something of a field, told with the field's own title. */
const ofField = (path: string, tell: (name: Words, change: Change) => Words | null): Teller => ({
  section: 'form',
  path: `fields/*/${path}`,
  tell: (change) => tell(titled(change.members[0], ''), change),
});

const option = (name: Words, { before, after, part }: Change): Words => {
  const what = quoted(titled(after ?? before, ''));
  const thing = say(`${part.title['zh-CN']}”的“${name['zh-CN']}`, `${part.title.en}”, “${name.en}`);
  return comes(thing, after !== undefined, join(say('选项', 'the option '), what));
};

const within = (name: Words, { part }: Change): Words =>
  say(`“${part.title['zh-CN']}”的“${name['zh-CN']}”`, `“${part.title.en}”, “${name.en}”`);

const rule = ({ before, after, part }: Change): Words | null => {
  const one = isRecord(after) ? after : before;
  if (!isRecord(one) || !isWords(one.message)) return null;
  return comes(part.title, after !== undefined, join(say('校验：', 'the check '), quoted(one.message)));
};

/** Whose word a form asks for: a level, or a kind of organisation of the pack. */
function confirmer(value: unknown, { organisationKinds }: Parts): Words {
  const title = typeof value === 'string' && !(value in CONFIRMERS) ? organisationKinds.get(value)?.title : undefined;
  return title ?? wordOf(CONFIRMERS, value ?? 'none');
}

export const FORM_TELLERS: readonly Teller[] = [
  about('entered_by', say('的填写人', 'entered by'), roles),
  about('frequency', say('的填报频次', 'how often it is filled in'), cadence),
  about('minutes', say('每次填写约需', 'time to fill it in'), minutes),
  about('confirmation', say('的核实人', 'confirmed by'), confirmer),
  {
    section: 'form',
    path: 'subject',
    tell: ({ before, after, part }) =>
      turned(of(part.title, say('的对象', 'what it is about')), whom(before, part.parts), whom(after, part.parts)),
  },
  { section: 'form', path: 'fields/*', whole: cameOrWent, tell: field },
  ofField('required', (name, change) => turned(within(name, change), need(change.before), need(change.after))),
  ofField('type', (name, change) =>
    turned(join(within(name, change), say('', ', type')), wordOf(TYPES, change.before), wordOf(TYPES, change.after)),
  ),
  ofField('of', (name, { before, after, part, ...change }) =>
    turned(
      join(within(name, { before, after, part, ...change }), say('可选的对象', ', who may be named')),
      whom(before, part.parts),
      whom(after, part.parts),
    ),
  ),
  ...(['min', 'max'] as const).map((end) =>
    ofField(end, (name, change) => {
      const what = end === 'min' ? say('最小值', ', least value') : say('最大值', ', greatest value');
      const { parts } = change.part;
      return turned(join(within(name, change), what), figure(change.before, parts), figure(change.after, parts));
    }),
  ),
  { ...ofField('options/*', option), whole: cameOrWent },
  { section: 'form', path: 'rules/*', whole: cameOrWent, tell: rule },
];

/** A form in a few words, for one that is new. */
export function formSummary(form: unknown): Words {
  if (!isRecord(form)) return say('', '');
  const count = Array.isArray(form.fields) ? form.fields.length : 0;
  const said = listed([roles(form.entered_by), cadence(form.frequency), minutes(form.minutes)]);
  return say(`：${said['zh-CN']}，${count} 个字段`, `: ${said.en}, ${count} fields`);
}
