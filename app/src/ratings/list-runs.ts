import { ROLES } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Type } from '../platform/actions/schema.ts';
import { headsOf, RunHead } from './run-head.ts';
import { countResults, readRuns } from './run-reader.ts';

export const listRuns = defineRead({
  id: 'ratings.runs',
  title: { 'zh-CN': '已公布的评分结果', en: 'Published results' },
  about: {
    'zh-CN': '列出各次公布及更正：何时、何人、按哪一版规则、现处公示还是已定。',
    en: 'Lists publications and corrections: when, by whom, by which rules, whether still open to objections or final.',
  },
  input: Type.Object({ rating: Type.Optional(Type.String()), period: Type.Optional(Type.String()) }, closed),
  output: Type.Object({
    runs: Type.Array(RunHead, {
      description: 'Those that show somebody within the scope; the latest first, at most 200.',
    }),
  }),
  errors: [],
  mayBeDoneBy: ROLES.filter((role) => role !== 'administrator'),
  async run(filter, { tx, scope, today }) {
    const all = await readRuns(tx, filter);
    const counts = await countResults(
      tx,
      scope,
      all.map(({ id }) => id),
    );
    const counted = new Map(counts.map((one) => [one.run, one]));
    const runs = all.filter(({ id }) => counted.has(id));
    return { runs: await headsOf(tx, scope, { runs, counts: counted, on: today }) };
  },
});
