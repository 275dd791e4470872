import { defineRead } from '../platform/actions/action.ts';
import { closed, Nullable, PathId, Type } from '../platform/actions/schema.ts';
import { ENTERING } from './entry-schema.ts';
import { findProgress } from './sheet/progress.ts';

export const importProgress = defineRead({
  id: 'records.import-progress',
  title: { 'zh-CN': '导入进度', en: 'Progress of an import' },
  about: {
    'zh-CN': '本人正在进行的导入已检查、已写入多少行。',
    en: 'How many rows of an import the caller started have been checked and written.',
  },
  input: Type.Object({ id: PathId('The id the import was started with.') }, closed),
  output: Nullable(
    Type.Object({
      phase: Type.Union([
        Type.Literal('checking'),
        Type.Literal('writing'),
        Type.Literal('done'),
        Type.Literal('failed'),
      ]),
      done: Type.Integer(),
      total: Type.Integer(),
    }),
  ),
  errors: [],
  mayBeDoneBy: [...ENTERING],
  run: async ({ id }, { scope }) => findProgress(id, scope.account),
});
