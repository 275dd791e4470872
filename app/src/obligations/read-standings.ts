import { policyInForce } from '../packs/index.ts';
import { ROLES } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, Day, Nullable, Type, Uuid, WordsSchema } from '../platform/actions/schema.ts';
import { limitIn } from './limit-in.ts';
import { Window } from './read-board.ts';
import { readStandings as read } from './standing-reader.ts';
import { standingTable } from './standing-table.ts';
import { readScopedSubjects } from './subject-in-scope.ts';

export const StandingItem = Type.Object({
  obligation: Type.String(),
  title: WordsSchema,
  subjectKind: Type.String(),
  subject: Type.String(),
  subjectName: Type.String(),
  period: Type.Object({ key: Type.String(), start: Type.String(), end: Type.String() }),
  light: Type.String(),
  limit: Type.Boolean({ description: 'Whether `need` is the most that may be.' }),
  due: Type.String(),
  need: Nullable(Type.String()),
  done: Type.String(),
  unit: Type.String(),
  awaiting: Type.Integer(),
  changesOn: Nullable(Type.String()),
});

export const readStandings = defineRead({
  id: 'obligations.standings',
  title: { 'zh-CN': '职责情况', en: 'Standings' },
  about: {
    'zh-CN': '一个组织那一行上的职责情况，逐个对象、逐个时段。',
    en: 'The standings on one organisation’s row, subject by subject and period by period.',
  },
  input: Type.Object(
    {
      organisation: Uuid(),
      obligation: Type.Optional(Type.String()),
      asOf: Type.Optional(Day()),
      window: Type.Optional(Window),
    },
    closed,
  ),
  output: Type.Object({ standings: Type.Array(StandingItem) }),
  errors: ['no-pack'],
  mayBeDoneBy: ROLES.filter((role) => role !== 'administrator'),
  table: ({ standings }, language) => standingTable(standings, language),
  async run(input, { tx, scope, today }) {
    const { asOf = today, window = 'current', organisation, obligation } = input;
    const { obligations } = await policyInForce(tx, scope.jurisdiction, asOf);
    const query = { asOf, today, window, organisations: [organisation], ...(obligation ? { obligation } : {}) };
    const rows = await read(tx, scope, query);
    const ids = [...new Set([organisation, ...rows.map((row) => row.subject)])];
    const names = new Map((await readScopedSubjects(tx, scope, ids)).map((subject) => [subject.id, subject.name]));
    if (names.size === 0) throw notFound({ 'zh-CN': '该组织', en: 'This organisation' });
    const seen = rows.filter((row) => names.has(row.subject));
    seen.sort((a, b) => b.periodStart.localeCompare(a.periodStart) || a.obligation.localeCompare(b.obligation));
    return {
      standings: seen.map(({ periodKey, periodStart, periodEnd, organisation: _, ...rest }) => ({
        ...rest,
        limit: limitIn(obligations, rest.obligation),
        title: obligations.get(rest.obligation)?.title ?? { 'zh-CN': rest.obligation, en: rest.obligation },
        subjectName: names.get(rest.subject) ?? '',
        period: { key: periodKey, start: periodStart, end: periodEnd },
      })),
    };
  },
});
