import { defineRead } from '../platform/actions/action.ts';
import { closed, Nullable, PathId, Type } from '../platform/actions/schema.ts';
import { getPersonFile } from './person-reader.ts';
import { openSecrets } from './person-secrets.ts';

export const readSecret = defineRead({
  id: 'people.secret',
  title: { 'zh-CN': '查看身份证号和电话', en: 'Read ID number and phone' },
  about: {
    'zh-CN': '显示一名人员的身份证号和电话。只有县级工作人员可以查看，每次查看都记入审计。',
    en: "Shows a person's ID number and phone. Only officers of the county may, and every look is audited.",
  },
  input: Type.Object({ id: PathId('The person.') }, closed),
  output: Type.Object({ idNumber: Nullable(Type.String()), phone: Nullable(Type.String()) }),
  errors: [],
  mayBeDoneBy: ['county-officer'],
  audit: ({ id }) => ({ subject: id }),
  async run({ id }, context) {
    const person = await getPersonFile(context.tx, context.scope, id);
    return openSecrets(context, person.id);
  },
});
