import { policyInForce } from '../packs/index.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Type } from '../platform/actions/schema.ts';
import { conditionsOf, EntryFilterFields } from './entry-filter.ts';
import { answerEntryPage, EntryPageFields, EntryPageSchema } from './entry-page.ts';
import { ENTERING } from './entry-schema.ts';
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
      ...EntryPageFields,
    },
    closed,
  ),
  output: EntryPageSchema,
  errors: ['no-pack'],
  mayBeDoneBy: [...ENTERING],
  async run({ cursor, limit, ...filter }, { tx, scope, jurisdiction, today }) {
    const policy = await policyInForce(tx, jurisdiction, today);
    const where = conditionsOf(filter, namingForms(policy.forms.values()));
    return answerEntryPage(tx, scope, policy, { where, cursor, limit });
  },
});
