import { policyInForce } from '../packs/index.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Nullable, Type } from '../platform/actions/schema.ts';
import { afterCursor, CursorSchema, conditionsOf, cursorOf, EntryFilterFields, NEWEST_FIRST } from './entry-filter.ts';
import { readEntries } from './entry-reader.ts';
import { ENTERING, EntrySchema } from './entry-schema.ts';
import { FormsSchema, formsOf, UnitsSchema } from './form-schema.ts';
import { namingForms } from './named-subjects.ts';

export const listRecords = defineRead({
  id: 'records.list',
  title: { 'zh-CN': '查看记录', en: 'List records' },
  about: {
    'zh-CN': '按表单、组织、对象和日期查看管理范围内的记录，新的在前，分页读取。',
    en: 'Records in scope by form, organisation, subject and day, newest first, page by page.',
  },
  input: Type.Object(
    {
      ...EntryFilterFields,
      cursor: Type.Optional(CursorSchema),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    },
    closed,
  ),
  output: Type.Object({
    entries: Type.Array(EntrySchema),
    forms: FormsSchema,
    units: UnitsSchema,
    next: Nullable(Type.String()),
  }),
  errors: ['no-pack'],
  mayBeDoneBy: [...ENTERING],
  async run({ cursor, limit = 50, ...filter }, { tx, scope, jurisdiction, today }) {
    const policy = await policyInForce(tx, jurisdiction, today);
    const where = [...conditionsOf(filter, namingForms(policy.forms.values())), ...afterCursor(cursor)];
    const found = await readEntries(tx, scope, policy, { where, order: NEWEST_FIRST, limit: limit + 1 });
    const entries = found.slice(0, limit);
    const last = entries.at(-1);
    return { entries, ...formsOf(policy, entries), next: found.length > limit && last ? cursorOf(last) : null };
  },
});
