import { ROLES } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Day, TreeNode, Type, Uuid } from './organisation-schema.ts';
import { preOrder } from './tree-order.ts';
import { readVisibleTree } from './tree-reader.ts';

export const readTree = defineRead({
  id: 'organisations.tree',
  title: { 'zh-CN': '组织树', en: 'Organisation tree' },
  about: {
    'zh-CN': '列出您管理范围内的组织及其隶属关系，可查任意一天。',
    en: 'Lists the organisations within your scope and whose children they are, on any day.',
  },
  input: Type.Object(
    {
      asOf: Type.Optional(Day('The tree of this day; today when absent.')),
      root: Type.Optional(Uuid('Only this organisation and what lies below it.')),
    },
    closed,
  ),
  output: Type.Object({ nodes: Type.Array(TreeNode) }),
  errors: [],
  mayBeDoneBy: ROLES,
  table: ({ nodes }, language) => {
    const names = new Map(nodes.map((node) => [node.id, node.name]));
    const say = (zh: string, en: string) => (language === 'en' ? en : zh);
    return {
      columns: [
        { key: 'code', header: say('代码', 'Code') },
        { key: 'name', header: say('名称', 'Name') },
        { key: 'kind', header: say('类别', 'Kind') },
        { key: 'parent', header: say('上级', 'Under') },
      ],
      rows: nodes.map(({ code, name, kind, parent }) => ({
        code,
        name,
        kind,
        parent: names.get(parent ?? '') ?? null,
      })),
    };
  },
  async run({ asOf, root }, { tx, scope, today }) {
    const nodes = await readVisibleTree(tx, scope, { root, asOf: asOf === today ? undefined : asOf });
    return { nodes: preOrder(nodes).map(({ l: _l, r: _r, ...node }) => node) };
  },
});
