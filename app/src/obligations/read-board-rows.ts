import { ROLES } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Day, Type, Uuid } from '../platform/actions/schema.ts';
import { readChart } from './chart.ts';
import { Row, Window } from './read-board.ts';

export const readBoardRows = defineRead({
  id: 'obligations.board-rows',
  title: { 'zh-CN': '作战图若干行', en: 'Rows of the wall chart' },
  about: {
    'zh-CN': '重新读取作战图的若干行，用于实时刷新。',
    en: 'Reads some rows of the wall chart again, to refresh an open chart.',
  },
  input: Type.Object(
    {
      organisations: Type.Array(Uuid(), { minItems: 1, maxItems: 500 }),
      asOf: Type.Optional(Day()),
      window: Type.Optional(Window),
    },
    closed,
  ),
  output: Type.Object({
    rows: Type.Array(Row),
    lights: Type.Array(Type.String()),
    texts: Type.Record(Type.String(), Type.Record(Type.String(), Type.String())),
  }),
  errors: ['no-pack'],
  mayBeDoneBy: ROLES.filter((role) => role !== 'administrator'),
  async run(input, { tx, scope, today }) {
    const { asOf = today, window = 'current', organisations } = input;
    const { rows, cells } = await readChart(tx, scope, { asOf, today, window, only: organisations });
    return { rows, lights: cells.lights, texts: cells.texts };
  },
});
