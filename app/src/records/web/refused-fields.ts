import type { FieldProblem } from '@luoshi/engine';
import { CallError } from '../../platform/web/client.ts';

/** What the server refused, by the field of the form; the whole sentence stands under `''` when no field is named. */
export function refusedFields(error: unknown): Map<string, FieldProblem> {
  if (!(error instanceof CallError)) return new Map();
  const named = error.fields.map(({ field, rule, words }) => ({ field: field.replace(/^data\./, ''), rule, words }));
  const all = named.length > 0 ? named : [{ field: '', rule: error.code, words: error.words }];
  return new Map(all.map((problem) => [problem.field, problem]));
}
