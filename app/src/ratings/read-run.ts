import { ROLES } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Nullable, PathId, Type, WordsSchema } from '../platform/actions/schema.ts';
import { ratingTable } from './rating-table.ts';
import { readObjections } from './read-objections.ts';
import { headsOf, ResultStateSchema, RunHead } from './run-head.ts';
import { getRun } from './run-reader.ts';
import { resultState } from './run-state.ts';

export const readRun = defineRead({
  id: 'ratings.run',
  title: { 'zh-CN': '一次公布的结果', en: 'Results of a publication' },
  about: {
    'zh-CN': '一次公布的全部结果，原样留存，不随以后的规则或记录改变；只列本人权限内的对象。',
    en: 'The results of one publication as they were kept, whatever became of rules and entries; of subjects within the scope.',
  },
  input: Type.Object({ id: PathId('Id of the run.') }, closed),
  output: Type.Object({
    run: RunHead,
    steps: Type.Array(Type.Object({ id: Type.String(), title: WordsSchema, number: Type.Boolean() })),
    grades: Type.Array(Type.Object({ id: Type.String(), title: WordsSchema })),
    rows: Type.Array(
      Type.Object({
        subjectKind: Type.Union([Type.Literal('organisation'), Type.Literal('person'), Type.Literal('posting')]),
        subject: Type.String(),
        organisation: Type.String(),
        name: Type.String(),
        steps: Type.Record(Type.String(), Type.Unknown()),
        score: Nullable(Type.Unknown()),
        grade: Nullable(Type.Unknown()),
        place: Nullable(Type.Unknown()),
        consequences: Type.Unknown(),
        shownOn: Type.String(),
        objectUntil: Nullable(Type.String()),
        state: ResultStateSchema,
        finalOn: Nullable(
          Type.String({ description: 'The first day on which it is final; null while an objection waits.' }),
        ),
      }),
    ),
  }),
  errors: [],
  mayBeDoneBy: ROLES.filter((role) => role !== 'administrator'),
  table: ({ steps, grades, rows }, language) =>
    ratingTable({ steps, grades, rows: rows.map((row) => ({ ...row, group: '' })) }, language),
  async run({ id }, { tx, scope, today }) {
    const { run, results } = await getRun(tx, scope, id);
    const until = results.map(({ objectUntil }) => objectUntil).filter((day) => day !== null);
    const count = { subjects: results.length, objectUntil: until.sort().at(-1) ?? null };
    const [head] = await headsOf(tx, scope, { runs: [run], counts: new Map([[id, count]]), on: today });
    if (!head) throw new Error(`the run ${id} was there a moment ago`);
    const objections = await readObjections(tx, [run]);
    return {
      run: head,
      steps: run.layout.steps,
      grades: run.layout.grades,
      rows: results.map(({ subject, ...row }) => ({
        ...{ subjectKind: subject.kind, subject: subject.id },
        ...row,
        ...resultState(row, objections.get(subject.id) ?? [], today),
      })),
    };
  },
});
