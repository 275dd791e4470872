import { ROLES } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Day, Nullable, Type, Uuid, WordsSchema } from '../platform/actions/schema.ts';
import { boardTable } from './board-table.ts';
import { readChart } from './chart.ts';

const Counts = Type.Record(Type.String(), Type.Integer());

const Duty = Type.Object({
  id: Type.String(),
  title: WordsSchema,
  short: WordsSchema,
  clause: Type.String(),
  group: Nullable(Type.String({ description: 'One of `dutyGroups`; null where its pack does not say.' })),
  bearer: Type.Union([Type.Literal('organisation'), Type.Literal('posting'), Type.Literal('person')]),
  kinds: Type.Array(Type.String()),
  cadence: Type.String(),
  limit: Type.Boolean({ description: 'Whether it says how much may be: green within, red beyond.' }),
});

export const Row = Type.Object({
  organisation: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  group: Type.Integer(),
  pinyin: Type.String(),
  initials: Type.String(),
  postings: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: Type.String(),
      person: Type.String(),
      sendingOrganisation: Type.Object({ id: Type.String(), name: Type.String() }),
    }),
  ),
});

export const Window = Type.String({
  pattern: '^(current|\\d{4}(-(Q[1-4]|H[12]|W\\d{2}|\\d{2}))?)$',
  description: '`current`, or a period: 2026-09, 2026-Q3, 2026-W38, 2026-H2, 2026.',
});

export const readBoard = defineRead({
  id: 'obligations.board',
  title: { 'zh-CN': '作战图', en: 'Wall chart' },
  about: {
    'zh-CN':
      '按乡镇列出各村各项职责的灯，每行一串字符：x 逾期、b 超限、s 临期、? 未知、o 未到期、l 补办、m 完成、e 免除、- 不适用。',
    en: 'Lights of every duty per village, grouped by township: one string per row, x overdue, b beyond a limit, s due soon, ? not known, o open, l late, m met, e excused, - not applicable.',
  },
  input: Type.Object(
    {
      asOf: Type.Optional(Day('The day as of which to read; today when absent.')),
      window: Type.Optional(Window),
      township: Type.Optional(Uuid('Only the rows of this township.')),
    },
    closed,
  ),
  output: Type.Object({
    asOf: Type.String(),
    today: Type.String(),
    window: Type.String(),
    duties: Type.Array(Duty),
    dutyGroups: Type.Array(Type.Object({ id: Type.String(), title: WordsSchema })),
    groups: Type.Array(
      Type.Object({ id: Type.String(), name: Type.String(), kind: Type.String(), rows: Type.Integer() }),
    ),
    rows: Type.Array(Row),
    lights: Type.Array(Type.String()),
    texts: Type.Record(Type.String(), Type.Record(Type.String(), Type.String())),
    counts: Type.Object({ byDuty: Type.Array(Counts), total: Counts }),
  }),
  errors: ['no-pack'],
  mayBeDoneBy: ROLES.filter((role) => role !== 'administrator'),
  table: boardTable,
  async run(input, { tx, scope, today }) {
    const { asOf = today, window = 'current', township } = input;
    const query = { asOf, today, window, ...(township ? { township } : {}) };
    const { cells, ...chart } = await readChart(tx, scope, query);
    return { asOf, today, window, ...chart, ...cells };
  },
});
